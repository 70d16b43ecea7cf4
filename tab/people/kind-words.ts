import type { RosterChangeKind } from '../../src/areas/people/contract.ts';

const count = (n: number, one: string, many: string) => `${n.toLocaleString('en-GB')} ${n === 1 ? one : many}`;

/** What becomes of so many people, before it is done and afterwards. */
export const kindWords: Readonly<Record<RosterChangeKind, (n: number) => string>> = {
  joiner: (n) => count(n, 'child is new', 'children are new'),
  returner: (n) => count(n, 'child comes back', 'children come back'),
  leaver: (n) => count(n, 'child leaves', 'children leave'),
  renamed: (n) => count(n, 'child has another name', 'children have another name'),
  moved: (n) => count(n, 'child moves year group or form', 'children move year group or form'),
  changed: (n) => count(n, 'child changes in other details', 'children change in other details'),
  'staff-joiner': (n) => count(n, 'member of staff is new', 'members of staff are new'),
  'staff-leaver': (n) => count(n, 'member of staff leaves', 'members of staff leave'),
  'staff-changed': (n) => count(n, 'member of staff changes', 'members of staff change'),
};
