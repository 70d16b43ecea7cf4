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
  return rule.may.flatMap((right) => reachOfRight(rule, right, actor));
}

/** What one right of a verb admits. */
export function reachOfRight(rule: VerbRule, right: Right, actor: Actor): readonly Reach[] {
  if (right.recognised && !actor.recognised) return [];
  const schools = actor.grants.filter((grant) => grant.role === right.role).map((grant) => grant.school);
  if (schools.length === 0) return [];
  const unless = unlessOf(rule, right, actor);
  return scopesOf(rule, right, actor, schools).map(({ when, ...scope }) => {
    const narrowed = { ...right.when, ...when };
    return {
      ...scope,
      ...(Object.keys(narrowed).length > 0 && { when: narrowed }),
      ...(Object.keys(unless).length > 0 && { unless }),
    };
  });
}

function scopesOf(rule: VerbRule, right: Right, actor: Actor, schools: readonly string[]): readonly Reach[] {
  if (right.reach === 'school') return [{ schools }];
  if (right.reach === 'own') return [{ own: { field: right.ownField ?? 'reporterId', person: actor.person } }];
  if (right.reach === 'channel')
    return among('channelId', actor.sitsIn === undefined ? [] : [actor.sitsIn]).map((when) => ({ when }));
  const { concern, child } = rule.belongs ?? {};
  if (right.reach === 'circle') {
    const own = right.ownField === undefined ? {} : { own: { field: right.ownField, person: actor.person } };
    return among(concern, actor.circle).map((when) => ({ when, ...own }));
  }
  return [...among(concern, actor.given.concerns), ...among(child, actor.given.children)].map((when) => ({ when }));
}

/** Field -> the ids that it may hold; nothing where there is no such field, or no id. */
const among = (field: string | undefined, ids: readonly string[]): Readonly<Record<string, readonly string[]>>[] =>
  field === undefined || ids.length === 0 ? [] : [{ [field]: ids }];

/** What a right leaves out of all that it would reach: the restricted register, and what the person is kept from. */
function unlessOf(rule: VerbRule, right: Right, actor: Actor): NonNullable<Reach['unless']> {
  const { concern, child, meeting, subject } = rule.belongs ?? {};
  const kept = right.evenKept
    ? []
    : [
        ...among(concern, actor.kept.concerns),
        ...among(child, actor.kept.children),
        ...among(meeting, actor.kept.meetings),
        ...among(subject, [actor.person]),
      ];
  return Object.assign({}, right.restricted ? {} : rule.hides, ...kept) as NonNullable<Reach['unless']>;
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
