import { z } from 'zod';
import type { Presenting, View } from '../../perform/types.ts';
import type { AskedMeeting, Invitation } from './contract.ts';
import { invitationTo, meetingsAskedTo, type AskedRow } from './invitation-queries.ts';
import { isAcknowledgementOpen, isAnswerOpen } from './rules.ts';

const fields = [
  ...['kind', 'status', 'startsAt', 'location', 'calledByName'].map((field) => `meeting.${field}`),
  'attendance',
];

const presentAsked = (row: AskedRow, { may, now }: Presenting<object>): AskedMeeting => ({
  ...{ id: row.meetingId, invitation: row.id, ref: row.ref ?? '', kind: row.kind, status: row.status },
  ...{ startsAt: row.startsAt, endsAt: row.endsAt, online: Boolean(row.online), calledByName: row.calledByName },
  ...(row.location && { location: row.location }),
  attendance: row.attendance,
  mayAnswer: isAnswerOpen(row, now) && may('answer-invitation', row),
});

/** Meetings to come that one was asked to, whatever one’s role. */
export const listMeetingsAskedTo: View<Record<string, never>, AskedRow, { readonly items: readonly AskedMeeting[] }> = {
  ...{ verb: 'list-meetings-asked-to', shape: 'page', fields, params: z.strictObject({}), query: meetingsAskedTo },
  values: (_params, _actor, now) => ({ from: now }),
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
    fields: [...fields, 'acknowledgedAt'],
    params: z.strictObject({ id: z.string() }),
    query: invitationTo,
  },
  values: ({ id }, { person }) => ({ meeting: id, person }),
  present([row], seen) {
    if (!row) throw new Error('a view of one record was asked to present none');
    const mayOpen = seen.may('read-meeting', { ...row, id: row.meetingId });
    const answer = {
      ...{ ...presentAsked(row, seen), mayOpen },
      ...(row.acknowledgedAt !== null && { acknowledgedAt: row.acknowledgedAt }),
      // Whoever cannot open them has not read them.
      mayAcknowledge: mayOpen && isAcknowledgementOpen(row) && seen.may('acknowledge-minutes', row),
    };
    return { answer, ids: [row.meetingId] };
  },
};
