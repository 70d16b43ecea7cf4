import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createBot, type Bot } from '../../../bot/bot.ts';
import type { BotReply } from '../../../bot/framework/events.ts';
import { createSeals } from '../../../bot/seal.ts';
import { action as actionType } from '../../../src/areas/actions/record.ts';
import { configureChannel } from '../../../src/areas/channels/configure-channel.ts';
import { addMinuteAddendum } from '../../../src/areas/meetings/minutes/add-minute-addendum.ts';
import { bulletinFor, renderingFor } from '../../../src/compose/open-channels.ts';
import { createChannelDesk } from '../../../src/jobs/channel-desk.ts';
import { deliverOnce } from '../../../src/jobs/deliver.ts';
import { createPosting } from '../../../src/jobs/post-to-channel.ts';
import type { Identity } from '../../../src/access/types.ts';
import type { Card } from '../../../src/ports/card.ts';
import { inTeams, memberOf, triage } from '../../support/channel-scene.ts';
import { actionsOf, readable } from '../../support/chat.ts';
import { newForm, people, school, tenant } from '../../support/kernel.ts';
import { margaret, needToKnowScene, type NeedToKnowScene } from '../../support/need-to-know-scene.ts';
import { publishedMeeting } from '../../support/published-meeting.ts';
import { recordedLog } from '../../support/recorded-log.ts';

const { daniel, priya, tom, zoe } = people;
interface Lying {
  readonly id: string;
  readonly replyTo?: string;
  card: Card;
}

let scene: NeedToKnowScene;
let bot: Bot;
let meeting: string;
let now: string;
let lying: Lying[];
/** What reached people's own chats: to -> cards. */
let chats: { readonly to: string; readonly card: Card }[];
let post: () => Promise<void>;
let drain: () => Promise<void>;

beforeEach(async () => {
  now = '2026-12-10T09:30:00.000Z';
  lying = [];
  chats = [];
  scene = await needToKnowScene({ now: () => now });
  const { perform, read, ids, clock } = scene;
  const { log } = recordedLog();
  const seals = createSeals(() => Buffer.alloc(32, 7), ids, clock);
  bot = createBot({ perform, read, seals, ids, clock, log, linkTo: (id) => `https://lantern.example/${id}` });
  await scene.channelReferences.save(triage);
  const asked = { school, channel: inTeams, audience: 'safeguarding-team' as const, kinds: ['taf' as const] };
  const set = await perform(configureChannel(triage), priya, asked, newForm());
  if (!set.ok) throw new Error(set.problem.code);
  const channels = {
    members: async () => ({ outcome: 'seen', members: [priya, tom, margaret].map(memberOf) }) as const,
    async post(_place: object, card: Card, replyTo?: string) {
      const id = `17${lying.length}`;
      lying.push({ id, card, ...(replyTo !== undefined && { replyTo }) });
      return { outcome: 'delivered', activityId: id } as const;
    },
    async update(_place: object, id: string, card: Card) {
      lying.find((one) => one.id === id)!.card = card;
      return { outcome: 'delivered', activityId: id } as const;
    },
  };
  const shared = { perform, read, channels, renderingOf: renderingFor(scene), log, ids };
  const desk = createChannelDesk({
    ...{
      ...shared,
      cardOf: bot.previewCard,
      clock,
      linkOf: bot.linkFromChannel,
      references: scene.channelReferences,
      schools: [{ id: school, name: 'H' }],
    },
  });
  const bulletins = { bulletinOf: bulletinFor(scene), bulletinCard: bot.bulletinCard };
  const posts = createPosting({ ...shared, ...bulletins, cardOf: bot.postCard });
  const delivered = { outcome: 'delivered', activityId: 'x' } as const;
  const messenger = {
    async send({ person }: { readonly person: string }, card: Card) {
      chats.push({ to: person, card });
      return delivered;
    },
    update: async () => delivered,
  };
  drain = async () => {
    const parts = { queue: scene.messages, messenger, render: bot.render, gone: bot.gone, posts, log };
    while ((await deliverOnce(parts)) > 0);
  };
  meeting = await publishedMeeting(scene, {
    decision: 'Ellie Marsden comes to breakfast club.\nRing Ellie’s mother @Daniel by 2026-12-18',
  });
  post = async () => {
    const preview = await desk.preview(priya, meeting, set.answer.channel);
    if (!preview.ok) throw new Error(preview.problem.code);
    expect(preview.answer.fault).toBeUndefined();
    const body = { form: newForm(), digest: preview.answer.digest };
    const done = await desk.post(priya, meeting, set.answer.channel, body);
    if (!done.ok) throw new Error(JSON.stringify(done.problem));
    await drain();
  };
});
afterEach(() => scene.close());

const press = (actor: Identity, verb: string, of = lying[0]?.card): Promise<BotReply> => {
  const button = actionsOfAll(of).find((one) => one.verb === verb);
  if (!button) throw new Error(`there is no button ${verb}`);
  return bot.handle({ kind: 'action', actor, conversation: 'channel', verb, data: button.data, cardActivityId: '170' });
};
/** Buttons anywhere in a card. */
function actionsOfAll(card: Card | undefined) {
  const found: { verb: string; data: object }[] = [];
  JSON.stringify(card ?? null, (_key, value: unknown) => {
    if (typeof value === 'object' && value !== null && 'verb' in value && 'data' in value) found.push(value as never);
    return value;
  });
  return found;
}
const action = async () => {
  const row = scene.database.sqlite.prepare<[], { id: string }>('select id from action').get();
  return scene.store.record(tenant, actionType, row?.id ?? '');
};
const textOf = (reply: BotReply) => (reply.kind === 'text' ? reply.text : JSON.stringify(reply));

describe('minutes in a channel', () => {
  it('say what was decided and who does what by when, and nobody whom it is about', async () => {
    await post();
    const text = readable(lying[0]?.card);
    for (const words of ['Team around the family', 'Child A', 'breakfast club', daniel.name, '18 Dec', 'To do'])
      expect(text).toContain(words);
    expect(JSON.stringify(lying)).not.toMatch(/Ellie|Marsden|C-2026|M-2026|A-2026/);
    expect(Buffer.byteLength(JSON.stringify(lying[0]?.card))).toBeLessThan(28_000);
  });

  it('are shown before they are posted with buttons that carry nothing', async () => {
    const rendering = (await renderingFor(scene)(priya, meeting))!.rendering;
    const card = bot.previewCard(priya, meeting, rendering);
    expect(actionsOfAll(card).map(({ data }) => data)).toEqual([{}, {}]);
  });

  it('are made new for everybody when the owner says that it is done', async () => {
    await post();
    expect(textOf(await press(daniel, 'done-in-channel'))).toContain('noted as done');
    expect(await action()).toMatchObject({ status: 'verified', doneById: daniel.person });
    await drain();
    expect(lying).toHaveLength(1);
    expect(readable(lying[0]?.card)).toContain('Done');
    expect(actionsOfAll(lying[0]?.card)).toEqual([]);
  });

  it('do nothing for anybody else, and say so; the refusal is journalled', async () => {
    await post();
    for (const who of [zoe, priya])
      expect(textOf(await press(who, 'done-in-channel'))).toContain('whoever was given it');
    expect(await action()).toMatchObject({ status: 'open' });
    const refused = scene.database.sqlite
      .prepare(`select count(*) from journal where act = 'complete-action' and outcome = 'refused'`)
      .pluck()
      .get();
    expect(refused).toBe(2);
  });

  it('take no button that was altered, made by another hand, or too old', async () => {
    await post();
    const data = actionsOfAll(lying[0]?.card)[0]?.data as { seal: object };
    const sends = (altered: object) =>
      bot.handle({ kind: 'action', actor: daniel, conversation: 'channel', verb: 'done-in-channel', data: altered });
    expect(textOf(await sends({ seal: { ...data.seal, about: '0'.repeat(32) } }))).toContain('did not make this card');
    expect(textOf(await sends({}))).toContain('did not make this card');
    now = '2027-01-10T09:30:00.000Z';
    expect(textOf(await press(daniel, 'done-in-channel'))).toContain('too old');
    expect(await action()).toMatchObject({ status: 'open' });
  });

  it('begin nothing else of one person’s in a channel', async () => {
    const report = await bot.handle({ kind: 'message', actor: daniel, conversation: 'channel', text: 'report' });
    expect(textOf(report)).toContain('only listens in your own chat');
    const other = {
      kind: 'action',
      actor: daniel,
      conversation: 'channel',
      verb: 'complete-action',
      data: {},
    } as const;
    expect(textOf(await bot.handle(other))).toContain('only listens in your own chat');
  });
});

describe('“Ask for time” in a channel', () => {
  const answer = (who: Identity, verb: string) => {
    const card = chats.findLast(({ to, card: one }) => to === who.person && readable(one).includes('More time'))?.card;
    const data = actionsOf(card).find((one) => one.verb === verb)?.data;
    return bot.handle({ kind: 'action', actor: who, conversation: 'personal', verb, data });
  };

  it('asks a lead for a week more; until they answer the day stands', async () => {
    await post();
    expect(textOf(await press(daniel, 'time-in-channel'))).toContain('asked for a week more');
    expect(textOf(await press(daniel, 'time-in-channel', lying[0]?.card))).toContain('asked for a week more');
    expect(await action()).toMatchObject({ dueOn: '2026-12-18', timeAskedUntil: '2026-12-25' });
    await drain();
    const card = chats.find(({ to, card: one }) => to === priya.person && readable(one).includes('More time'))?.card;
    expect(readable(card)).toContain(daniel.name);
    expect(JSON.stringify(card)).not.toMatch(/Ellie|Marsden/);
    expect(await answer(priya, 'give-time')).toMatchObject({ kind: 'card' });
    expect(await action()).toMatchObject({ dueOn: '2026-12-25' });
    expect(await action()).not.toHaveProperty('timeAskedUntil');
    await drain();
    expect(readable(lying[0]?.card)).toContain('25 Dec');
    expect(chats.at(-1)?.to).toBe(daniel.person);
  });

  it('can be answered with no', async () => {
    await post();
    await press(daniel, 'time-in-channel');
    await drain();
    await answer(priya, 'keep-day');
    expect(await action()).toMatchObject({ dueOn: '2026-12-18' });
    expect(await action()).not.toHaveProperty('timeAskedUntil');
  });

  it('asks for nothing for somebody who was not given it', async () => {
    await post();
    expect(textOf(await press(zoe, 'time-in-channel'))).toContain('whoever was given it');
    expect(await action()).not.toHaveProperty('timeAskedUntil');
  });
});

it('what is added to posted minutes is said in their thread, without a word of it', async () => {
  await post();
  expect(await scene.act(addMinuteAddendum, priya, { meeting, words: 'Ellie’s aunt rang.' })).toBe('done');
  await drain();
  expect(lying).toHaveLength(2);
  expect(lying[1]?.replyTo).toBe('170');
  expect(readable(lying[1]?.card)).toContain('Something was added');
  expect(JSON.stringify(lying[1])).not.toMatch(/Ellie|aunt/);
});

it('whoever set a channel up is told that Lantern was taken out of it', async () => {
  const out = { kind: 'channels', actor: tom, conversation: 'channel', into: [], outOf: [inTeams] } as const;
  expect(await bot.handle(out)).toEqual({ kind: 'nothing' });
  await drain();
  expect(chats.map(({ to }) => to)).toContain(priya.person);
  const card = chats.find(({ card: one }) => readable(one).includes('removed from a channel'))?.card;
  expect(readable(card)).toMatch(/Safeguarding[^]*Triage/);
});
