import type SQLite from 'better-sqlite3-multiple-ciphers';
import type { FilingPayload } from '../../ports/outbox.ts';
import type { RecordPatch } from '../../records/patch.ts';
import { recordFromRow, rowFromValues } from '../../records/table.ts';
import { filingOf } from '../filing-payload.ts';
import type { Commit } from '../../perform/store.ts';

const quoted = (name: string) => `"${name}"`;

type Row = Readonly<Record<string, unknown>>;

/** What the fields that are written held before, so that somebody else's change of them can be told from ours. */
const baseOf = (patch: RecordPatch, before: object): Row =>
  Object.fromEntries(Object.keys(patch.values).map((name) => [name, (before as Row)[name] ?? null]));

/** Writes patches into the projection and says what SharePoint must be told; inside the caller's transaction. */
export function createPut(sqlite: SQLite.Database) {
  const statements = new Map<string, SQLite.Statement<unknown[]>>();
  const prepared = (text: string) => {
    const known = statements.get(text) ?? sqlite.prepare<unknown[]>(text);
    statements.set(text, known);
    return known;
  };

  return function put(commit: Commit, patch: RecordPatch): FilingPayload {
    const { tenant } = commit.key;
    const row = rowFromValues(patch.values);
    if (patch.kind === 'create') {
      const all = { tenant, id: patch.id, school: patch.school, ref: patch.ref ?? null, rev: 1, ...row };
      const names = Object.keys(all);
      prepared(
        `insert into ${quoted(patch.type.name)} (${names.map(quoted).join(', ')}) values (${names.map(() => '?').join(', ')})`,
      ).run(...Object.values(all));
      return { ...filingOf(commit, patch), school: patch.school };
    }
    const rev = patch.rev + 1;
    const before = recordFromRow(
      patch.type,
      prepared(`select * from ${quoted(patch.type.name)} where tenant = ? and id = ?`).get(tenant, patch.id) as Row,
    );
    const sets = Object.keys(row).map((name) => `${quoted(name)} = ?`);
    prepared(
      `update ${quoted(patch.type.name)} set ${['rev = ?', ...sets].join(', ')} where tenant = ? and id = ?`,
    ).run(rev, ...Object.values(row), tenant, patch.id);
    const { school, ref } = before;
    return { ...filingOf(commit, patch), school, ...(ref !== undefined && { ref }), base: baseOf(patch, before) };
  };
}
