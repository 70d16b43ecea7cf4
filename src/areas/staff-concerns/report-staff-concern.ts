import { z } from 'zod';
import type { Change, Context, Effect, UseCase } from '../../perform/types.ts';
import { rows } from '../../records/need.ts';
import { create, type RecordPatch } from '../../records/patch.ts';
import { readWhen } from '../../records/read-when.ts';
import { schoolDay } from '../../records/school-day.ts';
import { splitText } from '../../records/split-text.ts';
import { staffOfSchool } from '../people/queries.ts';
import { ladoOf } from './present.ts';
import type { StaffReported } from './contract.ts';
import { staffConcernFields, staffNoteFields } from './fields.ts';
import { managersOf, managersOfSchool, type Manager } from './who-manages.ts';
import { ladoOfSchool, type Lado } from './queries.ts';
import { staffConcern, staffNote } from './record.ts';
import { matchStaff, staffRefOf, staffStateForReporter } from './rules.ts';

const input = z.strictObject({
  /** `head`: the reporter says that it is about the head. */
  about: z.enum(['adult', 'head']),
  who: z.string(),
  /** The only thing that is refused is a report that says nothing. */
  words: z.string().refine((text) => text.trim() !== '', 'Write what you saw or heard.'),
  when: z.string(),
  /** The Teams message that holds the form; its receipt takes its place. */
  card: z.exactOptional(z.string().max(200)),
});
type Input = z.infer<typeof input>;

interface Colleague {
  readonly personId: string | null;
  readonly name: string;
  readonly leftAt: string | null;
}

/** What a report about an adult is decided on. */
export interface StaffReportState {
  readonly staff: readonly Colleague[];
  readonly managers: readonly Manager[];
  readonly lado: readonly Lado[];
}

/**
 * A member of staff reports a concern about an adult who works or volunteers in school. It goes to the head alone; where it is, or
 * by the name that was written may be, about the head, to the chair of governors. Never to the safeguarding leads' rota.
 */
export const reportStaffConcern: UseCase<Input, StaffReportState, StaffReported> = {
  verb: 'report-staff-concern',
  input,
  needs: (_input, actor, now) => ({
    staff: rows(staffOfSchool, { school: actor.school }),
    managers: rows(managersOfSchool, { school: actor.school, today: schoolDay(now) }),
    lado: rows(ladoOfSchool, { school: actor.school }),
  }),
  decide({ staff, managers, lado: [lado] }, typed, context) {
    const id = context.newId();
    const meant = whoIsMeant(typed, staff, managers);
    const told = managersOf(managers, meant);
    const { put, receipt } = records(id, typed, meant, context);
    const change: Change = { put, lane: id, entries: [], effects: effects(id, typed, told, context) };
    const contact = meant.managedBy === 'chair' && lado ? ladoOf(lado.name, lado.phone) : undefined;
    return { ok: true, change, answer: { ...receipt, told: told.length > 0, ...(contact && { lado: contact }) } };
  },
};

interface Meant {
  readonly managedBy: 'head' | 'chair';
  readonly subjectId?: string;
  readonly subjectName?: string;
}

/** Who is meant, and so who manages it. In doubt it is not put before the head: the chair can pass it on. */
function whoIsMeant({ about, who }: Input, staff: readonly Colleague[], managers: readonly Manager[]): Meant {
  const heads = managers.filter(({ role }) => role === 'head').map(({ personId }) => personId);
  const isHead = ({ personId }: Colleague) => personId !== null && heads.includes(personId);
  const present = staff.filter(({ leftAt }) => leftAt === null);
  const named = matchStaff(who, present);
  const fitting = about === 'head' ? present.filter(isHead) : named;
  const [subject] = fitting.length === 1 ? fitting : [];
  const ofHead = about === 'head' || named.some(isHead) || heads.length === 0;
  return {
    managedBy: ofHead ? 'chair' : 'head',
    ...(subject && { subjectName: subject.name, ...(subject.personId !== null && { subjectId: subject.personId }) }),
  };
}

function records(id: string, typed: Input, meant: Meant, { actor, now, newId }: Context) {
  const at = { school: actor.school };
  const who = splitText(typed.who.trim() || (typed.about === 'head' ? 'The head' : 'Not given'), 255);
  const when = splitText(typed.when.trim() || 'Just now', staffConcernFields.whenAsTyped.max);
  const [words, ...more] = splitText(typed.words, staffConcernFields.words.max);
  const { at: occurredAt } = readWhen(typed.when, now);
  const ref = staffRefOf(id);
  const report = create(
    staffConcern,
    { id, ref, ...at },
    {
      ...{ status: 'submitted', managedBy: meant.managedBy, words, whenAsTyped: when[0], subjectAsTyped: who[0] },
      subjectState: meant.subjectName === undefined ? 'unresolved' : 'resolved',
      ...(meant.subjectName !== undefined && { subjectName: meant.subjectName }),
      ...(meant.subjectId !== undefined && { subjectId: meant.subjectId }),
      ...(occurredAt && { occurredAt }),
      ...{ reportedAt: now, reporterId: actor.person, reporterName: actor.name },
    },
  );
  // A form's short fields can be overfilled too; what does not fit its column is kept, named, beside it.
  const overflow = [
    ...more,
    ...(who.length > 1 ? splitText(`\nAdult, as written: ${typed.who}`, staffNoteFields.words.max) : []),
    ...(when.length > 1 ? splitText(`\nWhen, as written: ${typed.when}`, staffNoteFields.words.max) : []),
  ].map((text, i) =>
    create(
      staffNote,
      { id: newId(), ...at },
      { matterId: id, what: 'overflow', number: i + 1, words: text, at: now, byId: actor.person, byName: actor.name },
    ),
  );
  const receipt = {
    ...{ id, ref, reportedAt: now, managedBy: meant.managedBy, state: staffStateForReporter('submitted') },
    filed: 'received' as const,
  };
  // The report goes last: when its row is filed, so is all of its text.
  return { put: [...overflow, report] satisfies RecordPatch[], receipt };
}

const effects = (about: string, typed: Input, told: readonly string[], { actor }: Context): Effect[] => [
  ...told.map((to): Effect => ({ kind: 'staff-concern-reported', to, about })),
  ...(typed.card === undefined ? [] : [{ kind: 'staff-receipt', to: actor.person, about, replaces: typed.card }]),
];
