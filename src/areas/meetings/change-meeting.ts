import { z } from 'zod';
import type { UseCase } from '../../perform/types.ts';
import { one, rows } from '../../records/need.ts';
import { update, type RecordPatch } from '../../records/patch.ts';
import { meetingFields } from './fields.ts';
import { peopleOfMeeting, type MeetingPersonRow } from './queries.ts';
import { meeting, meetingPerson, type Meeting } from './record.ts';
import { cardsAnew, faultsOfTimes, isMeetingActOpen, toldOf } from './rules.ts';

const input = z.strictObject({
  meeting: z.string(),
  rev: z.int(),
  startsAt: z.iso.datetime('Choose a day and a time.'),
  endsAt: z.iso.datetime('Choose an end.'),
  location: z.string().trim().max(meetingFields.location.max),
  online: z.boolean(),
  reason: z.string().trim().max(meetingFields.reason.max),
});

type Person = Pick<MeetingPersonRow, 'id' | 'rev' | 'personId' | 'attendance'>;

interface State {
  readonly subject: Meeting | undefined;
  readonly people: readonly Person[];
}

/** Moves a meeting to another time or place. Whoever was asked is told; a change of time wants a reason, and asks everybody anew. */
export const changeMeeting: UseCase<z.infer<typeof input>, State, null> = {
  verb: 'change-meeting',
  input,
  needs: ({ meeting: id }) => ({ subject: one(meeting, id), people: rows(peopleOfMeeting, { meeting: id }) }),
  decide({ subject, people }, { rev, startsAt, endsAt, location, online, reason }, { actor, now }) {
    if (!subject) return { ok: false, problem: { code: 'not-found' } };
    if (!isMeetingActOpen(subject.status, 'change-meeting')) return { ok: false, problem: { code: 'already-done' } };
    if (rev !== subject.rev) return { ok: false, problem: { code: 'changed-meanwhile' } };
    const moved = startsAt !== subject.startsAt || endsAt !== subject.endsAt;
    const faults = [
      ...(moved ? faultsOfTimes({ startsAt, endsAt }, now) : []),
      ...(moved && reason === '' ? [{ name: 'reason', message: 'Write why it is moved.' }] : []),
    ];
    if (faults.length > 0) return { ok: false, problem: { code: 'invalid-input', fields: faults } };
    const put = update(meeting, subject, {
      ...{ startsAt, endsAt, location, online },
      ...(moved && { status: 'rearranged', reason }),
    });
    const told = people.map(({ personId }) => personId ?? undefined);
    const effects = [...toldOf('meeting-changed', subject.id, told, actor.person), cardsAnew(subject.id)];
    const anew = moved ? people.flatMap((person) => askedAnew(person, actor.person)) : [];
    return { ok: true, change: { put: [put, ...anew], entries: [], effects }, answer: null };
  },
};

/** An answer holds for the time that was answered about; whoever moves the meeting comes to it. */
const askedAnew = ({ id, rev, personId, attendance }: Person, by: string): readonly RecordPatch[] =>
  personId === by || !['accepted', 'declined'].includes(attendance)
    ? []
    : [{ kind: 'update', type: meetingPerson, id, rev, values: { attendance: 'asked' } }];
