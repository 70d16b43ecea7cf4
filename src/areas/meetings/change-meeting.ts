import { z } from 'zod';
import type { UseCase } from '../../perform/types.ts';
import { one, rows } from '../../records/need.ts';
import { inLane, update, type RecordPatch } from '../../records/patch.ts';
import { meetingFields } from './fields.ts';
import { peopleOfMeeting, type MeetingPersonRow } from './queries.ts';
import { meeting, meetingPerson, type Meeting } from './record.ts';
import { cardsAnew, faultsOfTimes, isMeetingActOpen, toldOf } from './rules.ts';
import { movedAlong } from './series.ts';
import { laterOfSeries, peopleOfLater, type LaterMeeting } from './series-queries.ts';

const input = z.strictObject({
  meeting: z.string(),
  rev: z.int(),
  startsAt: z.iso.datetime('Choose a day and a time.'),
  endsAt: z.iso.datetime('Choose an end.'),
  location: z.string().trim().max(meetingFields.location.max),
  online: z.boolean(),
  reason: z.string().trim().max(meetingFields.reason.max),
  /** Those of the series that are to come after it are moved by as much. */
  andLater: z.exactOptional(z.boolean()),
});

type Person = Pick<MeetingPersonRow, 'id' | 'rev' | 'personId' | 'attendance'>;

interface State {
  readonly subject: Meeting | undefined;
  readonly people: readonly Person[];
  readonly later: readonly LaterMeeting[];
  readonly peopleLater: readonly Person[];
}

/**
 * Moves a meeting to another time or place, or it and all of its series after it by as much. Whoever was asked is told, once for all of
 * them; a change of time wants a reason, and asks everybody anew.
 */
export const changeMeeting: UseCase<z.infer<typeof input>, State, null> = {
  verb: 'change-meeting',
  input,
  needs: ({ meeting: id }) => ({
    subject: one(meeting, id),
    people: rows(peopleOfMeeting, { meeting: id }),
    later: rows(laterOfSeries, { meeting: id }),
    peopleLater: rows(peopleOfLater, { meeting: id }),
  }),
  decide({ subject, people, ...after }, { rev, startsAt, endsAt, location, online, reason, andLater }, { actor, now }) {
    if (!subject) return { ok: false, problem: { code: 'not-found' } };
    if (!isMeetingActOpen(subject.status, 'change-meeting')) return { ok: false, problem: { code: 'already-done' } };
    if (rev !== subject.rev) return { ok: false, problem: { code: 'changed-meanwhile' } };
    const moved = startsAt !== subject.startsAt || endsAt !== subject.endsAt;
    const faults = [
      ...(moved ? faultsOfTimes({ startsAt, endsAt }, now) : []),
      ...(moved && reason === '' ? [{ name: 'reason', message: 'Write why it is moved.' }] : []),
    ];
    if (faults.length > 0) return { ok: false, problem: { code: 'invalid-input', fields: faults } };
    const { later, peopleLater } = andLater ? after : { later: [], peopleLater: [] };
    const values = { location, online, ...(moved && { status: 'rearranged' as const, reason }) };
    const put = [
      update(meeting, subject, { ...values, startsAt, endsAt }),
      ...later.map(({ id, rev, ...times }) =>
        inLane(id, {
          ...{ kind: 'update', type: meeting, id, rev },
          values: { ...values, ...(moved && movedAlong(times, subject, { startsAt, endsAt })) },
        }),
      ),
    ];
    const told = people.map(({ personId }) => personId ?? undefined);
    const effects = [
      ...toldOf('meeting-changed', subject.id, told, actor.person),
      ...[subject, ...later].map(({ id }) => cardsAnew(id)),
    ];
    const anew = moved ? [...people, ...peopleLater].flatMap((person) => askedAnew(person, actor.person)) : [];
    return { ok: true, change: { put: [...put, ...anew], entries: [], effects }, answer: null };
  },
};

/** An answer holds for the time that was answered about; whoever moves the meeting comes to it. */
const askedAnew = ({ id, rev, personId, attendance }: Person, by: string): readonly RecordPatch[] =>
  personId === by || !['accepted', 'declined'].includes(attendance)
    ? []
    : [{ kind: 'update', type: meetingPerson, id, rev, values: { attendance: 'asked' } }];
