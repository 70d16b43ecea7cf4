import { z } from 'zod';
import type { Presenting, View } from '../../perform/types.ts';
import type { AskedMeeting, Invitation } from './contract.ts';
import { invitationTo, meetingsAskedTo, type AskedRow } from './invitation-queries.ts';
import { papersSince } from './laid/paper-rules.ts';
import { presentOwnReport } from './reports/report-views.ts';
import { areMinutesFinal, isAcknowledgementOpen, isAnswerOpen } from './rules.ts';

const fields = [
  ...['kind', 'status', 'startsAt', 'location', 'calledByName'].map((field) => `meeting.${field}`),
  ...['attendance', 'acknowledgedAt', 'reportDueOn', 'reportSentAt', 'reportReceivedOn'],
];

/** Whether the minutes are there for whoever was at the meeting, this person among them. */
const mayRead = (row: AskedRow, { may }: Presenting<object>): boolean =>
  areMinutesFinal(row) && Number(row.kept) === 0 && may('read-minutes-as-attendee', row);

function presentAsked(row: AskedRow, seen: Presenting<object>): AskedMeeting {
  const report = presentOwnReport(row, seen);
  return {
    ...{ id: row.meetingId, invitation: row.id, ref: row.ref ?? '', kind: row.kind, status: row.status },
    ...{ startsAt: row.startsAt, endsAt: row.endsAt, online: Boolean(row.online), calledByName: row.calledByName },
    ...(row.location && { location: row.location }),
    attendance: row.attendance,
    mayAnswer: isAnswerOpen(row, seen.now) && seen.may('answer-invitation', row),
    mayRead: mayRead(row, seen),
    // They speak for the school as long as they are in the circle of the child’s concern; the page itself asks of which.
    ...(Number(row.brings) > 0 && seen.actor.circle.length > 0 && { mayContribute: true as const }),
    ...(row.acknowledgedAt !== null && { acknowledgedAt: row.acknowledgedAt }),
    papers: Number(row.papers),
    ...(report && { report }),
  };
}

/** Meetings to come that one was asked to, and those whose minutes one may read because one was there, whatever one’s role. */
export const listMeetingsAskedTo: View<Record<string, never>, AskedRow, { readonly items: readonly AskedMeeting[] }> = {
  ...{ verb: 'list-meetings-asked-to', shape: 'page', fields, params: z.strictObject({}), query: meetingsAskedTo },
  values: (_params, _actor, now) => ({ from: now, since: papersSince(now) }),
  present: (rows, seen) => ({
    answer: { items: rows.map((row) => presentAsked(row, seen)) },
    ids: rows.map(({ meetingId }) => meetingId),
  }),
};

/** How one was asked to a meeting, as things stand: for the card in one’s chat. */
export const readInvitation: View<{ id: string }, AskedRow, Invitation> = {
  ...{
    verb: 'read-invitation',
    shape: 'one',
    fields,
    params: z.strictObject({ id: z.string() }),
    query: invitationTo,
  },
  values: ({ id }, { person }, now) => ({ meeting: id, person, since: papersSince(now) }),
  present([row], seen) {
    if (!row) throw new Error('a view of one record was asked to present none');
    const asked = presentAsked(row, seen);
    const answer = {
      ...{ ...asked, mayOpen: seen.may('read-meeting', { ...row, id: row.meetingId }) },
      // Whoever cannot read them has not read them.
      mayAcknowledge: asked.mayRead && isAcknowledgementOpen(row) && seen.may('acknowledge-minutes', row),
    };
    return { answer, ids: [row.meetingId] };
  },
};
