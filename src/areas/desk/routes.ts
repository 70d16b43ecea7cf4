import type { Identity } from '../../access/types.ts';
import type { Route } from '../../http/route.ts';
import { deskPaths, type DeskPerson } from './contract.ts';

/**
 * The tab API of the desk itself, as data.
 * @param person who somebody is here, and where they may go; shows no record, so nothing is journalled
 */
export const deskRoutes = (person: (identity: Identity) => Promise<DeskPerson>): readonly Route[] => [
  {
    method: 'get',
    path: deskPaths.person,
    async compose(identity) {
      const { name, school, views } = await person(identity);
      return { ok: true, answer: JSON.stringify({ name, school, views } satisfies DeskPerson) };
    },
  },
];
