import type { GrantedRole } from '../../access/types.ts';
import { team } from '../concerns/fields.ts';
import type { HeldRow } from './queries.ts';
import { stillStands } from './rules.ts';

/** A group in Entra whose people hold a role at a school. */
export interface RoleGroup {
  /** Object id. */
  readonly group: string;
  readonly school: string;
  readonly role: GrantedRole;
}

/**
 * Whether a role that a group gives waits for a second person. Whoever keeps Entra could put anybody into a group, themselves too,
 * and nobody at the school has looked: so only the roles of teams, who read the lines that a lead passes to them, hold at once.
 */
export const waitsWhenFed = (role: GrantedRole): boolean => !Object.hasOwn(team, role);

type Held = Pick<HeldRow, 'state' | 'until' | 'endedById' | 'fedBy' | 'removedAt'>;

/** Whether a row still gives, or waits to give, the role. */
const stands = (held: Held, today: string): boolean => held.removedAt === null && stillStands(held, today);

/** Whether the feed gave it, and it has not ended. */
export const isFed = (held: Held, today: string): boolean => held.fedBy !== null && stands(held, today);

/**
 * What a group may do for somebody: give them the role, unless they hold it, or a person has ended it. That stays so, whatever the
 * group says, until a person gives it again: whoever took a right away must not find it given back.
 * @param held what this person was ever given of this role at this school
 * @param feed the id under which Lantern feeds
 */
export function giftTo(held: readonly Held[], today: string, feed: string): 'give' | 'held' | 'ended-by-a-person' {
  if (held.some((one) => stands(one, today))) return 'held';
  const byAPerson = ({ state, endedById, fedBy, removedAt }: Held) =>
    removedAt !== null || (state === 'ended' ? endedById !== feed : fedBy !== null);
  return held.some(byAPerson) ? 'ended-by-a-person' : 'give';
}

type Lead = Pick<HeldRow, 'id' | 'role' | 'state' | 'until' | 'works'>;

/**
 * Whether a school would have nobody to lead safeguarding, or to answer for its concerns at all, without this role. Whose last day
 * is set counts for nobody: they will be gone.
 * @param all every role at the school, this one among them or not
 */
export function leavesNoLead(subject: Lead, all: readonly Lead[]): boolean {
  if (subject.state === 'to-confirm' || (subject.role !== 'dsl' && subject.role !== 'deputy')) return false;
  const answering = subject.role === 'dsl' ? ['dsl'] : ['dsl', 'deputy'];
  return !all.some(
    ({ id, role, until, works }) => id !== subject.id && until === null && Boolean(works) && answering.includes(role),
  );
}
