import { z } from 'zod';
import { pageByPage } from '../graph/page-by-page.ts';
import type { Filed, FiledPage } from '../journal/filed-page.ts';
import { journalPage } from '../journal/journal-page.ts';
import type { Graph } from '../ports/graph.ts';
import { columnName } from './column-name.ts';
import { pageKey } from './page-rows.ts';
import { fromRow } from './rows.ts';
import { ListFault } from './list-fault.ts';

const item = z.object({ id: z.string(), fields: z.looseObject({}) });
const row = z.object({
  firstN: z.number(),
  lastN: z.number(),
  entryCount: z.number().default(0),
  hashBefore: z.string().default(''),
  hashAfter: z.string().default(''),
  digest: z.string().default(''),
  part: z.number(),
  parts: z.number(),
  entries: z.string().default(''),
});
type Row = z.infer<typeof row> & { readonly key: string };

/** Rows at once: each may hold 64 kB. */
const rowsAtOnce = 50;
const columns = ['RequestKey', 'Rev', ...Object.keys(journalPage.fields).map(columnName)].join(',');

/** SharePoint may change line ends and outer blanks, and neither is in an entry. */
const asFiled = (text: string) => text.replaceAll('\r\n', '\n').trim();

function rowIn(fields: Readonly<Record<string, unknown>>): Row | undefined {
  const filed = fromRow(journalPage, fields);
  const read = row.safeParse(filed?.values);
  return filed && read.success && filed.id === pageKey(read.data.firstN, read.data.part)
    ? { ...read.data, key: filed.id }
    : undefined;
}

function whole(rows: readonly Row[]): FiledPage | undefined {
  const sorted = rows.toSorted((one, other) => one.part - other.part);
  const [first] = sorted;
  if (!first || first.parts !== sorted.length || sorted.some(({ part }, i) => part !== i + 1)) return undefined;
  const { firstN, lastN, entryCount, hashBefore, hashAfter, digest } = first;
  const [before, last] = [
    { n: firstN - 1, hash: hashBefore },
    { n: lastN, hash: hashAfter },
  ];
  return { firstN, before, last, entryCount, digest, text: sorted.map(({ entries }) => asFiled(entries)).join('') };
}

/**
 * The journal's pages as they lie in SharePoint, in the order of their entries.
 * @param list `/sites/{id}/lists/{id}`
 * @param from pages that begin with this entry or a later one
 * @throws ListFault when Graph refuses, GraphUnreachable when it does not answer
 */
export async function* filedPages(graph: Graph, list: string, from = 1): AsyncGenerator<Filed> {
  const filter = from > 1 ? `&$filter=${encodeURIComponent(`fields/FirstN ge ${from}`)}` : '';
  const path = `${list}/items?$expand=fields($select=${columns})&$orderby=fields/FirstN&$top=${rowsAtOnce}${filter}`;
  let together: { readonly item: string; readonly row: Row }[] = [];
  function* settled(): Generator<Filed> {
    const [first] = together;
    if (!first) return;
    const page = whole(together.map((one) => one.row));
    yield page ? { kind: 'page', page } : { kind: 'strange', item: first.item, firstN: first.row.firstN };
    together = [];
  }
  for await (const some of pageByPage(graph, path)) {
    if (!some.ok) throw new ListFault(journalPage.list, some.answer);
    for (const value of some.values) {
      const { id, fields } = item.parse(value);
      const found = rowIn(fields);
      if (!found) {
        yield { kind: 'strange', item: id, firstN: undefined };
        continue;
      }
      if (together[0] && together[0].row.firstN !== found.firstN) yield* settled();
      together.push({ item: id, row: found });
    }
  }
  yield* settled();
}
