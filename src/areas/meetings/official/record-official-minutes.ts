import { z } from 'zod';
import type { UseCase } from '../../../perform/types.ts';
import { one, rows } from '../../../records/need.ts';
import { update } from '../../../records/patch.ts';
import { schoolDay } from '../../../records/school-day.ts';
import { meetingFields, type officialCheck } from '../fields.ts';
import { keptFromAgenda } from '../minutes/minutes-queries.ts';
import { meeting, type Meeting } from '../record.ts';
import { cardsAnew } from '../rules.ts';
import { officialStepOf } from './official-rules.ts';

const input = z.strictObject({
  meeting: z.string(),
  rev: z.int(),
  receivedOn: z.iso.date('Choose a day.'),
  check: z.enum(['unchecked', 'accurate', 'inaccurate'] satisfies (keyof typeof officialCheck)[]),
  /** What is wrong in them; what was written before stays where nothing is said. */
  inaccuracies: z.exactOptional(z.string().trim().min(1, 'Write what is wrong.').max(meetingFields.inaccuracies.max)),
  /** When what is wrong was sent to whoever wrote them. */
  sentOn: z.exactOptional(z.iso.date('Choose a day.')),
});
type Input = z.infer<typeof input>;

interface State {
  readonly subject: Meeting | undefined;
  readonly kept: readonly object[];
}

/**
 * Says that the official minutes came, and what came of reading them. It can be said again until they are found right, or what is
 * wrong in them was sent on.
 */
export const recordOfficialMinutes: UseCase<Input, State, null> = {
  verb: 'record-official-minutes',
  input,
  needs: ({ meeting: id }, { person }) => ({
    subject: one(meeting, id),
    kept: rows(keptFromAgenda, { meeting: id, person }),
  }),
  decide({ subject, kept }, asked, { actor, now }) {
    // What is wrong in them may be about any point.
    if (!subject || kept.length > 0) return { ok: false, problem: { code: 'not-found' } };
    const today = schoolDay(now);
    const step = officialStepOf(subject, today);
    if (step === undefined) return { ok: false, problem: { code: 'not-found' } };
    if (step === 'done') return { ok: false, problem: { code: 'already-done' } };
    if (asked.rev !== subject.rev) return { ok: false, problem: { code: 'changed-meanwhile' } };
    const faults = faultsOf(subject, asked, today);
    if (faults.length > 0) return { ok: false, problem: { code: 'invalid-input', fields: faults } };
    const { receivedOn, check, inaccuracies, sentOn } = asked;
    const put = update(meeting, subject, {
      ...{ officialReceivedOn: receivedOn, officialCheck: check },
      ...(check !== 'unchecked' && { officialCheckedByName: actor.name }),
      ...(inaccuracies !== undefined && { inaccuracies }),
      ...(sentOn !== undefined && { inaccuraciesSentOn: sentOn }),
    });
    // The card that asked for them says so no more.
    return { ok: true, change: { put: [put], entries: [], effects: [cardsAnew(subject.id)] }, answer: null };
  },
};

function faultsOf(subject: Meeting, { receivedOn, check, inaccuracies, sentOn }: Input, today: string) {
  const wrong = check === 'inaccurate';
  const faults: readonly ({ readonly name: string; readonly message: string } | false)[] = [
    receivedOn > today && { name: 'receivedOn', message: 'Choose today or an earlier day.' },
    receivedOn < schoolDay(subject.startsAt) && { name: 'receivedOn', message: 'Choose a day from the meeting on.' },
    // It would stand there without anybody knowing what became of it.
    subject.officialCheck === 'inaccurate' &&
      !wrong && { name: 'check', message: 'Something was found wrong: write what you found, and send it on.' },
    wrong &&
      (inaccuracies ?? subject.inaccuracies) === undefined && { name: 'inaccuracies', message: 'Write what is wrong.' },
    !wrong && inaccuracies !== undefined && { name: 'check', message: 'Say that something in them is wrong.' },
    sentOn !== undefined && !wrong && { name: 'sentOn', message: 'Only what is wrong is sent on.' },
    sentOn !== undefined &&
      (sentOn > today || sentOn < receivedOn) && {
        name: 'sentOn',
        message: 'Choose a day between the day on which they came and today.',
      },
  ];
  return faults.filter((fault) => fault !== false);
}
