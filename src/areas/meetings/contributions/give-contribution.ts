import { z } from 'zod';
import type { UseCase } from '../../../perform/types.ts';
import { one, rows } from '../../../records/need.ts';
import { update } from '../../../records/patch.ts';
import { schoolDay } from '../../../records/school-day.ts';
import { contributionFields, type contributionHow, type familySaw } from '../fields.ts';
import { contribution, type Contribution } from '../record.ts';
import { contributionShut } from './contribution-queries.ts';
import { meetingOfContribution, type MeetingOfContribution } from './meeting-of-contribution.ts';
import { contributionTemplates } from './templates.ts';

const input = z.strictObject({
  contribution: z.string(),
  rev: z.int(),
  how: z.enum(['in-writing', 'spoken', 'both'] satisfies (keyof typeof contributionHow)[], 'Choose how it was given.'),
  on: z.iso.date('Choose a day.'),
  familySaw: z.exactOptional(z.enum(['yes', 'no'] satisfies (keyof typeof familySaw)[])),
  whyNotSeen: z.exactOptional(z.string().trim().max(contributionFields.whyNotSeen.max)),
});
type Input = z.infer<typeof input>;

interface State {
  readonly subject: Contribution | undefined;
  readonly held: readonly MeetingOfContribution[];
  readonly shut: readonly object[];
}

/** Says that what the school brings was given: how, when, and whether the family saw it before. It is final then; what comes later is its next version. */
export const giveContribution: UseCase<Input, State, null> = {
  verb: 'give-contribution',
  input,
  needs: ({ contribution: id }, { person }) => ({
    subject: one(contribution, id),
    held: rows(meetingOfContribution, { contribution: id }),
    shut: rows(contributionShut, { id, person }),
  }),
  decide({ subject, held: [held], shut }, asked, { actor, now }) {
    if (!subject || !held || shut.length > 0) return { ok: false, problem: { code: 'not-found' } };
    if (subject.status !== 'draft' || held.status === 'cancelled')
      return { ok: false, problem: { code: 'already-done' } };
    if (asked.rev !== subject.rev) return { ok: false, problem: { code: 'changed-meanwhile' } };
    const faults = faultsOf(subject, held, asked, schoolDay(now));
    if (faults.length > 0) return { ok: false, problem: { code: 'invalid-input', fields: faults } };
    const { how, on, familySaw: saw, whyNotSeen } = asked;
    const given = update(contribution, subject, {
      ...{ status: 'given', how, givenOn: on, givenByName: actor.name },
      ...(saw && { familySaw: saw }),
      ...(saw === 'no' && whyNotSeen && { whyNotSeen }),
    });
    return { ok: true, change: { put: [given], lane: subject.meetingId, entries: [], effects: [] }, answer: null };
  },
};

function faultsOf(
  subject: Contribution,
  held: MeetingOfContribution,
  { how, on, familySaw: saw, whyNotSeen }: Input,
  today: string,
) {
  const { parts = [], family = 'free' } = contributionTemplates[held.kind] ?? {};
  const faults: readonly ({ readonly name: string; readonly message: string } | false)[] = [
    parts.every((part) => subject[part] === undefined) && {
      name: 'texts',
      message: 'Write what the school brings first.',
    },
    on > today && { name: 'on', message: 'Choose today or an earlier day.' },
    how !== 'in-writing' &&
      on < schoolDay(held.startsAt) && { name: 'on', message: 'Nothing is spoken before the day of the meeting.' },
    family === 'asked' && saw === undefined && { name: 'familySaw', message: 'Say whether the family has seen it.' },
    family === 'kept' &&
      saw === 'yes' && {
        name: 'familySaw',
        message: 'Nothing of it is shown to the family until the meeting says so.',
      },
    family !== 'kept' &&
      saw === 'no' &&
      !whyNotSeen && { name: 'whyNotSeen', message: 'Write why they have not seen it.' },
  ];
  return faults.filter((fault) => fault !== false);
}
