import { existsSync, rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { keyFile } from '../keys/key-file.ts';
import { keyId } from '../keys/key-id.ts';
import type { KeyRing } from '../keys/key-ring.ts';
import type { WrappedKeyStore } from '../keys/wrapped-key-store.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import { settled } from '../store/keys.ts';
import { placesIn } from '../store/sqlite/places-in.ts';
import { lockWriter } from '../store/sqlite/writer-lock.ts';
import { rotateDataKey, type RotateDataKeyParts } from './rotate-data-key.ts';

export interface RotateKeyParts extends Pick<RotateDataKeyParts, 'before'> {
  /** Lantern's data folder. */
  readonly folder: string;
  /** Where Key Vault's wrapped keys lie; undefined when `data.key` is a file. */
  readonly wrapped: WrappedKeyStore | undefined;
  /** Whether several instances share a database, which has an encryption of its own. */
  readonly fleet: boolean;
  /** The machine's. */
  readonly clock: Clock;
  readonly log: Log;
  /** Prints one or more lines. */
  readonly say: (text: string) => void;
}

/**
 * The command that changes keys. Without `--data` the data key is wrapped anew, with the newest version of the key in Key Vault;
 * Lantern may run meanwhile. With `--data` there is a new data key, and the database is encrypted anew; Lantern must be stopped.
 * @returns whether a key was changed, or none had to be
 */
export async function runRotateKey(args: readonly string[], parts: RotateKeyParts): Promise<boolean> {
  const { values } = parseArgs({ args: [...args], options: { data: { type: 'boolean', default: false } } });
  const { folder, fleet } = parts;
  const locks = [lockWriter(folder, 'key.lock')];
  try {
    if (values.data && !fleet) locks.push(lockWriter(folder));
    return await (values.data ? newDataKey(parts) : wrapAnew(parts));
  } finally {
    for (const lock of locks) lock.release();
  }
}

async function ringOf({ folder, wrapped }: RotateKeyParts): Promise<KeyRing> {
  const ring = (await wrapped?.read()) ?? keyFile(placesIn(folder).key).read();
  if (!ring) throw new Error(`There is no data key in ${wrapped?.place ?? folder} yet: start Lantern once.`);
  return ring;
}

/** Keeps a ring where the settings say. A file whose keys are wrapped now has no more business there. */
async function keep(ring: KeyRing, { folder, wrapped }: RotateKeyParts): Promise<void> {
  const { key } = placesIn(folder);
  if (!wrapped) return keyFile(key).write(ring);
  await wrapped.replace(ring);
  const again = await wrapped.read();
  if (again && keyId(again.current) === keyId(ring.current)) rmSync(key, { force: true });
}

async function wrapAnew(parts: RotateKeyParts): Promise<boolean> {
  const { folder, wrapped, log, say } = parts;
  if (!wrapped) {
    say(
      `${placesIn(folder).key} is wrapped by nothing, because LANTERN_KEY_VAULT_KEY is not set. For a new data key: npm run rotate-key -- --data`,
    );
    return false;
  }
  const ring = await ringOf(parts);
  const before = (await wrapped.versions()).map(versionOf);
  const fromFile = existsSync(placesIn(folder).key);
  await keep(ring, parts);
  const after = (await wrapped.versions()).map(versionOf);
  log.security('keys.wrapped', { key: keyId(ring.current), from: before.join(','), to: after.join(',') });
  const left = before.filter((version) => !after.includes(version));
  say(
    [
      `The data key ${keyId(ring.current)} is wrapped by version ${after.join(', ')} and was opened with it (${wrapped.place}).`,
      ...(fromFile
        ? [`${placesIn(folder).key} was taken away. Copies of it still open the database: destroy them.`]
        : []),
      ...left.map(
        (version) =>
          `Version ${version} is needed no more, except for copies of ${wrapped.place} that are older than this.`,
      ),
    ].join('\n'),
  );
  return true;
}

async function newDataKey(parts: RotateKeyParts): Promise<boolean> {
  const { folder, fleet, clock, log, say, before } = parts;
  const ring = settled(await ringOf(parts), folder);
  const kept = (next: KeyRing) => keep(next, parts);
  const done = await rotateDataKey(ring, {
    folder: fleet ? undefined : folder,
    keep: kept,
    clock,
    ...(before && { before }),
  });
  const [from, to] = [keyId(ring.current), keyId(done.current)];
  log.security('keys.rotated', { from, to });
  say(
    [
      `There is a new data key, ${to}. The key ${from} stays beside it: cards that were sent open with it for their 14 days, and`,
      'so do backups that were made before; their names end in it.',
      fleet
        ? 'Restart every instance now, one after the other. Until then a card of one may be refused by another, which offers a new one.'
        : 'The database is encrypted anew. Start Lantern and make a backup: npm run backup.',
    ].join('\n'),
  );
  return true;
}

const versionOf = (kid: string) => kid.slice(kid.lastIndexOf('/') + 1);
