import type { GraphRequest } from '../ports/graph.ts';
import type { FilingPayload } from '../ports/outbox.ts';
import { common } from './columns.ts';
import type { Step } from './filing-step.ts';
import type { Cell } from './merge.ts';
import type { RowFields } from './rows.ts';

const marks = [common.key, common.act, common.rev].map((column) => column.name);

/** An OData literal: single quotes are doubled. */
const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** Two are enough to see that there is more than one. Only one indexed column can be asked about at a time. */
function find(list: string, expand: string, column: string, value: string): GraphRequest {
  const filter = encodeURIComponent(`fields/${column} eq ${quoted(value)}`);
  return { method: 'GET', path: `${list}/items?${expand}&$filter=${filter}&$top=2` };
}

/**
 * The call to Graph that a step is.
 * @param list `/sites/{id}/lists/{id}`
 * @param row the act's column values
 * @param cells of an update: the columns that are looked at when the row is read, for somebody may have written them
 */
export function callOf(
  step: Step,
  list: string,
  payload: FilingPayload,
  row: RowFields,
  cells: readonly Cell[],
): GraphRequest {
  const expand = `$expand=fields($select=${[...marks, ...cells.map((cell) => cell.column)].join(',')})`;
  switch (step.kind) {
    case 'create':
      return { method: 'POST', path: `${list}/items`, body: { fields: row } };
    case 'update':
      return {
        method: 'PATCH',
        path: `${list}/items/${encodeURIComponent(step.place.itemId)}`,
        headers: { 'If-Match': step.place.etag },
        body: { fields: row },
      };
    case 'read':
      return { method: 'GET', path: `${list}/items/${encodeURIComponent(step.itemId)}?${expand}` };
    case 'find-key':
      return find(list, expand, common.key.name, payload.id);
    case 'find-ref':
      return find(list, expand, common.ref.name, payload.ref ?? '');
  }
}
