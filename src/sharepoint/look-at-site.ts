import { z } from 'zod';
import type { School } from '../config.ts';
import { collect } from '../graph/pages.ts';
import { GraphUnreachable, type Batch, type Graph, type GraphAnswer } from '../ports/graph.ts';
import type { RecordType, SiteKind } from '../records/define-record.ts';
import { faultIn, succeeded } from './answers.ts';
import type { Library } from './case-library.ts';
import { columnsOf } from './columns.ts';
import { columnAnswer, compareColumns, type Comparison } from './compare-columns.ts';
import { countInView, type InView } from './count-in-view.ts';
import { siteByPath } from './sites.ts';
import { tryGrant, type GrantTried } from './try-grant.ts';

export interface ListLook {
  readonly list: string;
  /** Absent: the list is not there. */
  readonly found?: {
    /** Columns that Lantern needs. */
    readonly columns: number;
    /** Absent: Graph did not show them. */
    readonly comparison?: Comparison;
    readonly view?: InView;
  };
}

/** What Graph shows of one of a school's sites. */
export type SiteLook =
  | {
      readonly kind: 'seen';
      readonly lists: readonly ListLook[];
      /** Names of libraries that are not there. */
      readonly noLibrary: readonly string[];
      readonly grant?: GrantTried;
    }
  | { readonly kind: 'refused'; readonly status: number; readonly code: string }
  | { readonly kind: 'no-answer'; readonly code: string };

export interface LookParts {
  /** One that asks again after a passing fault. */
  readonly graph: Graph;
  readonly batch: Batch;
}

const named = z.object({ id: z.string().min(1) });
const listed = z.array(named.extend({ displayName: z.string() }));

/**
 * Looks at one of a school's sites as far as Graph shows it. It changes nothing.
 * @param types those whose lists it should have
 * @param site the safeguarding site when absent
 */
export async function lookAtSite(
  parts: LookParts,
  school: School,
  types: readonly RecordType[],
  libraries: readonly Library[],
  site?: SiteKind,
): Promise<SiteLook> {
  try {
    return await look(parts, siteByPath(school, site), types, libraries);
  } catch (error) {
    if (error instanceof GraphUnreachable) return { kind: 'no-answer', code: error.code };
    throw error;
  }
}

async function look(
  { graph, batch }: LookParts,
  address: string,
  types: readonly RecordType[],
  libraries: readonly Library[],
): Promise<SiteLook> {
  const answer = await graph.call({ method: 'GET', path: address });
  const site = named.safeParse(answer.body);
  if (!succeeded(answer) || !site.success) return refused(answer);
  const at = `/sites/${site.data.id}`;
  const present = await collect(graph, `${at}/lists?$select=id,displayName`);
  if (!present.ok) return refused(present.answer);
  const lists = listed.parse(present.values);
  const found = types.flatMap((type) => {
    const list = lists.find(({ displayName }) => displayName === type.list);
    return list ? [{ type, path: `${at}/lists/${list.id}` }] : [];
  });
  const columns = await batch(found.map(({ path }) => ({ method: 'GET', path: `${path}/columns` })));
  const looks = new Map<string, ListLook>();
  for (const [n, { type, path }] of found.entries()) {
    const first = columns[n];
    if (!first || first instanceof GraphUnreachable) throw first ?? new GraphUnreachable('batch-incomplete');
    const all = await collect(graph, `${path}/columns`, { first });
    const wanted = columnsOf(type);
    const comparison = all.ok ? compareColumns(wanted, z.array(columnAnswer).parse(all.values)) : undefined;
    const view = await countInView(graph, path);
    const seen = { columns: wanted.length, ...(comparison && { comparison }), ...(view && { view }) };
    looks.set(type.name, { list: type.list, found: seen });
  }
  const [one] = found;
  const grant = one && (await tryGrant(graph, at, one.path));
  const inOrder = types.map((type) => looks.get(type.name) ?? { list: type.list });
  const noLibrary = libraries.map(({ name }) => name).filter((name) => !lists.some((one) => one.displayName === name));
  return { kind: 'seen', lists: inOrder, noLibrary, ...(grant && { grant }) };
}

const refused = (answer: GraphAnswer): SiteLook => ({
  kind: 'refused',
  status: answer.status,
  code: faultIn(answer).code,
});
