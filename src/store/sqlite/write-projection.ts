import type SQLite from 'better-sqlite3-multiple-ciphers';
import type { Outcome } from '../../ports/sync.ts';
import { rowFromValues } from '../../records/table.ts';

const quoted = (name: string) => `"${name}"`;

/**
 * Writes what was found in SharePoint into a projection table; inside the caller's transaction. The table is an argument: a rebuild
 * fills one that is not asked yet.
 */
export function createWriteProjection(sqlite: SQLite.Database) {
  const statements = new Map<string, SQLite.Statement<unknown[]>>();
  const run = (text: string, values: readonly unknown[]) => {
    const statement = statements.get(text) ?? sqlite.prepare<unknown[]>(text);
    statements.set(text, statement);
    statement.run(...values);
  };
  return (table: string, tenant: string, { kind, id, columns }: NonNullable<Outcome['write']>): void => {
    const row = rowFromValues(columns);
    if (kind === 'add') {
      const all = { tenant, id, ...row };
      const names = Object.keys(all);
      const places = names.map(() => '?').join(', ');
      run(`insert into ${quoted(table)} (${names.map(quoted).join(', ')}) values (${places})`, Object.values(all));
    } else {
      const sets = Object.keys(row).map((name) => `${quoted(name)} = ?`);
      const values = [...Object.values(row), tenant, id];
      run(`update ${quoted(table)} set ${sets.join(', ')} where tenant = ? and id = ?`, values);
    }
  };
}
