import type { FiledPage } from '../journal/filed-page.ts';
import type { Graph } from '../ports/graph.ts';
import { filedPages } from './filed-pages.ts';

/**
 * The page that begins with an entry.
 * @returns undefined when SharePoint does not show it (yet)
 * @throws ListFault, GraphUnreachable
 */
export async function findPage(graph: Graph, list: string, firstN: number): Promise<FiledPage | undefined> {
  for await (const filed of filedPages(graph, list, firstN))
    if (filed.kind === 'page') return filed.page.firstN === firstN ? filed.page : undefined;
  return undefined;
}
