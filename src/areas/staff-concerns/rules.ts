import type { ChoiceOf } from '../../records/fields.ts';
import { fold } from '../people/match-child.ts';
import type { staffConcernFields } from './fields.ts';

type Status = ChoiceOf<typeof staffConcernFields.status>;

/** What is done to a staff concern as a whole. */
export type StaffConcernAct =
  'take-staff-concern' | 'say-subject' | 'give-staff-concern' | 'judge-staff-concern' | 'close-staff-concern';

const handed = {
  'say-subject': 'unchanged',
  'give-staff-concern': 'unchanged',
  'judge-staff-concern': 'in-action',
} as const;

/** State x act -> next state. It is judged before it is closed, and may be judged anew whenever more is known. */
export const staffTransitions: Readonly<
  Record<Status, Readonly<Partial<Record<StaffConcernAct, Status | 'unchanged'>>>>
> = {
  submitted: { ...handed, 'take-staff-concern': 'acknowledged' },
  acknowledged: handed,
  'in-action': { ...handed, 'close-staff-concern': 'closed' },
  closed: { 'judge-staff-concern': 'in-action' },
};

/** Whether an act can be done to a staff concern as it stands; a status that this version does not know admits none. */
export const isStaffActOpen = (status: string, act: StaffConcernAct): boolean =>
  Object.hasOwn(staffTransitions, status) && staffTransitions[status as Status][act] !== undefined;

/** The reporter's words for where it stands; never a name, never a judgement. */
export function staffStateForReporter(status: string): string {
  switch (status) {
    case 'closed':
      return 'Finished for now. Tell us if anything changes';
    case 'submitted':
      return 'Received';
    default:
      return 'Being looked into';
  }
}

/** Letters and digits that nobody confuses on the telephone (Crockford’s). */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * The reference of a staff concern, `S-7K3Q-9RTD`: made from its id and from no counter, so that nobody who has seen one learns from
 * another how many there are between.
 * @param id 32 hexadecimal digits, by chance
 */
export function staffRefOf(id: string): string {
  const bits = BigInt(`0x${id.slice(0, 10)}`);
  const signs = Array.from({ length: 8 }, (_, i) => letters[Number((bits >> BigInt(5 * (7 - i))) & 31n)]).join('');
  return `S-${signs.slice(0, 4)}-${signs.slice(4)}`;
}

/** Forms of address, which are no names. */
const address: readonly string[] = ['mr', 'mrs', 'ms', 'miss', 'mx', 'dr', 'sir', 'madam', 'prof', 'professor', 'rev'];

/**
 * Whom of a school's staff a name may mean: each of its words is a word of their name. "Mrs Eaves" may be any Eaves; a name with
 * more words than theirs is not theirs.
 */
export function matchStaff<T extends { readonly name: string }>(typed: string, staff: readonly T[]): readonly T[] {
  const words = fold(typed).filter((word) => !address.includes(word));
  if (words.length === 0) return [];
  return staff.filter(({ name }) => {
    const theirs = fold(name);
    return words.every((word) => theirs.includes(word));
  });
}
