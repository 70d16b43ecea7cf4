import type { Identity } from '../../access/types.ts';
import type { ComposedRoute } from '../../http/route.ts';
import { concernPaths, type Desk } from './contract.ts';
import { listConcerns, listOwnReports } from './views.ts';

/** What the desk must know of a person before it asks for anything of a child's. */
export interface DeskPerson {
  readonly name: string;
  readonly school: string;
  readonly leads: boolean;
}

/** The tab's first screen in one call: concerns for those who answer for them, else one's own reports. */
export function deskRoute(about: (identity: Identity) => Promise<DeskPerson>): ComposedRoute {
  return {
    method: 'get',
    path: concernPaths.desk,
    async compose(identity, read) {
      const { name, school, leads } = await about(identity);
      const view: Desk['view'] = leads ? 'concerns' : 'reports';
      const shown = await (leads ? read(listConcerns, identity, {}) : read(listOwnReports, identity, {}));
      if (!shown.ok) return shown;
      // The page is JSON already, with its digest in the journal: it goes out as it is.
      return { ok: true, answer: `${JSON.stringify({ name, school, view }).slice(0, -1)},"${view}":${shown.answer}}` };
    },
  };
}
