import { readFileSync } from 'node:fs';
import { concern, concernAddendum, concernDecision } from '../../src/areas/concerns/record.ts';
import type { School } from '../../src/config.ts';
import { createGraph } from '../../src/graph/client.ts';
import { collect } from '../../src/graph/pages.ts';
import { demo } from '../../src/local/cast.ts';
import type { LedgerEntry } from '../../src/local/ledger.ts';
import { localTransport } from '../../src/local/transport.ts';
import type { Budget, Graph } from '../../src/ports/graph.ts';
import { siteByPath } from '../../src/sharepoint/sites.ts';
import { traceIn } from './trace-in.ts';
import type { WatchedTenant } from './watched-tenant.ts';

type Fields = Readonly<Record<string, unknown>>;

/** A row as Graph shows it. */
export interface FiledRow {
  readonly id: string;
  readonly fields: Fields;
}

/** What SharePoint holds of cases. */
export interface Filed {
  readonly traces: readonly string[];
  /** Traces in the order in which the writes were taken. */
  readonly written: readonly string[];
  /** The concerns' rows by their key. */
  readonly rows: ReadonlyMap<string, FiledRow>;
}

const boundless: Budget = { wait: () => 0, spend: () => () => undefined, rest: () => undefined };
const school: School = { ...demo.school, host: demo.sharePointHost };

/**
 * Asks SharePoint, as another application than Lantern, what lies there of all cases but those that were there before.
 * @param ledgerFile where the tenant wrote down each call
 */
export async function filedTraces(
  tenant: WatchedTenant,
  ledgerFile: string,
  except: ReadonlySet<string>,
): Promise<Filed> {
  const token = tenant.core.graphToken(demo.provisionAppId);
  const transport = localTransport(tenant.origin);
  const graph = createGraph({ token: async () => token, transport, userAgent: 'Crash', budget: boundless });
  const { id: site } = (await get(graph, siteByPath(school))) as { readonly id: string };
  const lists = await all<{ id: string; displayName: string }>(graph, `/sites/${site}/lists?$select=id,displayName`);
  const nameOf = new Map(lists.map(({ id, displayName }) => [id, displayName]));
  const idOf = new Map(lists.map(({ id, displayName }) => [displayName, id]));
  const rowsOf = (list: string) =>
    all<FiledRow>(graph, `/sites/${site}/lists/${idOf.get(list) ?? ''}/items?$expand=fields&$top=5000`);

  const rows = new Map<string, FiledRow>();
  const traces: string[] = [];
  for (const row of await rowsOf(concern.list)) {
    const key = String(row.fields['RequestKey']);
    if (except.has(key)) continue;
    rows.set(key, row);
    const path = `/sites/${site}/lists/${idOf.get(concern.list) ?? ''}/items/${row.id}/versions?$expand=fields`;
    const versions = await all<{ fields: Fields }>(graph, path);
    traces.push(...versions.flatMap(({ fields }) => traceIn(concern.list, fields) ?? []));
  }
  for (const list of [concernAddendum.list, concernDecision.list]) {
    const ours = (await rowsOf(list)).filter(({ fields }) => !except.has(String(fields['ConcernId'])));
    traces.push(...ours.flatMap(({ fields }) => traceIn(list, fields) ?? []));
  }

  const calls = readFileSync(ledgerFile, 'utf8').trimEnd().split('\n');
  // A change does not name its record: the row's first writing did.
  const keyOf = new Map<string, Fields>();
  const written = calls.flatMap((line) => {
    const { method, url, status, body, response } = JSON.parse(line) as LedgerEntry;
    const [, list = '', item] = /\/lists\/([^/]+)\/items(?:\/(\d+))?$/.exec(url) ?? [];
    if (list === '' || method === 'GET' || status === null || status >= 300) return [];
    const row = `${list} ${item ?? (response as { readonly id: string }).id}`;
    const { fields } = body as { readonly fields: Fields };
    if (item === undefined) keyOf.set(row, fields);
    return traceIn(nameOf.get(list), { ...keyOf.get(row), ...fields }) ?? [];
  });
  return { traces, written, rows };
}

async function get(graph: Graph, path: string): Promise<unknown> {
  const { status, body } = await graph.call({ method: 'GET', path });
  if (status !== 200) throw new Error(`${path} answered ${status}`);
  return body;
}

async function all<T>(graph: Graph, path: string): Promise<readonly T[]> {
  const found = await collect(graph, path);
  if (!found.ok) throw new Error(`${path} answered ${found.answer.status}`);
  return found.values as readonly T[];
}
