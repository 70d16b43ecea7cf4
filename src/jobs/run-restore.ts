import { chmodSync, copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Clock } from '../ports/clock.ts';
import { syncFile } from '../keys/sync-file.ts';
import { readKeys, type Keys } from '../store/keys.ts';
import { checkCopy, type CopyCheck } from '../store/sqlite/check-copy.ts';
import { markRestored } from '../store/sqlite/mark-restored.ts';
import { placesIn } from '../store/sqlite/places-in.ts';
import { rekeyCopy } from '../store/sqlite/rekey-copy.ts';
import { lockWriter } from '../store/sqlite/writer-lock.ts';

export interface RestoreParts {
  /** Lantern's data folder. */
  readonly folder: string;
  /** The keys of the folder; from its `data.key` when absent. */
  readonly keysOf?: (folder: string) => Keys | Promise<Keys>;
  /** The machine's. */
  readonly machine: Clock;
  /** Opens what was put in, and brings its journal up to what SharePoint holds. @returns entries that were taken back */
  readonly takeBack: () => Promise<number>;
  /** Prints one or more lines. */
  readonly say: (text: string) => void;
}

/**
 * The restore command: checks a backup, puts the present database aside, and the backup in its place. While a Lantern runs it
 * refuses. Broken off, it leaves a file that keeps Lantern from starting on half of it; then it is run again.
 * @param args the backup's file
 * @returns whether Lantern can be started
 */
export async function runRestore(args: readonly string[], parts: RestoreParts): Promise<boolean> {
  const { folder, say } = parts;
  const { positionals } = parseArgs({ args: [...args], allowPositionals: true });
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) throw new Error('Use: npm run restore -- FILE');
  if (!existsSync(file)) throw new Error(`There is no ${file}.`);
  const places = placesIn(folder);
  if (!existsSync(places.key) && !parts.keysOf)
    throw new Error(`${places.key} is missing: put the data.key there under which the backup was made (chmod 600).`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const lock = lockWriter(folder);
  try {
    const refused = await putIn(file, parts);
    if (refused !== undefined) {
      say(`${file} was not put in, and nothing was changed. ${refused}`);
      return false;
    }
  } finally {
    lock.release();
  }
  return afterwards(parts);
}

/** @returns why the backup was refused */
async function putIn(
  file: string,
  { folder, machine, say, keysOf = readKeys }: RestoreParts,
): Promise<string | undefined> {
  const { database, log, index, restoring } = placesIn(folder);
  const keys = await keysOf(folder);
  const now = machine.now();
  const interrupted = existsSync(restoring);
  const ready = `${restoring}.new`;
  copyFileSync(file, ready);
  chmodSync(ready, 0o600);
  const check = await checkUnder(keys, ready);
  if (!check.ok) {
    rmSync(ready, { force: true });
    const why = `${check.why}${otherKey(file, keys)}`;
    return interrupted ? `${why} The restore that was begun before is still to be ended.` : why;
  }
  markRestored(ready, keys.database, now);
  syncFile(ready);
  renameSync(ready, restoring);
  const aside = `${database}.before-${now.replaceAll(/[-:]/g, '')}`;
  if (existsSync(database)) renameSync(database, aside);
  if (existsSync(log)) renameSync(log, `${aside}-wal`);
  rmSync(index, { force: true });
  renameSync(restoring, database);
  if (process.platform !== 'win32') syncFile(folder);
  const entries = check.snapshot.heads.reduce((sum, { n }) => sum + n, 0);
  say(
    [
      `Put in: ${entries} entries of the journal, ${check.snapshot.waiting} acts and messages that wait.`,
      ...(existsSync(aside) ? [`What was there before lies in ${aside}; nothing was deleted.`] : []),
    ].join('\n'),
  );
  return undefined;
}

/** Reads the copy under today's key; a backup that is older than that key is brought to it first. */
async function checkUnder({ database: today, earlier }: Keys, copy: string): Promise<CopyCheck> {
  const check = await checkCopy(copy, today);
  for (const { database: key } of check.ok ? [] : earlier) {
    if (!(await checkCopy(copy, key)).ok) continue;
    rekeyCopy(copy, key, today);
    return checkCopy(copy, today);
  }
  return check;
}

/** @returns what the name of a backup says of its key, if it is none of ours */
function otherKey(file: string, keys: Keys): string {
  const wanted = /\.([0-9a-f]{8})\.backup$/.exec(file)?.[1];
  const held = [keys.id, ...keys.earlier.map(({ id }) => id)];
  return wanted === undefined || held.includes(wanted)
    ? ''
    : ` By its name it needs the data key ${wanted}; here are: ${held.join(', ')}.`;
}

async function afterwards({ takeBack, say }: RestoreParts): Promise<boolean> {
  try {
    const entries = await takeBack();
    say(
      `${entries} later entries of the journal were taken back from SharePoint. Start Lantern: what waits is filed, and what SharePoint holds already is recognised by its key.`,
    );
    return true;
  } catch (error) {
    say(
      `${error instanceof Error ? error.message : String(error)}\nUntil then Lantern does not start: it tries the same at each start.`,
    );
    return false;
  }
}
