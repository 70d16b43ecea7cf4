import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { composeRules } from '../../../src/access/rules.ts';
import type { Identity } from '../../../src/access/types.ts';
import { areas, recordTypes } from '../../../src/areas/areas.ts';
import { listMeetingsAskedTo } from '../../../src/areas/meetings/invitations.ts';
import { listContributions } from '../../../src/areas/meetings/contributions/contribution-views.ts';
import { listDecidedLastTime } from '../../../src/areas/meetings/minutes/decided-last-time.ts';
import { listMinutes, readMinutes } from '../../../src/areas/meetings/minutes/minutes-views.ts';
import { readRenderings } from '../../../src/areas/meetings/renderings/read-renderings.ts';
import { lookAtTranscript } from '../../../src/areas/meetings/transcript/look-at-transcript.ts';
import {
  listAgenda,
  listMeetingsBefore,
  listMeetingsToCome,
  listPeopleOfMeeting,
  readMeeting,
} from '../../../src/areas/meetings/views.ts';
import { rightsRestOn } from '../../../src/areas/rights-rest-on.ts';
import { castMember, demo, schools } from '../../../src/local/cast.ts';
import { schoolMoment } from '../../../src/local/clock/school-moment.ts';
import { meetingSteps } from '../../../src/local/seed-meetings.ts';
import { heldInTeams } from '../../../src/local/held-in-teams.ts';
import { readWebVtt } from '../../../src/graph/web-vtt.ts';
import { seedDemonstration } from '../../../src/local/seed.ts';
import { createActors } from '../../../src/perform/actors.ts';
import { createRead } from '../../../src/perform/read.ts';
import { openDatabase } from '../../../src/store/sqlite/database.ts';
import { createStore } from '../../../src/store/sqlite/store.ts';
import { createLog } from '../../../src/system/json-log.ts';
import { randomIds } from '../../../src/system/random-ids.ts';
import { databaseKey } from '../../support/kernel.ts';

const clock = { now: () => schoolMoment('2026-12-10T08:05') };
const folder = mkdtempSync(join(tmpdir(), 'lantern-past-meetings-'));
const database = openDatabase(folder, databaseKey);
const { store } = createStore(database.sqlite, recordTypes, clock);
const actorOf = createActors(store, rightsRestOn, schools.map(({ id }) => id) as [string, ...string[]], clock);
const kernel = {
  store,
  actorOf,
  rules: composeRules(Object.values(areas)),
  clock,
  ids: randomIds,
  log: createLog('silent'),
};
afterAll(() => {
  database.close();
  rmSync(folder, { recursive: true });
});

const identityOf = (who: string): Identity => {
  const { id, name } = castMember(who);
  return { tenant: demo.tenantId, person: id, name, door: 'lantern' };
};

beforeAll(async () => {
  await seedDemonstration(kernel);
  const steps = meetingSteps(kernel, identityOf);
  // A start that was cut off goes on: what was done is not done again.
  for (const { run } of [...steps, ...steps]) await run();
}, 120_000);

it('before the demonstration begins four meetings were, one of them in Teams; one is today, one is next week, each with an agenda', async () => {
  const read = createRead(kernel);
  const toCome = await read(listMeetingsToCome, identityOf('priya'), {});
  const ahead = toCome.ok ? toCome.answer.answer.items : [];
  expect(ahead.map(({ kind, startsAt, children, people }) => [kind, startsAt, children, people])).toEqual([
    ['safeguarding-team', '2026-12-10T15:45:00.000Z', 3, 5],
    ['taf', '2026-12-14T14:00:00.000Z', 2, 5],
  ]);
  const before = await read(listMeetingsBefore, identityOf('priya'), {});
  const [inTeams, lastWeek, was, conference, ...more] = before.ok ? before.answer.answer.items : [];
  expect([inTeams?.status, inTeams?.online, lastWeek?.status, was?.status, conference?.status, more]).toEqual([
    ...['minutes-draft', true, 'minutes-published', 'minutes-agreed', 'note-kept', []],
  ]);
  const transcript = await read(lookAtTranscript, identityOf('sheila'), { id: inTeams?.id ?? '' });
  expect(transcript.ok && transcript.answer.answer).toEqual({ organiser: heldInTeams.user, event: heldInTeams.event });
  expect(readWebVtt(heldInTeams.text)?.[2]).toMatchObject({ ms: 14_000, speaker: 'Kayleigh Marsh' });
  const minutes = await read(listMinutes, identityOf('sheila'), { id: was?.id ?? '' });
  const written = minutes.ok ? minutes.answer.answer : [];
  expect(written).toHaveLength(4);
  expect(written.find(({ disagreement }) => disagreement)?.disagreement).toBe(
    'Tom would not have them teach until it is done.',
  );
  const today = await read(readMeeting, identityOf('sheila'), { id: ahead[0]?.id ?? '' });
  expect(today.ok && today.answer.answer.mayHold).toBe(true);
  const agenda = await read(listAgenda, identityOf('priya'), { id: ahead[1]?.id ?? '' });
  const points = agenda.ok ? agenda.answer.answer : [];
  expect(points.map(({ why }) => why)).toContain('new-concern');
  expect(points.at(-1)?.heading).toBe('Date of the next meeting');
  expect(points.every(({ minutes }) => minutes === 8)).toBe(true);
  const people = await read(listPeopleOfMeeting, identityOf('priya'), { id: ahead[1]?.id ?? '' });
  const reports = people.ok ? people.answer.answer.flatMap(({ name, report }) => (report ? [[name, report]] : [])) : [];
  expect(reports).toEqual([
    ['Kayleigh Marsh', { state: 'overdue', dueOn: '2026-12-09' }],
    ['Ama Boateng', { state: 'awaited', dueOn: '2026-12-11' }],
  ]);
  const asked = await read(listMeetingsAskedTo, identityOf('kayleigh'), {});
  expect(asked.ok && asked.answer.answer.items.map(({ kind, mayRead }) => [kind, mayRead])).toEqual([
    ['safeguarding-team', false],
    ['taf', false],
    ['safeguarding-team', true],
  ]);
});

it('what last week’s meeting decided stands before today’s, whose agenda was brought up to date; its minutes name no child to a channel and some have read them', async () => {
  const read = createRead(kernel);
  const ahead = await read(listMeetingsToCome, identityOf('priya'), {});
  const before = await read(listMeetingsBefore, identityOf('priya'), {});
  const [today] = ahead.ok ? ahead.answer.answer.items : [];
  const lastWeek = before.ok ? before.answer.answer.items[1]?.id : undefined;
  const decided = await read(listDecidedLastTime, identityOf('priya'), { id: today?.id ?? '' });
  const items = decided.ok ? (decided.answer.answer?.items ?? []) : [];
  const actions = items.flatMap((item) =>
    item.actions.map(({ ownerName, dueOn, status }) => [ownerName, dueOn, status]),
  );
  expect(actions).toEqual([
    ['Tom Whitlock', '2026-12-10', 'open'],
    ['Ines Duarte', '2026-12-11', 'open'],
    ['Kayleigh Marsh', '2026-12-14', 'open'],
  ]);
  const agenda = await read(listAgenda, identityOf('priya'), { id: today?.id ?? '' });
  expect(agenda.ok && agenda.answer.answer.filter(({ why }) => why === 'action')).toHaveLength(3);
  const rendered = await read(readRenderings, identityOf('priya'), { id: lastWeek ?? '' });
  const channel = JSON.stringify(rendered.ok && rendered.answer.answer.channel);
  expect(channel).toContain('Telephones stay in bags until the bus has left.');
  expect(channel).toMatch(/Child [A-C] has somebody to sit with at break/);
  expect(channel).not.toMatch(/Kacey|Brook|Leo|Tarrant|Orla|Finch|C-2026/);
  const people = await read(listPeopleOfMeeting, identityOf('priya'), { id: lastWeek ?? '' });
  const readers = people.ok ? people.answer.answer.filter(({ acknowledgedAt }) => acknowledgedAt) : [];
  expect(readers.map(({ name }) => name).sort()).toEqual(['Ines Duarte', 'Tom Whitlock']);
});

it('of a conference that was held elsewhere the school has its own note and what it gave, which the family had seen; the official minutes are to be chased', async () => {
  const read = createRead(kernel);
  const before = await read(listMeetingsBefore, identityOf('priya'), {});
  const id = (before.ok ? before.answer.answer.items[3]?.id : undefined) ?? '';
  const held = await read(readMeeting, identityOf('priya'), { id });
  const official = held.ok ? held.answer.answer.official : undefined;
  expect([official?.dueOn, official?.step]).toEqual(['2026-12-08', 'chase']);
  const minutes = await read(readMinutes, identityOf('priya'), { id });
  expect(minutes.ok && minutes.answer.answer.note).toMatchObject({ outcome: 'cp-plan', nextOn: '2027-02-09' });
  const brought = await read(listContributions, identityOf('priya'), { id });
  expect(brought.ok && brought.answer.answer).toMatchObject({
    items: [{ status: 'given', given: { on: '2026-11-11', familySaw: 'yes' } }],
  });
});
