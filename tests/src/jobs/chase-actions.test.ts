import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createBot, type Bot } from '../../../bot/bot.ts';
import { createSeals } from '../../../bot/seal.ts';
import { completeAction } from '../../../src/areas/actions/complete-action.ts';
import { action as actionType } from '../../../src/areas/actions/record.ts';
import { markMisfiled } from '../../../src/areas/concerns/mark-misfiled.ts';
import { callMeeting } from '../../../src/areas/meetings/call-meeting.ts';
import { refreshAgenda } from '../../../src/areas/meetings/refresh-agenda.ts';
import { listAgenda } from '../../../src/areas/meetings/views.ts';
import { createChaseActions } from '../../../src/jobs/chase-actions.ts';
import { newForm, people, school, tenant } from '../../support/kernel.ts';
import { needToKnowScene, type NeedToKnowScene } from '../../support/need-to-know-scene.ts';
import { publishedMeeting } from '../../support/published-meeting.ts';
import { recordedLog } from '../../support/recorded-log.ts';

const { daniel, priya } = people;
let now: string;
let scene: NeedToKnowScene;
let bot: Bot;
let chase: () => Promise<number>;
beforeEach(async () => {
  now = '2026-12-10T09:05:00.000Z';
  scene = await needToKnowScene({ now: () => now });
  const { perform, read, ids, clock, store } = scene;
  const seals = createSeals(() => Buffer.alloc(32, 7), ids, clock);
  bot = createBot({
    perform,
    read,
    seals,
    ids,
    clock,
    log: recordedLog().log,
    linkTo: (id) => `https://l.example/${id}`,
  });
  // Due on a Thursday.
  await publishedMeeting(scene, { decision: 'Ring her mother @Daniel by 2026-12-17' });
  chase = createChaseActions({ tenant, store, perform, clock, log: recordedLog().log });
});
afterEach(() => scene.close());

const theirs = () =>
  scene.database.sqlite
    .prepare<[], { id: string; concernId: string; chasedOn: string | null }>(
      'select id, concernId, chasedOn from action',
    )
    .get() ?? { id: '', concernId: '', chasedOn: null };
const reminded = () => scene.sent().filter(({ kind }) => kind === 'action-due');
async function on(day: string, time = '09:00'): Promise<number> {
  now = `${day}T${time}:00.000Z`;
  return chase();
}

describe('an action that came of minutes', () => {
  it('is chased two working days before its day, the day after, and each week from there, once each and on no holiday', async () => {
    const days = [];
    for (let day = Date.parse('2026-12-10'); day <= Date.parse('2027-01-10'); day += 86_400_000) {
      const date = new Date(day).toISOString().slice(0, 10);
      for (const time of ['08:00', '09:00', '09:05', '16:00'])
        if ((await on(date, time)) > 0) days.push(`${date} ${time}`);
    }
    expect(days).toEqual([
      '2026-12-15 09:00',
      '2026-12-18 09:00',
      '2026-12-29 09:00',
      '2027-01-04 09:00',
      '2027-01-08 09:00',
    ]);
    const { id } = theirs();
    expect(reminded()).toMatchObject(days.map(() => ({ to: daniel.person, about: id })));
  });

  it('is reminded of on a card that tells no more than the owner’s card tells', async () => {
    await on('2026-12-15');
    const before = JSON.stringify(await bot.render('action-due', daniel, theirs().id));
    expect(before).toContain('A reminder: action A-2026-');
    now = '2026-12-18T09:00:00.000Z';
    const after = JSON.stringify(await bot.render('action-due', daniel, theirs().id));
    expect(after).toContain('▲ Overdue: action A-2026-');
    for (const card of [before, after]) expect(card).not.toMatch(/Ellie|Marsden|mother/);
    expect(await bot.render('action-due', priya, theirs().id)).toBeUndefined();
  });

  it('is chased no more when it is done, and a reminder on its way then shows nothing', async () => {
    await on('2026-12-15');
    expect(await scene.act(completeAction, daniel, { action: theirs().id, note: 'Rang.' })).toBe('done');
    expect(await bot.render('action-due', daniel, theirs().id)).toBeUndefined();
    expect(await on('2026-12-18')).toBe(0);
  });

  it('is not chased where it hangs on an entry for the wrong child', async () => {
    const held = scene.database.sqlite.prepare<[], { rev: number }>('select rev from concern').get();
    const about = theirs().concernId;
    const misfiled = { concern: about, rev: held?.rev ?? 0, school, reason: 'It was her cousin.' };
    expect(await scene.act(markMisfiled, priya, { ...misfiled, child: scene.child('Leo Tarrant') })).toBe('done');
    expect(await on('2026-12-18')).toBe(0);
    expect(reminded()).toEqual([]);
  });

  it('is reminded of by Lantern, by its own right, and that stands in the journal', async () => {
    await on('2026-12-15');
    const rows = [...scene.journalEntries(tenant)].filter(({ act }) => act === 'chase-action');
    expect(rows).toMatchObject([{ actor: 'lantern-chasing', outcome: 'done', rights: ['chasing'] }]);
    expect((await scene.store.record(tenant, actionType, theirs().id))?.chasedOn).toBe('2026-12-15');
  });

  it('rolls into the agenda of the next meeting about the child, overdue or not', async () => {
    const next = async (day: string) => {
      const called = await scene.perform(
        callMeeting,
        priya,
        {
          ...{ school, kind: 'taf' as const, startsAt: `${day}T14:00:00.000Z`, endsAt: `${day}T15:00:00.000Z` },
          ...{ chair: priya.person, staff: [], guests: [], children: [scene.child('Ellie Marsden')] },
        },
        newForm(),
      );
      if (!called.ok) throw new Error(called.problem.code);
      await scene.act(refreshAgenda, priya, { meeting: called.answer.meeting });
      const agenda = (await scene.look(listAgenda, priya, { id: called.answer.meeting })) ?? [];
      return agenda.flatMap(({ why, action }) => (action ? [`${why}: ${action.what}`] : []));
    };
    expect(await next('2026-12-16')).toEqual(['action: Ring her mother']);
    now = '2026-12-21T09:00:00.000Z';
    expect(await next('2026-12-22')).toEqual(['overdue-action: Ring her mother']);
  });
});
