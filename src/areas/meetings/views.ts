import { z } from 'zod';
import type { Presenting, View } from '../../perform/types.ts';
import { fullName } from '../people/match-child.ts';
import { peopleByName } from '../roles/queries.ts';
import type {
  AgendaItem,
  Colleague,
  MeetingChildItem,
  MeetingDetail,
  MeetingPage,
  MeetingPersonItem,
} from './contract.ts';
import {
  agendaOfMeeting,
  childrenOfMeeting,
  meetingById,
  meetingsBefore,
  meetingsToCome,
  peopleOfMeeting,
} from './queries.ts';
import type { AgendaRow, MeetingChildRow, MeetingListRow, MeetingPersonRow, OneMeetingRow } from './queries.ts';
import { contributionTemplates } from './contributions/templates.ts';
import { guides } from './guides.ts';
import { officialFields, presentOfficial } from './official/official-views.ts';
import { presentMeeting } from './present-meeting.ts';
import { presentPapers } from './laid/paper-views.ts';
import { presentReport, presentReports, reportFields } from './reports/report-views.ts';
import { childLabel } from './redact/who-is-hidden.ts';
import { isDayOf, isMeetingActOpen, isOfOtherBody, type MeetingAct } from './rules.ts';

const nothing = z.strictObject({});
const byId = z.strictObject({ id: z.string() });
type ById = z.infer<typeof byId>;

function presentPage(rows: readonly MeetingListRow[], { actor, may }: Presenting<object>) {
  const schools = [...new Set(actor.grants.map(({ school }) => school))];
  const items = rows.map((row) => ({
    ...presentMeeting(row),
    ...{ children: Number(row.children), people: Number(row.people) },
  }));
  const answer: MeetingPage = {
    ...{ items, mayCall: schools.filter((school) => may('call-meeting', { school })) },
    ...(schools.some((school) => may('configure-channel', { school })) && { maySetUpChannels: true }),
    ...(schools.some((school) => may('write-agenda-template', { school })) && { mayWriteTemplates: true }),
  };
  return { answer, ids: items.map(({ id }) => id) };
}

const ofMeeting = ['kind', 'status', 'startsAt', 'endsAt', 'location', 'chairName', 'minuteTakerName', 'calledByName'];

export const listMeetingsToCome: View<Record<string, never>, MeetingListRow, MeetingPage> = {
  ...{ verb: 'list-meetings', shape: 'page', fields: ofMeeting, params: nothing, query: meetingsToCome },
  values: (_params, _actor, now) => ({ from: now }),
  present: presentPage,
};

export const listMeetingsBefore: View<Record<string, never>, MeetingListRow, MeetingPage> = {
  ...{ verb: 'list-meetings', shape: 'page', fields: ofMeeting, params: nothing, query: meetingsBefore },
  values: (_params, _actor, now) => ({ from: now }),
  present: presentPage,
};

type PersonRow = { id: string; school: string; personId: string | null; name: string; job: string | null };

/** Who can be asked to a meeting: whoever works at a school where one may call meetings. */
export const listPeopleForMeetings: View<Record<string, never>, PersonRow, readonly Colleague[]> = {
  ...{ verb: 'list-people-for-meetings', shape: 'page', fields: ['name', 'job'], params: nothing, query: peopleByName },
  values: () => ({}),
  present: (rows) => ({
    answer: rows.flatMap(({ personId, school, name, job }) =>
      personId === null ? [] : [{ person: personId, school, name, ...(job !== null && { job }) }],
    ),
    ids: rows.map(({ id }) => id),
  }),
};

export const readMeeting: View<ById, OneMeetingRow, MeetingDetail['meeting']> = {
  verb: 'read-meeting',
  shape: 'one',
  fields: [...ofMeeting, 'reason', 'heldByName', ...officialFields],
  params: byId,
  query: meetingById,
  values: ({ id }) => ({ id }),
  present(rows, seen) {
    const { may, now } = seen;
    const [row] = rows;
    if (!row) throw new Error('a view of one record was asked to present none');
    const guide = guides[row.kind];
    const official = presentOfficial(row, seen);
    const open = (act: MeetingAct) => isMeetingActOpen(row.status, act) && may(act, row);
    const answer = {
      ...presentMeeting(row),
      ...{ heldBySchool: !isOfOtherBody(row.kind), later: Number(row.later) },
      ...(row.reason !== null && { reason: row.reason }),
      ...(guide && { guide }),
      ...(official && { official }),
      ...(may('send-letter-of-meeting', row) && { mayWriteLetters: true as const }),
      reports: presentReports(row, seen),
      papers: presentPapers(row, seen),
      ...{ mayChange: open('change-meeting'), mayCancel: open('cancel-meeting') },
      mayHold: open('hold-meeting') && isDayOf(row, now),
      ...{ mayArrange: open('arrange-agenda'), mayRefresh: open('refresh-agenda') },
      ...(row.status !== 'cancelled' &&
        contributionTemplates[row.kind] &&
        may('begin-contribution', { school: row.school, meetingId: row.id }) && { mayContribute: true as const }),
    };
    return { answer, ids: [row.id] };
  },
};

export const listChildrenOfMeeting: View<ById, MeetingChildRow, readonly MeetingChildItem[]> = {
  verb: 'list-children-of-meeting',
  shape: 'page',
  fields: ['pupil.givenName', 'pupil.familyName', 'pupil.knownAs', 'pupil.yearGroup', 'pupil.formGroup'],
  params: byId,
  query: childrenOfMeeting,
  values: ({ id }) => ({ meeting: id }),
  present: (rows) => ({
    answer: rows.map((row) => ({
      ...{ id: row.id, childId: row.childId, label: childLabel(row.number - 1), name: fullName(row) },
      ...{ yearGroup: row.yearGroup, formGroup: row.formGroup },
    })),
    ids: rows.map(({ childId }) => childId),
  }),
};

export const listPeopleOfMeeting: View<ById, MeetingPersonRow, readonly MeetingPersonItem[]> = {
  verb: 'list-people-of-meeting',
  shape: 'page',
  fields: ['invitedAs', 'name', 'agencyName', 'email', 'attendance', ...reportFields, 'acknowledgedAt'],
  params: byId,
  query: peopleOfMeeting,
  values: ({ id }) => ({ meeting: id }),
  present: (rows, { now }) => ({
    answer: rows.map((row) => {
      const report = presentReport(row, now);
      return {
        ...{ id: row.id, as: row.invitedAs, name: row.name, attendance: row.attendance },
        ...(row.agencyName !== null && { agencyName: row.agencyName }),
        ...(row.email !== null && { email: row.email }),
        ...(report && { report }),
        ...(row.acknowledgedAt !== null && { acknowledgedAt: row.acknowledgedAt }),
      };
    }),
    ids: rows.map(({ id }) => id),
  }),
};

export const listAgenda: View<ById, AgendaRow, readonly AgendaItem[]> = {
  verb: 'list-agenda',
  shape: 'page',
  fields: ['heading', 'why', 'state', 'minutes', 'concern.ref', 'concern.childName', 'action.what', 'action.ownerName'],
  params: byId,
  query: agendaOfMeeting,
  values: ({ id }) => ({ meeting: id }),
  present: (rows) => ({ answer: rows.map(presentPoint), ids: rows.map(({ id }) => id) }),
};

function presentPoint(row: AgendaRow): AgendaItem {
  const { concernId, concernRef, actionId } = row;
  const names = { ...(row.childName !== null && { childName: row.childName }) };
  return {
    ...{ id: row.id, rev: row.rev, number: row.number, why: row.why, state: row.state },
    ...(row.minutes !== null && { minutes: row.minutes }),
    ...(row.heading !== null && { heading: row.heading }),
    ...(concernId !== null && { concern: { id: concernId, ref: concernRef ?? '', ...names } }),
    ...(row.fromMeeting !== null && {
      from: { meeting: row.fromMeeting, ref: row.fromRef ?? '', startsAt: row.fromStartsAt ?? '' },
    }),
    ...(actionId !== null && {
      action: { id: actionId, what: row.what ?? '', ownerName: row.ownerName ?? '', dueOn: row.dueOn ?? '' },
    }),
  };
}
