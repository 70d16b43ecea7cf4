import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Clock } from '../../ports/clock.ts';
import type { SpoolEntry, SpoolRange, SpoolStore } from '../../ports/spool.ts';

const shape = /^[0-9a-f]{32}$/;
const rangeName = ({ from, to }: SpoolRange) => `${String(from).padStart(12, '0')}-${String(to).padStart(12, '0')}`;
const rangeOf = (name: string): readonly SpoolRange[] => {
  const [, from, to] = /^(\d{12})-(\d{12})$/.exec(name) ?? [];
  return from === undefined ? [] : [{ from: Number(from), to: Number(to) }];
};
const head = z.object({ tenant: z.string(), at: z.string(), size: z.number(), about: z.base64() });

/** Writes a file whole or not at all, and syncs it and its folder before it resolves. */
async function keep(folder: string, name: string, bytes: Uint8Array | string): Promise<void> {
  const unfinished = join(folder, `${name}.unfinished`);
  const file = await open(unfinished, 'w', 0o600);
  try {
    await file.writeFile(bytes);
    await file.datasync();
  } finally {
    await file.close();
  }
  await rename(unfinished, join(folder, name));
  await syncFolder(folder);
}

async function syncFolder(folder: string): Promise<void> {
  // Windows cannot open a folder, and writes its entries with the file.
  if (process.platform === 'win32') return;
  const at = await open(folder, 'r');
  try {
    await at.sync();
  } finally {
    await at.close();
  }
}

const isMissing = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'ENOENT';

/**
 * The spool in the data folder: a folder for each entry, a file for each range. One process writes, the one that holds the
 * database's lock.
 * @param machine the machine's clock: claims
 */
export function createSpoolFolder(folder: string, machine: Clock): SpoolStore {
  const root = join(folder, 'spool');
  mkdirSync(root, { recursive: true, mode: 0o700 });
  // One that was being begun, or removed, when the process ended.
  for (const name of readdirSync(root))
    if (!existsSync(join(root, name, 'about'))) rmSync(join(root, name), { recursive: true });
  const claimed = new Map<string, number>();
  const turns = new Map<string, Promise<unknown>>();
  const now = () => Date.parse(machine.now());

  /** Ranges of one entry come one after the other, so that each sees what the one before has kept. */
  function inTurn<T>(id: string, work: () => Promise<T>): Promise<T> {
    const mine = (turns.get(id) ?? Promise.resolve()).then(work, work);
    turns.set(id, mine);
    const end = () => turns.get(id) === mine && turns.delete(id);
    mine.then(end, end);
    return mine;
  }
  const placeOf = (id: string) => {
    if (!shape.test(id)) throw new TypeError('this is no id of an upload');
    return join(root, id);
  };

  async function ranges(id: string): Promise<readonly SpoolRange[]> {
    const names = await readdir(placeOf(id)).catch((error: unknown) => {
      if (isMissing(error)) return [];
      throw error;
    });
    return names.flatMap(rangeOf).sort((one, other) => one.from - other.from);
  }
  const safe = (kept: readonly SpoolRange[]) => kept.reduce((end, { from, to }) => (from === end ? to : end), 0);

  async function find(id: string): Promise<SpoolEntry | undefined> {
    if (!shape.test(id)) return undefined;
    const text = await readFile(join(placeOf(id), 'about'), 'utf8').catch((error: unknown) => {
      if (isMissing(error)) return undefined;
      throw error;
    });
    if (text === undefined) return undefined;
    const { about, ...entry } = head.parse(JSON.parse(text));
    return { id, ...entry, about: Buffer.from(about, 'base64'), arrived: safe(await ranges(id)) };
  }
  const write = (id: string, { tenant, at, size, about }: Omit<SpoolEntry, 'arrived' | 'id'>) =>
    keep(placeOf(id), 'about', JSON.stringify({ tenant, at, size, about: Buffer.from(about).toString('base64') }));

  return {
    find,
    ranges,
    async all(tenant) {
      const entries = await Promise.all((await readdir(root)).map(find));
      return entries
        .filter((entry) => entry !== undefined)
        .filter((entry) => entry.tenant === tenant)
        .sort((one, other) => (one.at < other.at ? -1 : 1));
    },
    begin: ({ id, ...entry }) =>
      inTurn(id, async () => {
        if (await find(id)) return;
        await mkdir(placeOf(id), { recursive: true, mode: 0o700 });
        await write(id, entry);
        await syncFolder(root);
      }),
    append: (id, range, sealed) =>
      inTurn(id, async () => {
        const entry = await find(id);
        if (!entry) return undefined;
        if (range.from !== entry.arrived || range.to > entry.size) return entry.arrived;
        await keep(placeOf(id), rangeName(range), sealed);
        return range.to;
      }),
    read: async (id, range) => readFile(join(placeOf(id), rangeName(range))),
    note: (id, about) =>
      inTurn(id, async () => {
        const entry = await find(id);
        if (entry) await write(id, { ...entry, about });
      }),
    async claim(limit, seconds) {
      const free = (await readdir(root)).filter((id) => shape.test(id) && (claimed.get(id) ?? 0) <= now());
      const entries = (await Promise.all(free.map(find))).filter((entry) => entry !== undefined);
      const mine = entries.sort((one, other) => (one.at < other.at ? -1 : 1)).slice(0, limit);
      for (const { id } of mine) claimed.set(id, now() + seconds * 1_000);
      return mine;
    },
    async release(id, seconds) {
      claimed.set(id, now() + seconds * 1_000);
    },
    remove: (id) =>
      inTurn(id, async () => {
        // What says what it is goes first: bytes without it are nobody's.
        await rm(join(placeOf(id), 'about'), { force: true });
        await rm(placeOf(id), { recursive: true, force: true });
        claimed.delete(id);
      }),
  };
}
