import { z } from 'zod';
import type { View } from '../../perform/types.ts';
import type { Instant } from '../../ports/clock.ts';
import type { Query } from '../../records/query.ts';
import { schoolDay } from '../../records/school-day.ts';
import { rolesOfPerson } from '../people/queries.ts';
import type { HealthDesk } from './contract.ts';

/** No record: what is asked of the store is whether this person holds the right, and at which schools. */
const byRole = {
  shape: 'page',
  query: rolesOfPerson,
  values: (_params: object, { person }: { readonly person: string }, now: Instant) => ({
    person,
    today: schoolDay(now),
  }),
} as const;

type RoleRow = typeof rolesOfPerson extends Query<never, infer R> ? R : never;

/** How Lantern is, as the last examination found it: what concerns Lantern as a whole, and of schools those where the person holds the right. */
export const lookAtHealth: View<HealthDesk, RoleRow, HealthDesk> = {
  ...byRole,
  verb: 'look-at-health',
  fields: ['check', 'state', 'says', 'mend'],
  params: z.custom<HealthDesk>((value) => typeof value === 'object' && value !== null),
  present(_rows, { params: { health, schools, ...rest }, may }) {
    const theirs = (school: string) => may('look-at-health', { school });
    const lines = health?.lines.filter(({ school }) => school === undefined || theirs(school));
    const answer = {
      ...rest,
      schools: schools.filter(({ id }) => theirs(id)),
      ...(health && lines && { health: { at: health.at, lines } }),
    };
    return { answer, ids: [] };
  },
};

/** Has Lantern examined. It shows nothing: what is found, `lookAtHealth` shows. */
export const examineHealth: View<object, RoleRow, null> = {
  ...byRole,
  verb: 'examine-health',
  fields: [],
  params: z.strictObject({}),
  present: () => ({ answer: null, ids: [] }),
};
