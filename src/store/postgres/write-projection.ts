import type { Outcome } from '../../ports/sync.ts';
import type { RecordType } from '../../records/define-record.ts';
import { rowFromValues } from '../../records/table.ts';
import { wordsColumn } from './full-text.ts';
import { createParameters, type Parameters } from './parameters.ts';
import type { Run } from './pool.ts';
import { quoted } from './quoted.ts';

const cell = (value: unknown, p: Parameters): string => {
  if (typeof value === 'number') return p.whole(value);
  return typeof value === 'string' ? p.text(value) : 'null';
};

/**
 * Writes what was found in SharePoint into a projection table, with its words; inside the caller's transaction.
 * @param table an argument, for a rebuild fills one that is not asked yet
 */
export async function writeProjection(
  run: Run,
  table: string,
  type: RecordType,
  tenant: string,
  { kind, id, columns }: NonNullable<Outcome['write']>,
): Promise<void> {
  const p = createParameters();
  const row = rowFromValues(columns);
  const names = Object.keys(row);
  const cells = Object.values(row).map((value) => cell(value, p));
  const [ofTenant, ofId] = [p.text(tenant), p.text(id)];
  const text =
    kind === 'add'
      ? `insert into ${quoted(table)} (tenant, id, ${names.map(quoted).join(', ')})
         values (${ofTenant}, ${ofId}, ${cells.join(', ')})`
      : `update ${quoted(table)} set ${names.map((name, i) => `${quoted(name)} = ${cells[i] ?? 'null'}`).join(', ')}
         where tenant = ${ofTenant} and id = ${ofId}`;
  await run(text, p.values);
  const words = wordsColumn(type);
  if (!words?.names.some((name) => names.includes(name))) return;
  const made = words.wordsIn(`(${words.text(quoted)})`);
  await run(`update ${quoted(table)} set ${quoted(words.column)} = ${made} where tenant = $1 and id = $2`, [
    tenant,
    id,
  ]);
}
