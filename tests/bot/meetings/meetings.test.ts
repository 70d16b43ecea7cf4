import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createBot, type Bot } from '../../../bot/bot.ts';
import type { BotReply } from '../../../bot/framework/events.ts';
import { createSeals } from '../../../bot/seal.ts';
import { answerInvitation } from '../../../src/areas/meetings/answer-invitation.ts';
import { callMeeting } from '../../../src/areas/meetings/call-meeting.ts';
import { cancelMeeting } from '../../../src/areas/meetings/cancel-meeting.ts';
import { changeMeeting } from '../../../src/areas/meetings/change-meeting.ts';
import { listMeetingsAskedTo } from '../../../src/areas/meetings/invitations.ts';
import { meeting as meetingType } from '../../../src/areas/meetings/record.ts';
import { listPeopleOfMeeting } from '../../../src/areas/meetings/views.ts';
import type { Identity } from '../../../src/access/types.ts';
import { problems } from '../../../src/perform/problem.ts';
import type { Card } from '../../../src/ports/card.ts';
import { newForm, people, school, tenant } from '../../support/kernel.ts';
import { needToKnowScene, type NeedToKnowScene } from '../../support/need-to-know-scene.ts';
import { recordedLog } from '../../support/recorded-log.ts';

const { daniel, priya, tom, zoe } = people;
let now: string;
let scene: NeedToKnowScene;
let bot: Bot;
let meeting: string;
beforeEach(async () => {
  now = '2026-12-10T08:05:00.000Z';
  scene = await needToKnowScene({ now: () => now });
  const { perform, read, ids, clock } = scene;
  const seals = createSeals(() => Buffer.alloc(32, 7), ids, clock);
  const linkTo = (id: string) => `https://lantern.example/${id}`;
  bot = createBot({ perform, read, seals, ids, clock, log: recordedLog().log, linkTo });
  meeting = await call();
});
afterEach(() => scene.close());

async function call(): Promise<string> {
  const asked = {
    ...{ school, kind: 'taf' as const, startsAt: '2026-12-14T14:00:00.000Z', endsAt: '2026-12-14T15:00:00.000Z' },
    ...{ location: 'Room *4*', online: true, chair: priya.person, minuteTaker: zoe.person },
    staff: [daniel.person, tom.person],
    guests: [{ as: 'professional' as const, name: 'Ama Boateng', email: 'ama@earlyhelp.example' }],
    children: [scene.child('Ellie Marsden'), scene.child('Leo Tarrant')],
  };
  const called = await scene.perform(callMeeting, priya, asked, newForm());
  if (!called.ok) throw new Error(called.problem.code);
  return called.answer.meeting;
}

const text = (value: unknown) => JSON.stringify(value);
async function cardOf(who: Identity, kind = 'meeting-called'): Promise<Card> {
  const card = await bot.render(kind, who, meeting);
  if (!card) throw new Error('no card');
  return card;
}
const verbsOf = (card: Card) => (card.actions ?? []).flatMap((action) => ('verb' in action ? [action.verb] : []));
const linkOf = (card: Card) => (card.actions ?? []).flatMap((action) => ('url' in action ? [action.url] : []))[0];
function presses(actor: Identity, verb: string, card: Card): Promise<BotReply> {
  const button = card.actions?.find((action) => 'verb' in action && action.verb === verb);
  const data = button && 'data' in button ? button.data : {};
  return bot.handle({ kind: 'action', actor, conversation: 'personal', verb, data, cardActivityId: 'card-1' });
}
const shown = (reply: BotReply): Card => {
  if (reply.kind !== 'card') throw new Error(text(reply));
  return reply.card;
};
const said = async (who: Identity) =>
  ((await scene.look(listPeopleOfMeeting, priya, { id: meeting })) ?? []).find(({ name }) => name === who.name)
    ?.attendance;
const row = async () => {
  const held = await scene.store.record(tenant, meetingType, meeting);
  if (!held) throw new Error('no meeting');
  return held;
};
async function move(over: object = {}): Promise<string> {
  const { rev } = await row();
  const to = { startsAt: '2026-12-15T09:30:00.000Z', endsAt: '2026-12-15T10:30:00.000Z', location: '', online: true };
  return scene.act(changeMeeting, priya, { meeting, rev, ...to, reason: 'Leo’s mother is ill.', ...over });
}
const cancel = async () =>
  scene.act(cancelMeeting, priya, { meeting, rev: (await row()).rev, reason: 'Ellie has moved.' });

describe('the card of a meeting', () => {
  it('says of what kind, when, where and who called, and of no child', async () => {
    const card = await cardOf(daniel);
    for (const words of [
      'You are asked to a meeting',
      'Team around the family',
      priya.name,
      'Mon 14 Dec 2026, 14:00 to 15:00',
    ])
      expect(text(card)).toContain(words);
    expect(text(card)).toContain('Room \\\\*4\\\\*, in Teams');
    expect(text(card)).not.toMatch(/Ellie|Marsden|Leo|Tarrant|Ama/);
    expect(verbsOf(card)).toEqual(['come-to-meeting', 'decline-meeting']);
  });

  it('leads whoever chairs or minutes it to the meeting, and everybody else to when and where', async () => {
    expect(linkOf(await cardOf(zoe))).toBe(`https://lantern.example/meeting-${meeting}`);
    expect(linkOf(await cardOf(daniel))).toBe('https://lantern.example/meetings');
  });

  it('is answered with a press, and then says what was answered and offers the other', async () => {
    const card = await cardOf(daniel);
    const coming = shown(await presses(daniel, 'come-to-meeting', card));
    expect(text(coming)).toContain('You will come to this meeting');
    expect(verbsOf(coming)).toEqual(['decline-meeting']);
    expect(await said(daniel)).toBe('accepted');
    const pressedTwice = shown(await presses(daniel, 'come-to-meeting', card));
    expect(verbsOf(pressedTwice)).toEqual(['decline-meeting']);
    const not = shown(await presses(daniel, 'decline-meeting', coming));
    expect(text(not)).toContain('You will not come to this meeting');
    expect(verbsOf(not)).toEqual(['come-to-meeting']);
    expect(await said(daniel)).toBe('declined');
    expect(await said(tom)).toBe('asked');
    const anew = scene.sent().filter(({ kind }) => kind === 'refresh');
    expect(anew).toMatchObject([1, 2].map(() => ({ to: daniel.person, about: meeting })));
  });

  it('does nothing in another hand, and is rendered for nobody who was not asked', async () => {
    const card = await cardOf(daniel);
    expect(text(await presses(tom, 'decline-meeting', card))).toContain(problems['not-our-card']);
    expect(await said(daniel)).toBe('asked');
    expect(await said(tom)).toBe('asked');
    expect(await bot.render('meeting-called', people.kayleigh, meeting)).toBeUndefined();
  });

  it('comes no more to whoever is kept from one of its children meanwhile, and takes no answer of theirs', async () => {
    const card = await cardOf(tom);
    await scene.keep(tom, scene.child('Leo Tarrant'));
    for (const kind of ['meeting-called', 'meeting-changed', 'meeting-cancelled'])
      expect(await bot.render(kind, tom, meeting)).toBeUndefined();
    expect(text(await presses(tom, 'come-to-meeting', card))).toContain(problems['not-found']);
    expect(await said(tom)).toBe('asked');
    expect(await cardOf(daniel)).toBeDefined();
  });

  it('asks anew when the time has changed, tells not why, and takes the place of what lay in the chats', async () => {
    await presses(daniel, 'come-to-meeting', await cardOf(daniel));
    expect(await move()).toBe('done');
    const card = await cardOf(daniel, 'meeting-changed');
    for (const words of ['A meeting has changed', 'Tue 15 Dec 2026, 09:30 to 10:30', 'Rearranged'])
      expect(text(card)).toContain(words);
    expect(text(card)).not.toMatch(/Leo|mother|Room/);
    expect(verbsOf(card)).toEqual(['come-to-meeting', 'decline-meeting']);
    expect(await said(daniel)).toBe('asked');
    // Whoever moved it comes.
    expect(await said(priya)).toBe('accepted');
    expect(scene.sent().at(-1)).toMatchObject({ kind: 'refresh', to: '', about: meeting });
  });

  it('keeps the answers when only the place has changed', async () => {
    await presses(daniel, 'come-to-meeting', await cardOf(daniel));
    const { startsAt, endsAt } = await row();
    expect(await move({ startsAt, endsAt, location: 'Library', reason: '' })).toBe('done');
    expect(await said(daniel)).toBe('accepted');
    expect(text(await cardOf(daniel, 'meeting-changed'))).toContain('Library');
  });

  it('says that it will not take place, without buttons, why, or an answer to the old one', async () => {
    const before = await cardOf(daniel);
    expect(await cancel()).toBe('done');
    for (const kind of ['meeting-cancelled', 'meeting-called']) {
      const card = await cardOf(daniel, kind);
      expect(text(card)).toContain('will not take place');
      expect(text(card)).not.toMatch(/Ellie|moved/);
      expect(verbsOf(card)).toEqual([]);
    }
    expect(verbsOf(shown(await presses(daniel, 'come-to-meeting', before)))).toEqual([]);
    expect(await said(daniel)).toBe('asked');
    expect(scene.sent().at(-1)).toMatchObject({ kind: 'refresh', to: '', about: meeting });
  });

  it('takes no answer when the meeting is over', async () => {
    const card = await cardOf(daniel);
    now = '2026-12-14T15:00:00.000Z';
    expect(verbsOf(await cardOf(daniel))).toEqual([]);
    expect(verbsOf(shown(await presses(daniel, 'come-to-meeting', card)))).toEqual([]);
    expect(await said(daniel)).toBe('asked');
  });
});

describe('an answer from the tab', () => {
  const mine = async (who: Identity) => (await scene.look(listMeetingsAskedTo, who, {}))?.items[0];

  it('is one’s own and nobody else’s, not a lead’s either', async () => {
    const { invitation = '', mayAnswer } = (await mine(daniel)) ?? {};
    expect(mayAnswer).toBe(true);
    for (const who of [priya, tom, people.kayleigh])
      expect(await scene.act(answerInvitation, who, { meeting, invitation, coming: true })).toBe('not-found');
    expect(await scene.act(answerInvitation, daniel, { meeting, invitation, coming: false })).toBe('done');
    expect(await said(daniel)).toBe('declined');
    expect(await mine(daniel)).toMatchObject({ attendance: 'declined' });
  });

  it('is about the meeting to which one was asked', async () => {
    const { invitation = '' } = (await mine(daniel)) ?? {};
    for (const other of ['a'.repeat(32), await call()]) {
      const elsewhere = { meeting: other, invitation, coming: true };
      expect(await scene.act(answerInvitation, daniel, elsewhere)).toBe('not-found');
    }
    expect(await said(daniel)).toBe('asked');
  });

  it('is given once for a form that came twice', async () => {
    const { invitation = '' } = (await mine(daniel)) ?? {};
    const form = newForm();
    for (const time of [1, 2])
      expect(
        await scene.perform(answerInvitation, daniel, { meeting, invitation, coming: true }, form),
        String(time),
      ).toMatchObject({ ok: true });
    expect([...scene.journalEntries(tenant)].filter(({ act }) => act === 'answer-invitation')).toHaveLength(1);
  });
});
