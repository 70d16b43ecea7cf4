import type { HeldRow } from '../ports/sync.ts';
import type { RecordType } from '../records/define-record.ts';
import { recordFromRow } from '../records/table.ts';

/** A row of a projection table as the sync sees it. */
export function heldRow(type: RecordType, row: Readonly<Record<string, unknown>>): HeldRow {
  const { id, school, ref, rev, filed: _filed, ...values } = recordFromRow(type, row);
  const text = (column: string) => (typeof row[column] === 'string' ? row[column] : undefined);
  const [itemId, etag, removedAt] = [text('itemId'), text('etag'), text('removedAt')];
  return {
    id,
    school,
    ...(ref !== undefined && { ref }),
    rev,
    filedRev: Number(row['filedRev']),
    ...(itemId !== undefined && { itemId }),
    ...(etag !== undefined && { etag }),
    stopped: text('stopped') !== undefined,
    ...(removedAt !== undefined && { removedAt }),
    values,
  };
}
