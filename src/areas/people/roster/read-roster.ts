import { decodeText } from './decode-text.ts';
import { readOneRoster } from './read-one-roster.ts';
import { readSds } from './read-sds.ts';
import { readSdsUk } from './read-sds-uk.ts';
import { readTable, type Table } from './read-table.ts';
import type { Roster, RosterFile } from './rows.ts';

export type RosterFormat = 'sds-uk' | 'sds-2.1' | 'one-roster-1.1' | 'one-roster-1.2';

/** What a person may call each format. */
export const formatNames: Readonly<Record<RosterFormat, string>> = {
  'sds-uk': 'School Data Sync (England)',
  'sds-2.1': 'School Data Sync 2.1',
  'one-roster-1.1': 'OneRoster 1.1',
  'one-roster-1.2': 'OneRoster 1.2',
};

export type ReadRoster =
  | { readonly ok: true; readonly format: RosterFormat; readonly roster: Roster }
  | { readonly ok: false; readonly why: string };

const readers: Readonly<Record<RosterFormat, (tables: ReadonlyMap<string, Table>) => Omit<Roster, 'unread'>>> = {
  'sds-uk': readSdsUk,
  'sds-2.1': readSds,
  'one-roster-1.1': readOneRoster,
  'one-roster-1.2': readOneRoster,
};

/** Which format it is, by the files and the heads of their columns. */
function formatOf(tables: ReadonlyMap<string, Table>): RosterFormat | undefined {
  const has = (file: string, column: string) => tables.get(file)?.columns.has(column) ?? false;
  if (has('student.csv', 'school dfe number')) return 'sds-uk';
  if (!has('users.csv', 'sourcedid') || !tables.has('orgs.csv')) return undefined;
  if (has('users.csv', 'orgsourcedids')) return 'one-roster-1.1';
  if (!has('roles.csv', 'usersourcedid')) return undefined;
  const oneRoster =
    tables.has('manifest.csv') || has('users.csv', 'enableduser') || has('users.csv', 'usermasteridentifier');
  return oneRoster ? 'one-roster-1.2' : 'sds-2.1';
}

/** Files of a roster whose rows tell of people: where one cannot be read, nobody is taken to have left. */
const telling = new Set(['users.csv', 'roles.csv', 'student.csv', 'teacher.csv']);

/** Reads the files of a roster, in whichever of the known formats and encodings they are. Files of other kinds are passed over. */
export function readRoster(files: readonly RosterFile[]): ReadRoster {
  const csv = files.filter(({ name }) => name.toLowerCase().endsWith('.csv'));
  const tables = new Map(
    csv
      .toSorted((one, other) => (one.name < other.name ? -1 : 1))
      .map(({ name, bytes }) => [name.toLowerCase(), readTable(name, decodeText(bytes))]),
  );
  const format = formatOf(tables);
  if (!format) {
    const why =
      'These are not the files of a roster that Lantern knows: School Data Sync 2.1, School Data Sync (England), OneRoster 1.1 or 1.2.';
    return { ok: false, why };
  }
  const read = readers[format](tables);
  const broken = [...tables].flatMap(([name, { unread, faults }]) =>
    telling.has(name) ? [{ unread, faults }] : [{ unread: 0, faults }],
  );
  const roster: Roster = {
    ...read,
    unread: broken.reduce((sum, { unread }) => sum + unread, 0),
    faults: [...broken.flatMap(({ faults }) => faults), ...read.faults],
  };
  return { ok: true, format, roster };
}
