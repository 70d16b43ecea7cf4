import { afterEach, beforeEach, expect, it } from 'vitest';
import { createBot, type Bot } from '../../../bot/bot.ts';
import { createSeals } from '../../../bot/seal.ts';
import type { Identity } from '../../../src/access/types.ts';
import { callMeeting } from '../../../src/areas/meetings/call-meeting.ts';
import { cancelMeeting } from '../../../src/areas/meetings/cancel-meeting.ts';
import { beginContribution } from '../../../src/areas/meetings/contributions/begin-contribution.ts';
import { listContributions } from '../../../src/areas/meetings/contributions/contribution-views.ts';
import { nameSpeaker } from '../../../src/areas/meetings/contributions/name-speaker.ts';
import { meeting as meetingType } from '../../../src/areas/meetings/record.ts';
import { listChildrenOfMeeting } from '../../../src/areas/meetings/views.ts';
import { giveCase } from '../../../src/areas/need-to-know/give-case.ts';
import { newForm, people, school, tenant } from '../../support/kernel.ts';
import { needToKnowScene, type NeedToKnowScene } from '../../support/need-to-know-scene.ts';
import { recordedLog } from '../../support/recorded-log.ts';

const { daniel, priya, tom, zoe } = people;
let scene: NeedToKnowScene;
let bot: Bot;
let meeting: string;
beforeEach(async () => {
  scene = await needToKnowScene({ now: () => '2026-12-10T09:00:00.000Z' });
  const { perform, read, ids, clock } = scene;
  const seals = createSeals(() => Buffer.alloc(32, 7), ids, clock);
  const linkTo = (id: string) => `https://l.example/${id}`;
  bot = createBot({ perform, read, seals, ids, clock, log: recordedLog().log, linkTo });
  const concern = await scene.report('Ellie Marsden');
  const asked = {
    ...{ school, kind: 'taf' as const, chair: priya.person, staff: [daniel.person, tom.person], guests: [] },
    ...{ startsAt: '2026-12-17T14:00:00.000Z', endsAt: '2026-12-17T15:00:00.000Z' },
    children: [scene.child('Ellie Marsden')],
  };
  const called = await scene.perform(callMeeting, priya, asked, newForm());
  meeting = called.ok ? called.answer.meeting : '';
  const [place] = (await scene.look(listChildrenOfMeeting, priya, { id: meeting })) ?? [];
  expect(await scene.act(beginContribution, priya, { meeting, child: place?.id ?? '' })).toBe('done');
  for (const { person } of [daniel, zoe])
    expect(await scene.act(giveCase, priya, { concern, person, reason: 'Knows her well.' })).toBe('done');
});
afterEach(() => scene.close());

async function names(speaker: Identity | undefined, by: Identity = priya): Promise<string> {
  const [item] = (await scene.look(listContributions, priya, { id: meeting }))?.items ?? [];
  const named = { contribution: item?.id ?? '', meeting, rev: item?.rev ?? 0 };
  return scene.act(nameSpeaker, by, { ...named, ...(speaker && { speaker: speaker.person }) });
}
const told = () =>
  scene
    .sent()
    .filter(({ kind }) => kind === 'speaker-named')
    .map(({ to, about }) => [to, about]);

it('whoever is newly named to speak for the school is told, once, and nobody tells themselves', async () => {
  expect(await names(daniel)).toBe('done');
  expect(await names(daniel)).toBe('done');
  expect(told()).toEqual([[daniel.person, meeting]]);
  expect(await names(undefined)).toBe('done');
  expect(await names(tom, tom)).toBe('done');
  expect(told()).toHaveLength(1);
});

it('the card says to which meeting, names nobody whom it is about, and is nothing for whoever does not speak there (any more)', async () => {
  await names(daniel);
  const card = JSON.stringify(await bot.render('speaker-named', daniel, meeting));
  for (const words of ['You speak for the school', 'Team around the family', 'Thu 17 Dec', priya.name, '/meetings'])
    expect(card).toContain(words);
  expect(card).not.toMatch(/Ellie|Marsden|C-2026/);
  expect(await bot.render('speaker-named', zoe, meeting)).toBeUndefined();
  await names(tom);
  expect(await bot.render('speaker-named', daniel, meeting)).toBeUndefined();
  expect(JSON.stringify(await bot.render('speaker-named', tom, meeting))).toContain(`/meeting-${meeting}`);
  const rev = (await scene.store.record(tenant, meetingType, meeting))?.rev ?? 0;
  expect(await scene.act(cancelMeeting, priya, { meeting, rev, reason: 'Nobody can come.' })).toBe('done');
  expect(await bot.render('speaker-named', tom, meeting)).toBeUndefined();
});
