import type { Identity } from '../../access/types.ts';
import type { Result } from '../../perform/problem.ts';
import type { ReadJson } from '../../perform/types.ts';
import type { SchoolName } from '../people/contract.ts';
import type { KindOffered } from './contract.ts';
import type { meetingKind } from './fields.ts';
import { listMeetingsAskedTo } from './invitations.ts';
import { meetingKinds } from './kinds.ts';
import { listDecidedLastTime } from './minutes/decided-last-time.ts';
import { listMinuteAddenda, listMinutes, readMinutes } from './minutes/minutes-views.ts';
import { listPapersOfMinutes } from './papers/papers-view.ts';
import { listOfficialMinutesAwaited } from './official/official-views.ts';
import { isOfOtherBody } from './rules.ts';
import {
  listAgenda,
  listChildrenOfMeeting,
  listMeetingsBefore,
  listMeetingsToCome,
  listPeopleForMeetings,
  listPeopleOfMeeting,
  readMeeting,
} from './views.ts';

/** Meetings to come and before, those that one was asked to, and those whose official minutes are awaited, in one answer (`MeetingDesk`). */
export async function composeMeetings(
  schools: readonly SchoolName[],
  identity: Identity,
  read: ReadJson,
): Promise<Result<string>> {
  const toCome = await read(listMeetingsToCome, identity, {});
  if (!toCome.ok) return toCome;
  const past = await read(listMeetingsBefore, identity, {});
  if (!past.ok) return past;
  const asked = await read(listMeetingsAskedTo, identity, {});
  if (!asked.ok) return asked;
  const official = await read(listOfficialMinutesAwaited, identity, {});
  if (!official.ok) return official;
  const names = JSON.stringify(schools.map(({ id, name }) => ({ id, name })));
  return {
    ok: true,
    answer: `{"toCome":${toCome.answer},"past":${past.answer},"asked":${asked.answer},"official":${official.answer},"schools":${names}}`,
  };
}

const kindsOffered: readonly KindOffered[] = (Object.keys(meetingKinds) as (keyof typeof meetingKind)[]).map((id) => ({
  ...{ id, byOtherBody: isOfOtherBody(id), about: meetingKinds[id].about },
}));

/**
 * Who can be asked to a meeting, and what each kind of meeting asks for (`CallForm`).
 * @param freeTimes whether it can be asked when they are free
 */
export async function composeCallForm(freeTimes: boolean, identity: Identity, read: ReadJson): Promise<Result<string>> {
  const people = await read(listPeopleForMeetings, identity, {});
  if (!people.ok) return people;
  const rest = `"kinds":${JSON.stringify(kindsOffered)},"freeTimes":${String(freeTimes)}`;
  return { ok: true, answer: `{"people":${people.answer},${rest}}` };
}

/** A meeting with its children, its people and its agenda, in one answer (`MeetingDetail`). */
export async function composeMeeting(identity: Identity, read: ReadJson, id: string): Promise<Result<string>> {
  const meeting = await read(readMeeting, identity, { id });
  if (!meeting.ok) return meeting;
  const children = await read(listChildrenOfMeeting, identity, { id });
  if (!children.ok) return children;
  const people = await read(listPeopleOfMeeting, identity, { id });
  if (!people.ok) return people;
  const agenda = await read(listAgenda, identity, { id });
  if (!agenda.ok) return agenda;
  const decided = await read(listDecidedLastTime, identity, { id });
  if (!decided.ok) return decided;
  const parts = `"children":${children.answer},"people":${people.answer},"agenda":${agenda.answer},"decided":${decided.answer}`;
  return { ok: true, answer: `{"meeting":${meeting.answer},${parts}}` };
}

/**
 * The minutes of a meeting: the draft, and once they are agreed the points, what was added since and where they are filed (`Minutes`).
 * @param transcripts whether Lantern asks Teams for transcripts
 */
export async function composeMinutes(
  transcripts: boolean,
  identity: Identity,
  read: ReadJson,
  id: string,
): Promise<Result<string>> {
  const minutes = await read(readMinutes, identity, { id });
  if (!minutes.ok) return minutes;
  const points = await read(listMinutes, identity, { id });
  if (!points.ok) return points;
  const addenda = await read(listMinuteAddenda, identity, { id });
  if (!addenda.ok) return addenda;
  const papers = await read(listPapersOfMinutes, identity, { id });
  if (!papers.ok) return papers;
  const parts = `"points":${points.answer},"addenda":${addenda.answer},"papers":${papers.answer}`;
  const asks = `"transcripts":${String(transcripts)}`;
  return { ok: true, answer: `{"minutes":${minutes.answer},${asks},${parts}}` };
}
