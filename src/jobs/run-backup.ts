import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readKeys, type Keys } from '../store/keys.ts';
import { checkCopy } from '../store/sqlite/check-copy.ts';
import { placesIn } from '../store/sqlite/places-in.ts';
import type { BackupAnswer } from './backup-order.ts';
import { backupTime } from './backup-time.ts';
import { runOrder, type OpenHere } from './run-order.ts';

/** So many backups are kept in the usual place: a fortnight of one a day. */
export const backupsKept = 14;

/**
 * The backup command: the Lantern that runs on a data folder makes a copy, or this process under its lock; then all of it is
 * read here, and only a copy that holds what it must gets its name.
 * @param args a file's name, or none
 * @param say prints one or more lines
 * @param keysOf the keys of a data folder
 * @returns whether there is a backup
 */
export async function runBackup(
  args: readonly string[],
  folders: readonly string[],
  openHere: OpenHere,
  say: (text: string) => void,
  keysOf: (folder: string) => Keys | Promise<Keys> = readKeys,
): Promise<boolean> {
  const { positionals } = parseArgs({ args: [...args], allowPositionals: true });
  if (positionals.length > 1) throw new Error('Use: npm run backup [-- FILE]');
  const [named] = positionals;
  const file = named === undefined ? undefined : resolve(named);
  if (file !== undefined && existsSync(file)) throw new Error(`${file} is there already. Name another file.`);
  const order = { command: 'backup', ...(file !== undefined && { file }) };
  const made = (await runOrder(order, folders, openHere, () => undefined)) as BackupAnswer;
  if (!made.ok) {
    say(made.why);
    return false;
  }
  const keys = await keysOf(made.folder);
  const check = await checkCopy(made.part, keys.database);
  const whole = check.ok && JSON.stringify(check.snapshot) === JSON.stringify(made.snapshot);
  if (!whole) {
    rmSync(made.part, { force: true });
    say(`The copy was not whole, and was taken away: ${check.ok ? 'it holds something else.' : check.why} Try again.`);
    return false;
  }
  renameSync(made.part, made.file);
  const entries = made.snapshot.heads.reduce((sum, { n }) => sum + n, 0);
  say(
    [
      `Backup: ${made.file} (${Math.ceil(statSync(made.file).size / 1_000_000)} MB, encrypted).`,
      `It was opened and read: ${entries} entries of the journal, whose chain holds; ${made.snapshot.waiting} acts and messages that wait.`,
      `To use it on another machine you also need ${keyIn(made.folder)}, which is not in it (key ${keys.id}). Keep that apart from the backups.`,
    ].join('\n'),
  );
  if (file === undefined) forgetOldest(dirname(made.file));
  return true;
}

const keyIn = (folder: string) => {
  const { key, wrappedKey } = placesIn(folder);
  return existsSync(wrappedKey) ? `${wrappedKey} and the key in Key Vault` : key;
};

function forgetOldest(folder: string): void {
  const kept = readdirSync(folder)
    .filter((name) => backupTime(name) !== undefined)
    .sort();
  for (const name of kept.slice(0, -backupsKept)) rmSync(join(folder, name));
}
