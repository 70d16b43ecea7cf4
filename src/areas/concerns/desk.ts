import type { Identity } from '../../access/types.ts';
import type { Result } from '../../perform/problem.ts';
import type { ReadJson } from '../../perform/types.ts';
import type { Desk } from './contract.ts';
import { listRouted } from './routed-views.ts';
import { countConcerns, listConcerns, listOwnReports } from './views.ts';

/** What the desk must know of a person before it asks for anything of a child's. */
export interface DeskPerson {
  readonly name: string;
  readonly school: string;
  readonly leads: boolean;
  /** Ids of the desk's views that they may go to. */
  readonly views: readonly string[];
  /** Reads the lines that are passed to a team. */
  readonly reads: boolean;
}

/** The tab's first screen in one answer: concerns and their counts for those who answer for them, else one's own reports. */
export async function composeDesk(
  { name, school, leads, reads, views }: DeskPerson,
  identity: Identity,
  read: ReadJson,
  filter: Readonly<Record<string, unknown>>,
): Promise<Result<string>> {
  const view: Desk['view'] = leads ? 'concerns' : 'reports';
  // Asked together, so that one sync makes both looks durable.
  const [shown, counted] = await Promise.all([
    leads ? read(listConcerns, identity, filter) : read(listOwnReports, identity, {}),
    leads ? read(countConcerns, identity, {}) : undefined,
  ]);
  if (!shown.ok) return shown;
  if (counted?.ok === false) return counted;
  const routed = reads ? await read(listRouted, identity, {}) : undefined;
  if (routed?.ok === false) return routed;
  const parts = { [view]: shown, ...(counted && { counts: counted }), ...(routed && { routed }) };
  const rest = Object.entries(parts).map(([name, part]) => `,"${name}":${part.answer}`);
  // The parts are JSON already, each with its digest in the journal: they go out as they are.
  return {
    ok: true,
    answer: `${JSON.stringify({ name, school, view, views }).slice(0, -1)}${rest.join('')}}`,
  };
}
