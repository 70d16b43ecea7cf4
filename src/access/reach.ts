import type { Actor, Right, VerbRule } from './types.ts';

/** A right of one person made concrete: which records it admits. All parts must hold. */
export interface Reach {
  /** Only records of these schools. */
  readonly schools?: readonly string[];
  /** Only records whose field holds this person's id. */
  readonly own?: { readonly field: string; readonly person: string };
  /** Only records whose field holds one of these values. */
  readonly when?: Readonly<Record<string, readonly string[]>>;
  /** No record whose field holds one of these values: it lies in the restricted register. */
  readonly unless?: Readonly<Record<string, readonly string[]>>;
}

/** What the actor's roles admit under a verb. An empty list admits nothing: deny by default. */
export function reachOf(rule: VerbRule, actor: Actor): readonly Reach[] {
  return rule.may.flatMap((right) => reachOfRight(right, actor, right.restricted ? undefined : rule.hides));
}

function reachOfRight(right: Right, actor: Actor, unless: Reach['unless']): readonly Reach[] {
  if (right.recognised && !actor.recognised) return [];
  const schools = actor.grants.filter((grant) => grant.role === right.role).map((grant) => grant.school);
  if (schools.length === 0) return [];
  const scope: Reach =
    right.reach === 'own' ? { own: { field: right.ownField ?? 'reporterId', person: actor.person } } : { schools };
  return [{ ...scope, ...(right.when && { when: right.when }), ...(unless && { unless }) }];
}

/** Whether one record lies within a reach; the same rule that `read` turns into SQL. */
export function admits(reach: readonly Reach[], record: Readonly<Record<string, unknown>>): boolean {
  return reach.some(
    ({ schools, own, when, unless }) =>
      (schools === undefined || schools.includes(String(record['school']))) &&
      (own === undefined || record[own.field] === own.person) &&
      Object.entries(when ?? {}).every(([field, values]) => values.includes(String(record[field]))) &&
      !Object.entries(unless ?? {}).some(([field, values]) => values.includes(String(record[field]))),
  );
}
