import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { composeRules } from '../../../src/access/rules.ts';
import type { Identity } from '../../../src/access/types.ts';
import { areas, recordTypes } from '../../../src/areas/areas.ts';
import { listLettersOfMeeting, listTemplates, readLetter } from '../../../src/areas/letters/views.ts';
import { listMeetingsToCome, listPeopleOfMeeting } from '../../../src/areas/meetings/views.ts';
import { rightsRestOn } from '../../../src/areas/rights-rest-on.ts';
import { castMember, demo, schools } from '../../../src/local/cast.ts';
import { schoolMoment } from '../../../src/local/clock/school-moment.ts';
import { letterSteps } from '../../../src/local/seed-letters.ts';
import { meetingSteps } from '../../../src/local/seed-meetings.ts';
import { seedDemonstration } from '../../../src/local/seed.ts';
import { createActors } from '../../../src/perform/actors.ts';
import { createRead } from '../../../src/perform/read.ts';
import { openDatabase } from '../../../src/store/sqlite/database.ts';
import { createStore } from '../../../src/store/sqlite/store.ts';
import { createLog } from '../../../src/system/json-log.ts';
import { randomIds } from '../../../src/system/random-ids.ts';
import { databaseKey } from '../../support/kernel.ts';

const clock = { now: () => schoolMoment('2026-12-10T08:05') };
const folder = mkdtempSync(join(tmpdir(), 'lantern-past-letters-'));
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

it('before the demonstration begins two letters of a meeting have gone out, and the school has a template of its own', async () => {
  await seedDemonstration(kernel);
  const steps = letterSteps(kernel, identityOf);
  for (const { run } of meetingSteps(kernel, identityOf)) await run();
  // A start that was cut off goes on: what was done is not done again.
  for (const { run } of [...steps, ...steps]) await run();
  const read = createRead(kernel);
  const toCome = await read(listMeetingsToCome, identityOf('priya'), {});
  const id = (toCome.ok && toCome.answer.answer.items.find(({ kind }) => kind === 'taf')?.id) || '';
  const listed = await read(listLettersOfMeeting, identityOf('sheila'), { id });
  const letters = listed.ok ? listed.answer.answer : [];
  expect(letters.map(({ ref, purpose, addresseeName, how, file }) => [ref, purpose, addresseeName, how, file])).toEqual(
    [
      ['L-2026-0002', 'report-request', 'Ama Boateng', 'email', 'waiting'],
      ['L-2026-0001', 'invitation', 'Caroline Finch', 'post', expect.stringMatching(/none|waiting/)],
    ],
  );
  const invitation = await read(readLetter, identityOf('priya'), { id: letters[1]?.id ?? '' });
  const words = invitation.ok ? invitation.answer.answer.words : '';
  expect(words).toContain('how Nell Finch is getting on');
  expect(words).toContain('Monday 14 December 2026, 14:00 to 15:15\nMeeting room by the library');
  expect(words).not.toMatch(/Orla|\{\{|family support|early help/);
  const people = await read(listPeopleOfMeeting, identityOf('priya'), { id });
  expect(people.ok && people.answer.answer.find(({ name }) => name === 'Ama Boateng')?.report?.dueOn).toBe(
    '2026-12-11',
  );
  const templates = await read(listTemplates, identityOf('sheila'), {});
  const own = templates.ok ? templates.answer.answer.items.filter(({ keptByName }) => keptByName !== undefined) : [];
  expect(own.map(({ heading }) => heading)).toEqual(['Thanks after a meeting']);
});
