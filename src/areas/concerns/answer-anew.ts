import type { Context, Effect } from '../../perform/types.ts';
import type { ValuesOf } from '../../records/fields.ts';
import type { RecordPatch } from '../../records/patch.ts';
import { schoolDay } from '../../records/school-day.ts';
import { givenByLantern } from '../need-to-know/rules.ts';
import type { concernFields } from './fields.ts';
import type { PersonRow } from './person-queries.ts';
import type { Concern } from './record.ts';
import { released, toldAnew, type Answering } from './rules.ts';

/** What follows from more children being in a concern. */
export interface Anew {
  readonly put: readonly RecordPatch[];
  /** Of the concern. */
  readonly values: Partial<ValuesOf<typeof concernFields>>;
  readonly effects: readonly Effect[];
}

/**
 * When it is said who is in a concern, whoever had it in hand or was told may be kept from it from then on. Then others are told, and
 * where no lead is left, whoever stands in is given the case: it never lies where nobody can read it.
 * @param persons who is in it before
 * @param added ids of the children who are in it from now on
 */
export function answerAnew(
  answering: Answering,
  subject: Concern,
  persons: readonly PersonRow[],
  added: readonly string[],
  context: Context,
): Anew {
  const before = [
    ...(subject.childId === undefined ? [] : [subject.childId]),
    ...persons.flatMap((row) => row.pupilId ?? []),
  ];
  const anew = toldAnew(answering, before, [...before, ...added], subject.takenById, schoolDay(context.now));
  const given = anew.given.map((to) => givenByLantern({ concern: subject.id, school: subject.school, to }, context));
  const told = anew.given.length > 0 ? [] : anew.told;
  return {
    put: given.map(({ put }) => put),
    // Nothing is in the hands of somebody who may not see it.
    values: anew.released ? (released(subject) as unknown as Anew['values']) : {},
    effects: [
      ...told.map((to): Effect => ({ kind: 'alert-duty', to, about: subject.id })),
      ...given.map(({ effect }) => effect),
    ],
  };
}
