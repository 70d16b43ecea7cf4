import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { composeRules } from '../../../src/access/rules.ts';
import type { Identity } from '../../../src/access/types.ts';
import { areas, recordTypes } from '../../../src/areas/areas.ts';
import { listMeetingsAskedTo } from '../../../src/areas/meetings/invitations.ts';
import { listMinutes } from '../../../src/areas/meetings/minutes/minutes-views.ts';
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

it('before the demonstration begins two meetings were, one of them in Teams; one is today, one is next week, each with an agenda', async () => {
  await seedDemonstration(kernel);
  const steps = meetingSteps(kernel, identityOf);
  // A start that was cut off goes on: what was done is not done again.
  for (const { run } of [...steps, ...steps]) await run();
  const read = createRead(kernel);
  const toCome = await read(listMeetingsToCome, identityOf('priya'), {});
  const ahead = toCome.ok ? toCome.answer.answer.items : [];
  expect(ahead.map(({ kind, startsAt, children, people }) => [kind, startsAt, children, people])).toEqual([
    ['safeguarding-team', '2026-12-10T15:45:00.000Z', 3, 5],
    ['taf', '2026-12-14T14:00:00.000Z', 2, 5],
  ]);
  const before = await read(listMeetingsBefore, identityOf('priya'), {});
  const [inTeams, was, ...more] = before.ok ? before.answer.answer.items : [];
  expect([inTeams?.status, inTeams?.online, was?.status, more]).toEqual(['minutes-draft', true, 'minutes-agreed', []]);
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
  expect(asked.ok && asked.answer.answer.items.map(({ kind }) => kind)).toEqual(['safeguarding-team', 'taf']);
});
