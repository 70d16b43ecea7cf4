import { z } from 'zod';
import type { UseCase } from '../../perform/types.ts';
import { nextNumber, one, rows } from '../../records/need.ts';
import { schoolDay } from '../../records/school-day.ts';
import { splitText } from '../../records/split-text.ts';
import { changedWords } from './changed-words.ts';
import { staffNoteCounter } from './counters.ts';
import { staffNoteFields } from './fields.ts';
import { managersOf, type Manager } from './who-manages.ts';
import { noteOn } from './note-on.ts';
import { managersAtMatter } from './queries.ts';
import { staffConcern, staffNote, type StaffConcern } from './record.ts';

const types = { staffConcern, staffNote } as const;

const input = z.strictObject({
  kind: z.enum(['changed', 'removed', 'restored']),
  school: z.string(),
  /** The staff concern that the row is, or stands beside. */
  matter: z.string(),
  record: z.enum(['staffConcern', 'staffNote']),
  itemId: z.string(),
  /** Which version of the row it was. */
  etag: z.string(),
  fields: z.array(z.strictObject({ field: z.string(), was: z.unknown(), is: z.unknown() })),
  /** Who wrote, as SharePoint says; empty where it does not. */
  by: z.string(),
});
type Input = z.infer<typeof input>;

interface State {
  readonly subject: StaffConcern | undefined;
  readonly managers: readonly Manager[];
  readonly number: number;
}

/**
 * Lantern's own act when somebody has done something in SharePoint to a concern about an adult: both values are kept beside it for
 * good, and whoever manages it is told, never the safeguarding leads. Who managed it before the change is told too: it may have
 * been made to take the matter out of their hands.
 */
export const tellOfStaffChange: UseCase<Input, State, null> = {
  verb: 'staff-concern-changed-outside',
  input,
  needs: ({ matter }, _actor, now) => ({
    subject: one(staffConcern, matter),
    managers: rows(managersAtMatter, { id: matter, today: schoolDay(now) }),
    number: nextNumber(staffNoteCounter(matter)),
  }),
  decide({ subject, managers, number }, told, context) {
    if (subject?.school !== told.school) return { ok: false, problem: { code: 'not-found' } };
    const type = types[told.record];
    const parts = splitText(changedWords({ ...told, type }), staffNoteFields.words.max);
    const touched = told.kind === 'changed' ? told.fields.map(({ field }) => field) : ['removedAt'];
    return {
      ok: true,
      change: {
        put: parts.map((words) => noteOn(subject, number, { what: 'changed-outside', words }, context)),
        touched: touched.map((field) => `${type.name}.${field}`),
        entries: [{ about: subject.id, what: told.kind }],
        effects: toldOf(subject, told, managers).map((to) => ({
          kind: 'staff-concern-changed',
          to,
          about: subject.id,
        })),
      },
      answer: null,
    };
  },
};

/** Who manages it now and who did before; nobody whom it is, or was until then, about. */
function toldOf(matter: StaffConcern, told: Input, managers: readonly Manager[]): readonly string[] {
  const before = told.record === 'staffConcern' ? beforeThat(matter, told) : matter;
  const about = [matter.subjectId, before.subjectId];
  return [...new Set([...managersOf(managers, before), ...managersOf(managers, matter)])].filter(
    (person) => !about.includes(person),
  );
}

type Managed = Parameters<typeof managersOf>[1];

function beforeThat(matter: StaffConcern, { fields }: Input): Managed {
  const was = (field: keyof Managed) => {
    const changed = fields.find((one) => one.field === field);
    const value = changed ? changed.was : matter[field];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const [caseManagerId, subjectId] = [was('caseManagerId'), was('subjectId')];
  return {
    managedBy: was('managedBy') === 'head' ? 'head' : 'chair',
    ...(caseManagerId !== undefined && { caseManagerId }),
    ...(subjectId !== undefined && { subjectId }),
  };
}
