import { DateTime } from 'luxon';
import type { Actor, GrantedRole } from '../../access/types.ts';
import type { Effect } from '../../perform/types.ts';
import type { roleState } from '../people/fields.ts';
import type { RoleGrant } from '../people/record.ts';
import { confirmedRoles } from './fields.ts';

/** Where a grant stands, as a record holds it or as a row does. */
interface Standing {
  readonly state?: keyof typeof roleState | null;
  readonly acting?: boolean | number | null;
  readonly until?: string | null;
  readonly confirmedAt?: string | null;
}

/** The roles by which somebody says who is what at a school. */
export const giverRoles = ['head', 'dsl', 'trust-lead'] as const satisfies readonly GrantedRole[];

/** The roles by which somebody sees who is what, and may be the second person. */
export const secondRoles = [...giverRoles, 'deputy'] as const satisfies readonly GrantedRole[];

/** Somebody who may be the second person at a school. */
export interface SecondPerson {
  readonly school: string;
  readonly personId: string;
}

/**
 * Who is told that roles wait for a second person, each once, of the first that waits for them: neither who gives them nor who gets them.
 * @param grants what waits, each at a school
 */
export function tellSeconds(
  seconds: readonly SecondPerson[],
  grants: readonly { readonly id: string; readonly school: string }[],
  { givenById, personId }: Pick<RoleGrant, 'personId'> & { readonly givenById: string },
): readonly Effect[] {
  const told = new Map<string, string>();
  for (const { id, school } of grants)
    for (const second of seconds)
      if (
        second.school === school &&
        mayBeSecond({ givenById, personId }, second.personId) &&
        !told.has(second.personId)
      )
        told.set(second.personId, id);
  return [...told].map(([to, about]) => ({ kind: 'role-to-confirm', to, about }));
}

/**
 * Whether somebody says who is what at a school. The rights say so too; this is asked before anything about a person is, so that no
 * fault of a form tells who works at a school where one says nothing.
 */
export const givesAt = ({ grants }: Pick<Actor, 'grants'>, school: string): boolean =>
  grants.some((grant) => grant.school === school && giverRoles.some((role) => role === grant.role));

/** Whether somebody answers for who is what at a school themselves, and not as the trust's. */
const answersFor = ({ grants }: Pick<Actor, 'grants'>, school: string): boolean =>
  grants.some((grant) => grant.school === school && (grant.role === 'head' || grant.role === 'dsl'));

/**
 * Whether a role takes effect only when a second person has confirmed it. Nobody raises themselves; and of the trust nobody alone lets
 * a deputy in to the cases of a school that they may not see themselves.
 */
export const waitsForSecondPerson = (
  role: GrantedRole,
  person: string,
  giver: Pick<Actor, 'grants' | 'person'>,
  schools: readonly string[],
): boolean =>
  confirmedRoles.includes(role) ||
  person === giver.person ||
  (role === 'deputy' && !schools.every((school) => answersFor(giver, school)));

/** Whether it has neither ended nor passed. */
export const stillStands = ({ state, until }: Pick<Standing, 'state' | 'until'>, today: string): boolean =>
  state !== 'ended' && (until ?? today) >= today;

/** Whether a second person has still to say yes. */
export const isUnconfirmed = ({ state, acting, confirmedAt }: Standing): boolean =>
  state === 'to-confirm' || (Boolean(acting) && state !== 'ended' && !confirmedAt);

/** Whether somebody is that second person: neither who gave the role nor who gets it. */
export const mayBeSecond = (
  { givenById, personId }: Pick<RoleGrant, 'givenById' | 'personId'>,
  person: string,
): boolean => person !== givenById && person !== personId;

/**
 * The last day on which somebody may stand in who begins today. Lantern knows no school calendar yet: a holiday counts, which ends it
 * sooner.
 * @param today `YYYY-MM-DD`
 * @param most weekdays for which somebody may stand in, at least 1
 */
export function lastActingDay(today: string, most: number): string {
  let day = DateTime.fromISO(today, { zone: 'utc' });
  for (let days = 0; ; day = day.plus({ days: 1 }))
    if (day.weekday <= 5 && ++days === most) return day.toFormat('yyyy-MM-dd');
}
