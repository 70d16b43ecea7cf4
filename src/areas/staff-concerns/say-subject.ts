import { z } from 'zod';
import type { UseCase } from '../../perform/types.ts';
import { nextNumber, one, rows } from '../../records/need.ts';
import { staffMember, type StaffMember } from '../people/record.ts';
import { staffNoteCounter } from './counters.ts';
import { faultOf, fieldFault, reasonOf } from './faults.ts';
import { managersOf, type Manager } from './who-manages.ts';
import { managersAtMatter } from './queries.ts';
import { staffConcern, type StaffConcern } from './record.ts';
import { noteOn } from './note-on.ts';
import { schoolDay } from '../../records/school-day.ts';

const input = z.strictObject({
  concern: z.string(),
  rev: z.int(),
  /** Row of the staff list; absent: somebody who is not on it. */
  colleague: z.exactOptional(z.string()),
  reason: reasonOf('Write how you know.'),
  /** It is not about the head, so the head manages it. */
  toHead: z.exactOptional(z.literal(true)),
});

interface State {
  readonly subject: StaffConcern | undefined;
  readonly colleague?: StaffMember | undefined;
  readonly managers: readonly Manager[];
  readonly number: number;
}

/**
 * Says which adult is meant: from that moment they cannot reach it. Is it the head, the chair of governors manages it from now on;
 * is it not, the chair may pass it to the head.
 */
export const saySubject: UseCase<z.infer<typeof input>, State, null> = {
  verb: 'say-subject',
  input,
  needs: ({ concern: id, colleague }, _actor, now) => ({
    subject: one(staffConcern, id),
    ...(colleague !== undefined && { colleague: one(staffMember, colleague) }),
    managers: rows(managersAtMatter, { id, today: schoolDay(now) }),
    number: nextNumber(staffNoteCounter(id)),
  }),
  decide({ subject, colleague, managers, number }, typed, context) {
    const problem = faultOf(subject, 'say-subject', typed.rev);
    if (problem || !subject) return { ok: false, problem: problem ?? { code: 'not-found' } };
    if (typed.colleague !== undefined && colleague?.school !== subject.school)
      return fieldFault('colleague', 'Choose somebody who is on this school’s staff list.');
    const heads = managers.filter(({ role }) => role === 'head').map(({ personId }) => personId);
    const isHead = colleague?.personId !== undefined && heads.includes(colleague.personId);
    if (isHead && typed.toHead) return fieldFault('toHead', 'It is about the head, so the head cannot manage it.');
    const managedBy = isHead ? 'chair' : typed.toHead ? 'head' : subject.managedBy;
    const { personId, name = subject.subjectAsTyped } = colleague ?? {};
    const before = managersOf(managers, subject);
    const { caseManagerId } = subject;
    const told = managersOf(managers, { managedBy, caseManagerId, subjectId: personId }).filter(
      (to) => !before.includes(to),
    );
    const subjectState = colleague ? 'resolved' : 'not-on-list';
    const words = `${name}\n${typed.reason}`;
    return {
      ok: true,
      change: {
        put: [
          noteOn(subject, number, { what: 'subject', words }, context),
          {
            ...{ kind: 'update', type: staffConcern, id: subject.id, rev: subject.rev },
            values: { managedBy, subjectState, subjectName: name, subjectId: personId ?? null },
          },
        ],
        entries: [],
        effects: told.map((to) => ({ kind: 'staff-concern-reported', to, about: subject.id })),
      },
      answer: null,
    };
  },
};
