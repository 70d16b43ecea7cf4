import type { GrantedRole } from '../../access/types.ts';
import { giftTo, isFed, leavesNoLead, waitsWhenFed, type RoleGroup } from './feed.ts';
import type { HeldRow } from './queries.ts';

export interface Gift extends RoleGroup {
  readonly person: string;
}

/** What the groups say of one role at one school: numbers, nobody's name. */
export interface FedRole {
  readonly school: string;
  readonly role: GrantedRole;
  /** One of its groups could not be read: nothing is ended. */
  readonly unread: boolean;
  /** People in its groups, as far as they were read. */
  readonly members: number;
  /** Of these: whom the school's staff list does not have. They are given nothing. */
  readonly strangers: number;
  /** Of these: whose role a person has ended. They are given nothing. */
  readonly refused: number;
  /** Given by a group and waiting for a second person, when all is done. */
  readonly waiting: number;
  /** In no group any more. */
  readonly leaving: number;
  /** Held by the feed before. */
  readonly fed: number;
  /** More would lose the role than happens in a few minutes, so nothing is changed. */
  readonly tooMany: boolean;
  /** Kept though they are in no group any more: the school would have no lead. */
  readonly lastLead: boolean;
}

export interface FeedPlan {
  readonly give: readonly Gift[];
  readonly end: readonly HeldRow[];
  readonly roles: readonly FedRole[];
  /** By school: roles that groups gave which the settings do not name any more, so that nobody will end them. */
  readonly orphans: ReadonlyMap<string, number>;
}

export interface FeedFacts {
  readonly groups: readonly RoleGroup[];
  /** Object id of a group -> the people in it; a group that could not be read is not among them. */
  readonly members: ReadonlyMap<string, readonly string[]>;
  /** Who works where. */
  readonly staff: readonly { readonly school: string; readonly personId: string | null }[];
  /** Every role that was ever given at these schools. */
  readonly held: readonly HeldRow[];
  /** The day at the schools, `YYYY-MM-DD`. */
  readonly today: string;
  /** The id under which Lantern feeds. */
  readonly feed: string;
}

/** So many may lose a role at once, however few they leave behind. */
export const fewLeaving = 3;
/** Above that, no more than this part of them. */
export const mostLeaving = 0.5;

const isTooMany = (leaving: number, of: number) => leaving > fewLeaving && leaving > of * mostLeaving;

/**
 * What makes the roles that groups feed what the groups say: a pure decision. Only what the feed gave does it end; what cannot be
 * read, and a group that has suddenly lost its people, change nothing.
 */
export function planFeed(facts: FeedFacts): FeedPlan {
  const pairs = new Map(facts.groups.map(({ school, role }) => [`${school} ${role}`, { school, role }]));
  const looked = [...pairs.values()].map((pair) => lookAt(pair, facts));
  // Many small groups that are empty all at once are no less strange than a large one.
  const others = looked.filter(({ role }) => !role.tooMany);
  const sum = (of: (one: Looked) => number) => others.reduce((total, one) => total + of(one), 0);
  const allAtOnce = isTooMany(
    sum(({ leaving }) => leaving.length),
    sum(({ role }) => role.fed),
  );
  const held = allAtOnce
    ? looked.map((one) => (one.leaving.length > 0 ? { ...one, role: { ...one.role, tooMany: true } } : one))
    : looked;

  const ended = new Set<string>();
  const roles: FedRole[] = [];
  const give: Gift[] = [];
  const end: HeldRow[] = [];
  for (const one of held) {
    const { role, gifts, leaving } = one;
    const changes = !role.tooMany;
    let lastLead = false;
    for (const row of changes ? leaving : []) {
      const left = facts.held.filter(({ school, id }) => school === role.school && !ended.has(id));
      if (leavesNoLead(row, left)) lastLead = true;
      else {
        ended.add(row.id);
        end.push(row);
      }
    }
    if (changes) give.push(...gifts);
    const waiting = one.waiting - end.filter((row) => row.state === 'to-confirm' && leaving.includes(row)).length;
    const more = changes && waitsWhenFed(role.role) ? gifts.length : 0;
    roles.push({ ...role, waiting: waiting + more, lastLead });
  }
  return { give, end, roles, orphans: orphansIn(facts) };
}

interface Looked {
  readonly role: FedRole;
  readonly gifts: readonly Gift[];
  readonly leaving: readonly HeldRow[];
  readonly waiting: number;
}

function lookAt({ school, role }: Pick<RoleGroup, 'school' | 'role'>, facts: FeedFacts): Looked {
  const { today, feed } = facts;
  const groups = facts.groups.filter((one) => one.school === school && one.role === role);
  const unread = groups.some(({ group }) => !facts.members.has(group));
  // Whoever is in two groups has the role from the first, and keeps it while they are in either.
  const groupOf = new Map<string, string>();
  for (const { group } of groups.toReversed())
    for (const person of facts.members.get(group) ?? []) groupOf.set(person, group);
  const works = new Set(facts.staff.flatMap((one) => (one.school === school && one.personId ? [one.personId] : [])));
  const held = facts.held.filter((one) => one.school === school && one.role === role);
  const present = [...groupOf].filter(([person]) => works.has(person)).sort(([a], [b]) => (a < b ? -1 : 1));
  const verdicts = present.map(([person, group]) => {
    const theirs = held.filter(({ personId }) => personId === person);
    return { gift: { group, school, role, person }, verdict: giftTo(theirs, today, feed) };
  });
  const named = new Set(groups.map(({ group }) => group));
  const fed = held.filter((one) => isFed(one, today) && named.has(one.fedBy ?? ''));
  const leaving = unread ? [] : fed.filter(({ personId }) => !groupOf.has(personId));
  return {
    gifts: verdicts.flatMap(({ gift, verdict }) => (verdict === 'give' ? [gift] : [])),
    leaving,
    waiting: fed.filter(({ state }) => state === 'to-confirm').length,
    role: {
      ...{ school, role, unread, members: groupOf.size, strangers: groupOf.size - present.length },
      refused: verdicts.filter(({ verdict }) => verdict === 'ended-by-a-person').length,
      ...{ waiting: 0, lastLead: false, leaving: leaving.length, fed: fed.length },
      tooMany: isTooMany(leaving.length, fed.length),
    },
  };
}

function orphansIn({ groups, held, today }: FeedFacts): ReadonlyMap<string, number> {
  const named = new Set(groups.map(({ group, school, role }) => `${group} ${school} ${role}`));
  const found = new Map<string, number>();
  for (const one of held)
    if (isFed(one, today) && !named.has(`${one.fedBy ?? ''} ${one.school} ${one.role}`))
      found.set(one.school, (found.get(one.school) ?? 0) + 1);
  return found;
}
