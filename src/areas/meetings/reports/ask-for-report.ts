import { z } from 'zod';
import type { UseCase } from '../../../perform/types.ts';
import { one } from '../../../records/need.ts';
import { schoolDay } from '../../../records/school-day.ts';
import { meeting, meetingPerson, type Meeting, type MeetingPerson } from '../record.ts';
import { cardsAnew, toldOf } from '../rules.ts';
import { areReportsAwaited, noReport, reportDayOf, writesReports } from './report-rules.ts';

const input = z.strictObject({
  meeting: z.string(),
  invitation: z.string(),
  /** By the rule of the meeting’s kind where it is not said. */
  dueOn: z.exactOptional(z.iso.date('Choose a day.')),
});

interface State {
  readonly subject: MeetingPerson | undefined;
  readonly of: Meeting | undefined;
}

/**
 * Asks somebody of a meeting for a report by a day, or by another day than before. Staff are told in their chat; whoever is of another
 * agency is asked by whoever calls the meeting, for Lantern writes to nobody outside.
 */
export const askForReport: UseCase<z.infer<typeof input>, State, null> = {
  verb: 'ask-for-report',
  input,
  needs: ({ meeting: id, invitation }) => ({ subject: one(meetingPerson, invitation), of: one(meeting, id) }),
  decide({ subject, of }, { dueOn: wished }, { actor, now }) {
    if (!subject || !of || subject.meetingId !== of.id) return { ok: false, problem: { code: 'not-found' } };
    const today = schoolDay(now);
    const dueOn = wished ?? reportDayOf(of, today);
    if (!areReportsAwaited(of, now) || subject.reportReceivedOn !== undefined || subject.reportDueOn === dueOn)
      return { ok: false, problem: { code: 'already-done' } };
    const faults = [
      ...(writesReports(subject.invitedAs)
        ? []
        : [{ name: 'invitation', message: 'A family is not asked for a report. Ask them what they want to say.' }]),
      ...(dueOn < today ? [{ name: 'dueOn', message: 'Choose today or a later day.' }] : []),
      ...(dueOn > schoolDay(of.startsAt)
        ? [{ name: 'dueOn', message: 'Choose a day before the meeting, or its own.' }]
        : []),
    ];
    if (faults.length > 0) return { ok: false, problem: { code: 'invalid-input', fields: faults } };
    const { id, rev, personId } = subject;
    const values = { ...noReport, reportDueOn: dueOn, reportAskedAt: now };
    return {
      ok: true,
      change: {
        put: [{ kind: 'update', type: meetingPerson, id, rev, values }],
        lane: of.id,
        entries: [],
        effects: [
          ...toldOf('report-asked', of.id, [personId], actor.person),
          ...(personId === undefined ? [] : [cardsAnew(of.id, personId)]),
        ],
      },
      answer: null,
    };
  },
};
