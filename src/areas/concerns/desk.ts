import type { Identity } from '../../access/types.ts';
import type { Result } from '../../perform/problem.ts';
import type { View } from '../../perform/types.ts';
import type { Desk } from './contract.ts';
import { listConcerns, listOwnReports } from './views.ts';

/** What the desk must know of a person before it asks for anything of a child's. */
export interface DeskPerson {
  readonly name: string;
  readonly school: string;
  readonly leads: boolean;
  /** Ids of the desk's views that they may go to. */
  readonly views: readonly string[];
}

type ReadJson = (view: View<object, unknown, unknown>, identity: Identity, params: unknown) => Promise<Result<string>>;

/** The tab's first screen in one answer: concerns for those who answer for them, else one's own reports. */
export async function composeDesk(
  { name, school, leads, views }: DeskPerson,
  identity: Identity,
  read: ReadJson,
): Promise<Result<string>> {
  const view: Desk['view'] = leads ? 'concerns' : 'reports';
  const shown = await (leads ? read(listConcerns, identity, {}) : read(listOwnReports, identity, {}));
  if (!shown.ok) return shown;
  // The page is JSON already, with its digest in the journal: it goes out as it is.
  return {
    ok: true,
    answer: `${JSON.stringify({ name, school, view, views }).slice(0, -1)},"${view}":${shown.answer}}`,
  };
}
