import type { Identity } from '../../access/types.ts';
import type { Result } from '../../perform/problem.ts';
import type { View } from '../../perform/types.ts';
import type { Desk } from './contract.ts';
import { listRouted } from './routed-views.ts';
import { listConcerns, listOwnReports } from './views.ts';

/** What the desk must know of a person before it asks for anything of a child's. */
export interface DeskPerson {
  readonly name: string;
  readonly school: string;
  readonly leads: boolean;
  /** Reads the lines that are passed to a team. */
  readonly reads: boolean;
}

type ReadJson = (view: View<object, unknown, unknown>, identity: Identity, params: unknown) => Promise<Result<string>>;

/** The tab's first screen in one answer: concerns for those who answer for them, else one's own reports. */
export async function composeDesk(
  { name, school, leads, reads }: DeskPerson,
  identity: Identity,
  read: ReadJson,
): Promise<Result<string>> {
  const view: Desk['view'] = leads ? 'concerns' : 'reports';
  const shown = await (leads ? read(listConcerns, identity, {}) : read(listOwnReports, identity, {}));
  if (!shown.ok) return shown;
  const routed = reads ? await read(listRouted, identity, {}) : undefined;
  if (routed && !routed.ok) return routed;
  const lines = routed ? `,"routed":${routed.answer}` : '';
  // The page is JSON already, with its digest in the journal: it goes out as it is.
  return {
    ok: true,
    answer: `${JSON.stringify({ name, school, view }).slice(0, -1)},"${view}":${shown.answer}${lines}}`,
  };
}
