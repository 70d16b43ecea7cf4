import { z } from 'zod';
import { collect } from '../graph/pages.ts';
import type { FiledAnchor } from '../journal/filed-anchor.ts';
import { journalAnchor } from '../journal/journal-anchor.ts';
import type { Graph } from '../ports/graph.ts';
import { columnName } from './column-name.ts';
import { ListFault } from './list-fault.ts';
import { fromRow } from './rows.ts';

const item = z.object({ fields: z.looseObject({}) });
const anchor = z.object({
  n: z.number().default(0),
  hash: z.string().default(''),
  previousN: z.number().default(0),
  anchoredAt: z.string().default(''),
});
const columns = ['RequestKey', 'Rev', ...Object.keys(journalAnchor.fields).map(columnName)].join(',');

/**
 * All anchors of the journal as they lie in SharePoint, the oldest first. Rows that Lantern did not write are left out.
 * @param list `/sites/{id}/lists/{id}`
 * @throws ListFault when Graph refuses, GraphUnreachable when it does not answer
 */
export async function filedAnchors(graph: Graph, list: string): Promise<readonly FiledAnchor[]> {
  const found = await collect(graph, `${list}/items?$expand=fields($select=${columns})&$top=5000`);
  if (!found.ok) throw new ListFault(journalAnchor.list, found.answer);
  return found.values
    .flatMap((value) => {
      const row = fromRow(journalAnchor, item.parse(value).fields);
      return row ? [anchor.parse(row.values)] : [];
    })
    .sort((one, other) => one.n - other.n);
}
