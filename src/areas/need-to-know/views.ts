import { z } from 'zod';
import type { Presenting, View } from '../../perform/types.ts';
import { matchChild, fullName } from '../people/match-child.ts';
import { peopleByName } from '../roles/queries.ts';
import type { AccessItem, ChildrenByName, Circle, CircleItem, NeedToKnowPage, PersonForCase } from './contract.ts';
import { accessById, accessNewestFirst, circleShown, rollWithin } from './case-queries.ts';
import type { AccessListed, CircleRow, RollChild } from './case-queries.ts';
import { holds, lanternId } from './rules.ts';

const byId = z.strictObject({ id: z.string() });
const nothing = z.strictObject({});

/**
 * What is in force, and what was, newest first. Somebody of whom others have said that they have a conflict of interest is not told;
 * what they said themselves they see.
 */
export const listNeedToKnow: View<Record<string, never>, AccessListed, NeedToKnowPage> = {
  verb: 'list-need-to-know',
  shape: 'page',
  fields: [
    'kind',
    'personName',
    'reason',
    'task',
    'until',
    'conflict',
    'givenByName',
    'endedByName',
    'pupil.givenName',
  ],
  params: nothing,
  query: accessNewestFirst,
  values: () => ({}),
  present(rows, seen) {
    const { actor, may } = seen;
    const items = rows.filter((row) => isTheirs(row, seen)).map((row) => presentAccess(row, seen));
    const schools = [...new Set(actor.grants.map(({ school }) => school))];
    const mayAt = (verb: string) => schools.filter((school) => may(verb, { school }));
    return {
      answer: {
        items,
        mayDeclare: mayAt('declare-conflict'),
        mayDeclareOwn: mayAt('declare-own-conflict'),
        mayBreakGlass: mayAt('break-glass'),
      },
      ids: items.map(({ id }) => id),
    };
  },
};

type Seeing = Pick<Presenting<object>, 'actor' | 'now' | 'may'>;

const isTheirs = (row: AccessListed, { actor, may }: Seeing) =>
  row.kind === 'conflict' && row.personId === actor.person
    ? row.givenById === actor.person
    : may('read-case-access', row);

function presentAccess(row: AccessListed, { actor, now, may }: Seeing): AccessItem {
  const mine = row.personId === actor.person;
  const inForce = holds(row, now);
  // Why somebody was given a case may say what it is about.
  const leads = may('give-case', { school: row.school });
  const { givenName, familyName } = row;
  const child = givenName === null || familyName === null ? {} : { child: fullName({ ...row, givenName, familyName }) };
  return {
    ...{ id: row.id, rev: row.rev, school: row.school, kind: row.kind, name: row.personName, mine },
    ...child,
    ...(row.concernRef !== null && { concernRef: row.concernRef }),
    ...(row.concernId !== null && (leads || (mine && inForce)) && { concernId: row.concernId }),
    ...(row.conflict !== null && { conflict: row.conflict }),
    ...((leads || mine || row.kind !== 'circle') && { reason: row.reason }),
    ...((leads || mine) && row.task !== null && { task: row.task }),
    ...{ givenAt: row.givenAt, givenByName: row.givenByName, inForce, filed: row.filedRev === row.rev },
    ...(row.until !== null && { until: row.until }),
    ...(row.endedAt !== null && { endedAt: row.endedAt }),
    ...(row.endedByName !== null && { endedByName: row.endedByName }),
    ...(row.seenAt !== null && { seenAt: row.seenAt }),
    ...(row.seenByName !== null && { seenByName: row.seenByName }),
    maySee: row.kind === 'break-glass' && row.seenAt === null && !mine && may('see-break-glass', row),
    mayEnd: inForce && may('end-access', row),
  };
}

type PersonRow = { id: string; school: string; personId: string | null; name: string; job: string | null };

/** Who can be given a case or kept from a child: whoever works at a school that one answers for. */
export const listPeopleForCases: View<Record<string, never>, PersonRow, readonly PersonForCase[]> = {
  verb: 'list-people-for-cases',
  shape: 'page',
  fields: ['name', 'job'],
  params: nothing,
  query: peopleByName,
  values: () => ({}),
  present: (rows) => ({
    answer: rows.flatMap(({ personId, school, name, job }) =>
      personId === null ? [] : [{ person: personId, school, name, ...(job !== null && { job }) }],
    ),
    ids: rows.map(({ id }) => id),
  }),
};

const words = z.strictObject({
  words: z
    .string()
    .max(200)
    .regex(/[\p{L}\p{N}]/u, 'Write the child’s given and family name.'),
});
/** Children shown at once: namesakes. */
const shown = 8;

/**
 * A child of the roll by their whole name. It tells nothing about whether there is any concern. The journal says who was found,
 * never what was typed.
 */
export const lookUpChildByName: View<z.infer<typeof words>, RollChild, ChildrenByName> = {
  verb: 'look-up-child-by-name',
  shape: 'page',
  fields: ['givenName', 'familyName', 'knownAs', 'yearGroup', 'formGroup'],
  params: words,
  query: rollWithin,
  values: () => ({}),
  present(rows, { params }) {
    const items = matchChild(params.words, rows)
      .slice(0, shown)
      .map((child) => ({
        ...{ id: child.id, school: child.school, name: fullName(child) },
        ...{ yearGroup: child.yearGroup, formGroup: child.formGroup, hasLeft: child.leftAt !== null },
      }));
    return { answer: { items }, ids: items.map(({ id }) => id) };
  },
};

/** Who may see one concern beside the leads. Whoever was given it sees what they were given, and nobody else. */
export const listCircle: View<z.infer<typeof byId>, CircleRow, Circle> = {
  verb: 'list-circle',
  shape: 'one',
  fields: ['caseAccess.personName', 'caseAccess.reason', 'caseAccess.task', 'caseAccess.until'],
  params: byId,
  query: circleShown,
  values: ({ id }, _actor, now) => ({ id, now }),
  present(rows, { params, actor, may }) {
    const [row] = rows;
    const school = row?.concernSchool ?? '';
    const mayGive = row !== undefined && may('give-case', { id: row.concern, school, childId: row.concernChild });
    const items = rows.flatMap((one) =>
      mayGive || one.personId === actor.person ? presentCircle(one, actor.person, may) : [],
    );
    return { answer: { items, mayGive, school }, ids: [params.id, ...items.map(({ id }) => id)] };
  },
};

function presentCircle(row: CircleRow, person: string, may: Presenting<object>['may']): readonly CircleItem[] {
  const { id, rev, kind, personName, reason, givenAt, givenByName } = row;
  if (id === null || rev === null || personName === null || reason === null) return [];
  if ((kind !== 'circle' && kind !== 'break-glass') || givenAt === null || givenByName === null) return [];
  return [
    {
      ...{ id, rev, kind, name: personName, mine: row.personId === person, reason, givenAt, givenByName },
      ...(row.task !== null && { task: row.task }),
      ...(row.until !== null && { until: row.until }),
      filed: row.filedRev === row.rev,
      mayEnd: may('end-access', row),
    },
  ];
}

/** What a card says of it: no name of a child, no reason. */
export interface AccessNotice {
  readonly kind: AccessListed['kind'];
  readonly by: string;
  readonly at: string;
  readonly concernId?: string;
  readonly until?: string;
  readonly seenBy?: string;
  readonly over: boolean;
  /** Given by Lantern, since no lead may see it: whoever reads this must act. */
  readonly noLead: boolean;
}

export const readCaseAccess: View<z.infer<typeof byId>, AccessListed, AccessNotice> = {
  verb: 'read-case-access',
  shape: 'one',
  fields: ['kind', 'personName', 'givenByName', 'givenAt', 'until', 'seenByName'],
  params: byId,
  query: accessById,
  values: ({ id }) => ({ id }),
  present(rows, { now }) {
    const [row] = rows;
    if (!row) throw new Error('a view of one record was asked to present none');
    const answer: AccessNotice = {
      ...{ kind: row.kind, by: row.givenByName, at: row.givenAt, over: !holds(row, now) },
      noLead: row.givenById === lanternId,
      ...(row.concernId !== null && { concernId: row.concernId }),
      ...(row.until !== null && { until: row.until }),
      ...(row.seenByName !== null && { seenBy: row.seenByName }),
    };
    return { answer, ids: [row.id] };
  },
};
