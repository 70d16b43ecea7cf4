import { z } from 'zod';
import type { UseCase } from '../../perform/types.ts';
import { one, rows } from '../../records/need.ts';
import { create, update } from '../../records/patch.ts';
import { schoolDay } from '../../records/school-day.ts';
import { conflictsAtConcern } from '../need-to-know/queries.ts';
import { fold, fullName } from '../people/match-child.ts';
import { pupil, type Pupil } from '../people/record.ts';
import { answerAnew } from './answer-anew.ts';
import { offRollRoles, personFields, rollRoles } from './fields.ts';
import { mostPersons, othersNamed, standing, type Named } from './others-named.ts';
import { personsOfConcern, type PersonRow } from './person-queries.ts';
import { concern, concernPerson, type Concern } from './record.ts';
import type { Answering } from './rules.ts';
import { allRolesAtConcern, onDutyAtConcern } from './triage-queries.ts';

const input = z.union([
  z.strictObject({ concern: z.string(), pupil: z.string(), role: z.enum(rollRoles) }),
  z.strictObject({
    concern: z.string(),
    name: z.string().trim().min(1, 'Write the name, or what is known of them.').max(personFields.name.max),
    role: z.enum(offRollRoles),
  }),
]);
type Input = z.infer<typeof input>;

interface State extends Answering {
  readonly subject: Concern | undefined;
  readonly pupil: Pupil | undefined;
  readonly persons: readonly PersonRow[];
}

/**
 * Puts somebody into a concern with a role: a child of the roll, or somebody else by name. Nothing is copied between their
 * records: the role, the category and the words belong to this concern.
 */
export const addPerson: UseCase<Input, State, { readonly person: string }> = {
  verb: 'add-person',
  input,
  needs: (typed, _actor, now) => ({
    subject: one(concern, typed.concern),
    pupil: one(pupil, 'pupil' in typed ? typed.pupil : ''),
    persons: rows(personsOfConcern, { id: typed.concern }),
    duty: rows(onDutyAtConcern, { id: typed.concern }),
    holders: rows(allRolesAtConcern, { id: typed.concern, today: schoolDay(now) }),
    conflicts: rows(conflictsAtConcern, { id: typed.concern }),
  }),
  decide({ subject, pupil: child, persons, ...answering }, typed, context) {
    const { actor, now, newId } = context;
    if (!subject) return { ok: false, problem: { code: 'not-found' } };
    if ('pupil' in typed && (child?.school !== subject.school || child.mergedInto !== undefined))
      return refused('pupil', 'Choose a child of your school’s roll.');
    const added: Named & { readonly yearGroup?: string } = child
      ? { role: typed.role, pupilId: child.id, name: fullName({ knownAs: null, ...child }), yearGroup: child.yearGroup }
      : { role: typed.role, name: 'name' in typed ? typed.name : '' };
    const others = standing(persons);
    if (others.some((other) => other.role === added.role && isSame(other, added)))
      return { ok: false, problem: { code: 'already-done' } };
    if (others.length >= mostPersons)
      return refused('name', `A concern holds at most ${mostPersons} people. Write the rest into an addition to it.`);
    const id = newId();
    const by = { addedAt: now, addedById: actor.person, addedByName: actor.name };
    const { role, name, pupilId, yearGroup } = added;
    const row = { role, name, ...(pupilId && { pupilId }), ...(yearGroup !== undefined && { yearGroup }) };
    const anew = answerAnew(answering, subject, persons, child ? [child.id] : [], context);
    const put = [
      ...anew.put,
      create(concernPerson, { id, school: subject.school }, { concernId: subject.id, ...row, ...by }),
      update(concern, subject, { ...othersNamed([...others, added], subject.childId), ...anew.values }),
    ];
    const effects = [{ kind: 'refresh', to: '', about: subject.id }, ...anew.effects];
    return {
      ok: true,
      change: { put, entries: [{ about: subject.id, what: 'person-added' }], effects },
      answer: { person: id },
    };
  },
};

const isSame = (one: Named, other: Named) =>
  one.pupilId || other.pupilId
    ? (one.pupilId ?? '') === (other.pupilId ?? '')
    : fold(one.name).join(' ') === fold(other.name).join(' ');

const refused = (name: string, message: string) => ({
  ok: false as const,
  problem: { code: 'invalid-input' as const, fields: [{ name, message }] },
});
