import { admits, reachOfRight, type Reach } from './reach.ts';
import type { Actor, Right, RightUsed, VerbRule } from './types.ts';

type Row = Readonly<Record<string, unknown>>;

/**
 * The rights by which a verb is done.
 * @param record of which it is done: then only the rights that admit it. A look may know only some of its fields, and then those that
 * may have admitted it by these. Without one, all that admit anything
 * @returns each once, in alphabetical order
 */
export function rightsUsed(rule: VerbRule, actor: Actor, record?: Row): readonly RightUsed[] {
  const used = new Set<RightUsed>();
  for (const right of rule.may) {
    const admitting = record ? admitsAsFar(reachOfRight(rule, right, actor), record) : isHeld(right, actor);
    if (admitting) for (const name of namesOf(rule, right, actor, record)) used.add(name);
  }
  return [...used].sort();
}

/** Each list is looked at by this, so no reach is made for it; what was given of single cases its names tell. */
const isHeld = ({ role, recognised }: Right, { grants, recognised: known }: Actor): boolean =>
  (known || !recognised) && grants.some((grant) => grant.role === role);

const admitsAsFar = (reach: readonly Reach[], record: Row): boolean =>
  reach.some((one) => admits([asFarAs(record, one)], record));

/** A reach without what a record says nothing of. */
function asFarAs(record: Row, { schools, own, when, unless }: Reach): Reach {
  const said = (fields: Reach['when']) =>
    Object.fromEntries(Object.entries(fields ?? {}).filter(([field]) => record[field] !== undefined));
  return {
    ...(schools && record['school'] !== undefined && { schools }),
    ...(own && record[own.field] !== undefined && { own }),
    ...{ when: said(when), unless: said(unless) },
  };
}

function namesOf(rule: VerbRule, right: Right, actor: Actor, record: Row | undefined): readonly RightUsed[] {
  if (right.reach === 'own') return ['own'];
  if (right.reach === 'circle') return record || (actor.circle.length > 0 && rule.belongs?.concern) ? ['circle'] : [];
  if (right.reach === 'given') return givenNames(rule, actor, record);
  return [isActing(right, actor, record) ? 'acting' : right.role];
}

/** What a person was given they hold by the circle; what they hold beside it, they opened. */
function givenNames({ belongs }: VerbRule, { given, circle }: Actor, record: Row | undefined): readonly RightUsed[] {
  const [concern, child] = [belongs?.concern, belongs?.child].map((field) => field && record?.[field]);
  const among = (ids: readonly string[], id: unknown) =>
    id === undefined ? ids.length > 0 : ids.includes(id as string);
  const opened = given.concerns.filter((id) => !circle.includes(id));
  return [
    ...(belongs?.concern !== undefined && among(circle, concern) ? (['circle'] as const) : []),
    ...((belongs?.concern !== undefined && among(opened, concern)) ||
    (belongs?.child !== undefined && among(given.children, child))
      ? (['break-glass'] as const)
      : []),
  ];
}

/** Whether a role is held in somebody's place only, wherever it counts. */
function isActing({ role }: Right, { grants }: Actor, record: Row | undefined): boolean {
  const held = grants.filter((grant) => grant.role === role && (record?.['school'] ?? grant.school) === grant.school);
  return held.length > 0 && held.every(({ acting }) => acting === true);
}
