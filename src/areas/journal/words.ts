import type { RightUsed } from '../../access/types.ts';
import { grantableRole } from '../people/fields.ts';
import type { JournalKind } from './contract.ts';

/** Of a verb that is not known here: what a newer Lantern did. */
export const deedOfKind: Readonly<Record<JournalKind, string>> = {
  read: 'look at {}',
  list: 'look at a list: {}',
  search: 'search: {}',
  create: 'make {}',
  addend: 'add to {}',
  assign: 'give or take work: {}',
  decide: 'decide about {}',
  export: 'take out of Lantern: {}',
  print: 'print {}',
  share: 'share {}',
  transfer: 'transfer {}',
  'break-glass': 'open in an emergency: {}',
  'permission-change': 'change {}',
  'config-change': 'change {}',
  dispose: 'dispose of {}',
  deny: 'do something that was refused: {}',
};

const irregular: Readonly<Record<string, string>> = {
  ...{ say: 'said', take: 'took', hand: 'handed', read: 'read', have: 'had', be: 'was', give: 'gave', begin: 'began' },
  ...{ find: 'found', bring: 'brought', hold: 'held', tell: 'told', make: 'made', set: 'set', do: 'did', put: 'put' },
  ...{ send: 'sent', withdraw: 'withdrew' },
};

/** `look at concern …` -> `looked at concern …`. */
export function past(deed: string): string {
  const [verb = '', ...rest] = deed.split(' ');
  const regular = verb.endsWith('e') ? `${verb}d` : verb.endsWith('y') ? `${verb.slice(0, -1)}ied` : `${verb}ed`;
  return [Object.hasOwn(irregular, verb) ? irregular[verb] : verb === 'cancel' ? 'cancelled' : regular, ...rest].join(
    ' ',
  );
}

/** Why somebody was refused, by the problem's code. */
export const whyRefused: Readonly<Record<string, string>> = {
  'not-found': 'Not theirs to see, or not there.',
  'changed-meanwhile': 'Somebody else had changed it a moment before.',
  'already-done': 'It had been done already.',
  'needs-another-person': 'They had done it themselves, so somebody else has to verify it.',
  'needs-second-person': 'A second person has to confirm it.',
  'last-lead': 'The school would have had no lead.',
  'invalid-input': 'Something in the form was not right.',
};
export const otherwiseRefused = 'Lantern did not do it.';

/** What a right is called where it is no role that a school gives. Lantern's own are told by its name. */
const rightWords: Readonly<Partial<Record<RightUsed, string>>> = {
  'break-glass': 'by break-glass',
  acting: 'as acting lead',
  circle: 'in the circle of the case',
  own: 'of what is their own',
  staff: 'as a member of staff',
};

const roleNames: Readonly<Record<string, string>> = grantableRole;

/** A role's name within a sentence: what is written in capitals stays so. */
const within = (name: string): string => (/^[A-Z]{2}/.test(name) ? name : name.charAt(0).toLowerCase() + name.slice(1));

/**
 * By which rights something was done, in words; empty where there is nothing to say. What opened a file comes first, and what
 * everybody has last.
 */
export function rightsInWords(rights: readonly string[]): string {
  const told = (right: string) =>
    rightWords[right as RightUsed] ??
    (Object.hasOwn(roleNames, right) ? `as ${within(roleNames[right] ?? '')}` : undefined);
  const order = [
    'break-glass',
    'circle',
    ...rights.filter((right) => Object.hasOwn(roleNames, right)),
    'acting',
    'own',
    'staff',
  ];
  return order.flatMap((right) => (rights.includes(right) ? (told(right) ?? []) : [])).join(' and ');
}
