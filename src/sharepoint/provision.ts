import { z } from 'zod';
import type { School } from '../config.ts';
import { collect } from '../graph/pages.ts';
import { GraphUnreachable, type Batch, type Graph, type GraphAnswer, type GraphRequest } from '../ports/graph.ts';
import type { Log } from '../ports/log.ts';
import type { RecordType, SiteKind } from '../records/define-record.ts';
import { faultIn, succeeded } from './answers.ts';
import type { Library } from './case-library.ts';
import { columnsOf } from './columns.ts';
import { columnAnswer, compareColumns } from './compare-columns.ts';
import { siteByPath, sitePathOf, sitesOfSchool } from './sites.ts';

export interface ProvisionSettings {
  /** The provisioning identity's Graph: Lantern's own may write rows and make no lists. */
  readonly graph: Graph;
  /** The same, for several reads at once. */
  readonly batch: Batch;
  readonly schools: readonly School[];
  readonly types: readonly RecordType[];
  /** Lists that the tenant has once: they are made in the first school's safeguarding site. */
  readonly once?: readonly RecordType[];
  /** Document libraries that each school's safeguarding site has. */
  readonly libraries?: readonly Library[];
  readonly log: Log;
}

export interface ListReport {
  readonly school: string;
  readonly list: string;
  /** False when it was there. */
  readonly made: boolean;
  /** Internal names of columns that were added, and of columns that were given an index, uniqueness, room or choices. */
  readonly added: readonly string[];
  readonly mended: readonly string[];
  /** What is not as it must be and Lantern does not change by itself; empty when all is well. */
  readonly faults: readonly string[];
}

export interface ProvisionReport {
  readonly lists: readonly ListReport[];
  /** What a SharePoint administrator does by hand, for Graph cannot. */
  readonly byHand: readonly string[];
}

/** Graph refused a step. Nothing is undone: mend the cause and run it again. */
export class ProvisionFault extends Error {
  constructor(
    readonly step: string,
    readonly status: number,
    readonly code: string,
  ) {
    super(`${step}: Graph answered ${status} ${code}. Mend the cause and run it again; what was made stays.`);
    this.name = 'ProvisionFault';
  }
}

export const byHand: readonly string[] = [
  'Versions: in the settings of each list raise the number of major versions kept from 50 to 50,000. Graph cannot set it.',
  'Who may open the site: take away all members and visitors and keep as few owners as can be. Lantern decides who sees a record; SharePoint would show them all. Graph cannot set it.',
  'The staff-concerns site: its owners are its own, not those of the safeguarding site, for a concern may be about one of them; the head and the chair of governors say who. Graph cannot set it.',
  'Retention: in Microsoft Purview put a retention policy on the site, so that nobody can delete for good what the school must keep. Graph cannot set it on lists.',
  'Default view: leave it without a filter, or rows outside it may be missed. Graph knows no views; npm run doctor counts the rows.',
  'Time zone: in the site’s regional settings choose (UTC). Lantern keeps its times as text, and SharePoint’s own dates agree with them then. Graph neither sets nor shows it.',
  'Attachments: turn them off in the advanced settings of each list. Graph can neither do that nor see them.',
];

const named = z.object({ id: z.string().min(1) });
const listed = named.extend({ displayName: z.string() });

/**
 * Makes the lists and columns that are missing and touches nothing else: no row, and of a column that is there only what it
 * lacks: an index, uniqueness, room for a longer text, a choice. Safe to run again; with nothing missing it only reads.
 * @throws ProvisionFault when Graph refuses a step, GraphUnreachable when it does not answer
 */
export async function provision(settings: ProvisionSettings): Promise<ProvisionReport> {
  const lists: ListReport[] = [];
  // The safeguarding sites of all schools first: no other site that is missing keeps a list for children's concerns from being made.
  for (const site of sitesOfSchool)
    for (const [at, school] of settings.schools.entries()) {
      const wanted = at === 0 ? [...settings.types, ...(settings.once ?? [])] : settings.types;
      const types = wanted.filter((type) => type.site === site);
      const libraries = site === undefined ? (settings.libraries ?? []) : [];
      if (types.length + libraries.length > 0)
        lists.push(...(await provisionSite(settings, { school, site, types, libraries })));
    }
  return { lists, byHand };
}

interface Wanted {
  readonly school: School;
  readonly site: SiteKind | undefined;
  readonly types: readonly RecordType[];
  readonly libraries: readonly Library[];
}

async function provisionSite(settings: ProvisionSettings, wanted: Wanted): Promise<readonly ListReport[]> {
  const { school, site: kind, types, libraries } = wanted;
  const lists: ListReport[] = [];
  const where = sitePathOf(school, kind);
  const call = { method: 'GET', path: siteByPath(school, kind) } as const;
  const site = named.parse(await must(settings.graph, `Site ${where}`, call));
  const path = `/sites/${site.id}/lists`;
  const present = await all(settings.graph, `Lists of ${where}`, `${path}?$select=id,displayName`, listed);
  const idOf = (type: RecordType) => present.find(({ displayName }) => displayName === type.list)?.id;
  const columns = await columnsIn(settings.batch, path, types.map(idOf));
  for (const type of types) {
    const id = idOf(type);
    const found = id === undefined ? undefined : { id, columns: columns.get(id) };
    lists.push(await provisionList(settings, school, path, type, found));
  }
  for (const library of libraries) {
    const there = present.some(({ displayName }) => displayName === library.name);
    if (!there) await makeLibrary(settings, school, path, library);
    lists.push({ school: school.id, list: library.name, made: !there, added: [], mended: [], faults: [] });
  }
  return lists;
}

/**
 * First pages of the columns of lists, asked for at once: a school has a list for each type of record.
 * @throws GraphUnreachable when one did not come
 */
async function columnsIn(batch: Batch, lists: string, ids: readonly (string | undefined)[]) {
  const present = ids.filter((id) => id !== undefined);
  const ends = await batch(present.map((id) => ({ method: 'GET', path: `${lists}/${id}/columns` })));
  const answers = new Map<string, GraphAnswer>();
  for (const [at, id] of present.entries()) {
    const end = ends[at];
    if (end instanceof GraphUnreachable) throw end;
    if (end) answers.set(id, end);
  }
  return answers;
}

async function provisionList(
  { graph, log }: ProvisionSettings,
  school: School,
  lists: string,
  type: RecordType,
  present: { readonly id: string; readonly columns: GraphAnswer | undefined } | undefined,
): Promise<ListReport> {
  const step = `List “${type.list}” of ${school.id}`;
  const wanted = columnsOf(type);
  const id = present?.id ?? (await makeList(graph, step, lists, type));
  if (present === undefined) log.info('provision.list-made', { school: school.id, record: type.name });

  const columns = `${lists}/${id}/columns`;
  const found = await all(graph, step, columns, columnAnswer, present?.columns);
  const { missing, mendable, otherKinds } = compareColumns(wanted, found);
  for (const column of missing) {
    await must(graph, `${step}, column ${column.name}`, { method: 'POST', path: columns, body: column });
    log.info('provision.column-made', { school: school.id, record: type.name, column: column.name });
  }
  for (const { id: columnId, name, mend } of mendable) {
    await must(graph, `${step}, column ${name}`, { method: 'PATCH', path: `${columns}/${columnId}`, body: mend });
    log.info('provision.column-mended', { school: school.id, record: type.name, column: name });
  }
  return {
    school: school.id,
    list: type.list,
    made: present === undefined,
    added: missing.map(({ name }) => name),
    mended: mendable.map(({ name }) => name),
    faults: otherKinds.map(({ name, is, needed }) => `${name} is ${is}, and Lantern needs ${needed}`),
  };
}

async function makeLibrary({ graph, log }: ProvisionSettings, school: School, path: string, library: Library) {
  const { name: displayName, description } = library;
  const body = { displayName, description, list: { template: 'documentLibrary' } };
  await must(graph, `Library “${displayName}” of ${school.id}`, { method: 'POST', path, body });
  log.info('provision.library-made', { school: school.id });
}

/** All columns come with the list, for an index is sure to be built only while it is empty. Graph wants `displayName`, never `name`. */
async function makeList(graph: Graph, step: string, path: string, type: RecordType): Promise<string> {
  const body = {
    displayName: type.list,
    description: type.description,
    list: { template: 'genericList' },
    columns: columnsOf(type),
  };
  return named.parse(await must(graph, step, { method: 'POST', path, body })).id;
}

async function must(graph: Graph, step: string, request: GraphRequest): Promise<unknown> {
  const answer = await graph.call(request);
  if (!succeeded(answer)) throw new ProvisionFault(step, answer.status, faultIn(answer).code);
  return answer.body;
}

async function all<T>(
  graph: Graph,
  step: string,
  path: string,
  schema: z.ZodType<T>,
  first?: GraphAnswer,
): Promise<readonly T[]> {
  const collected = await collect(graph, path, first && { first });
  if (!collected.ok) throw new ProvisionFault(step, collected.answer.status, faultIn(collected.answer).code);
  return z.array(schema).parse(collected.values);
}
