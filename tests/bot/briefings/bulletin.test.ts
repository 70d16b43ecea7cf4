import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createBot, type Bot } from '../../../bot/bot.ts';
import { bulletinCard } from '../../../bot/briefings/bulletin-card.ts';
import type { BotReply } from '../../../bot/framework/events.ts';
import { createSeals } from '../../../bot/seal.ts';
import { sendBriefing } from '../../../src/areas/briefings/send-briefing.ts';
import { listReceipts } from '../../../src/areas/briefings/views.ts';
import type { Identity } from '../../../src/access/types.ts';
import { bulletinFor } from '../../../src/compose/open-channels.ts';
import type { Card } from '../../../src/ports/card.ts';
import { newForm, people, school } from '../../support/kernel.ts';
import { needToKnowScene, type NeedToKnowScene } from '../../support/need-to-know-scene.ts';
import { recordedLog } from '../../support/recorded-log.ts';

const { daniel, kayleigh, priya } = people;
const hostile = '**Read** <script>alert(1)</script> [this](https://evil.example) \u202e now_';
let now: string;
let scene: NeedToKnowScene;
let bot: Bot;
let briefing: string;
let card: Card;
beforeEach(async () => {
  now = '2026-12-10T08:05:00.000Z';
  scene = await needToKnowScene({ now: () => now });
  const { perform, read, ids, clock } = scene;
  const seals = createSeals(() => Buffer.alloc(32, 7), ids, clock);
  const linkTo = (id: string) => `https://lantern.example/${id}`;
  bot = createBot({ perform, read, seals, ids, clock, log: recordedLog().log, linkTo });
  const asked = {
    ...{ school, heading: 'The *gate*', words: hostile, readBy: '2026-12-18', audience: 'channels' as const },
    ...{ roles: [], people: [], policyUrl: 'https://harrowmere.example/gate.pdf' },
  };
  const sent = await perform(sendBriefing, priya, asked, newForm());
  if (!sent.ok) throw new Error(JSON.stringify(sent.problem));
  briefing = sent.answer.briefing;
  const seen = await bulletinFor(scene)(priya, briefing);
  card = bot.bulletinCard(priya, seen!.bulletin);
});
afterEach(() => scene.close());

const buttonOf = (of: Card) => of.actions?.find((one) => 'verb' in one && one.verb === 'read-in-channel');
const dataOf = (of: Card) => {
  const button = buttonOf(of);
  return button && 'data' in button ? button.data : undefined;
};
const press = (actor: Identity, data: unknown = dataOf(card)): Promise<BotReply> =>
  bot.handle({ kind: 'action', actor, conversation: 'channel', verb: 'read-in-channel', data, cardActivityId: '170' });
const textOf = (reply: BotReply) => (reply.kind === 'text' ? reply.text : JSON.stringify(reply));
const readers = async () => (await scene.look(listReceipts, priya, { id: briefing }))?.map(({ name }) => name).sort();

describe('the card of a bulletin', () => {
  it('says what was written letter for letter, with its link and one button', () => {
    expect(JSON.stringify(card.body)).toContain(JSON.stringify(hostile).slice(1, -1));
    expect(card.body.some((one) => one.type === 'RichTextBlock' && JSON.stringify(one).includes('*gate*'))).toBe(true);
    expect(card.actions?.map(({ title }) => title)).toEqual(['I have read this', 'Open the policy']);
  });

  it('has room for the longest of all, in any script', () => {
    const most = {
      id: 'b',
      heading: '守'.repeat(120),
      words: '守'.repeat(4_000),
      policyUrl: `https://a.example/${'x'.repeat(980)}`,
    };
    const bulletin = { ...most, readBy: '2026-12-18', sentByName: '守'.repeat(255), sentAt: now };
    const whole = bulletinCard({ bulletin, confirm: dataOf(card) ?? {} });
    expect(Buffer.byteLength(JSON.stringify(whole))).toBeLessThan(28_000);
  });

  it('withdrawn says so, and nothing of what it said', () => {
    const gone = bot.bulletinCard(priya, undefined);
    expect(JSON.stringify(gone)).toContain('withdrawn');
    expect(gone.actions).toBeUndefined();
  });

  it('is looked at with a button that carries nothing', async () => {
    const seen = await bulletinFor(scene)(priya, briefing);
    expect(dataOf(bot.bulletinPreview(priya, seen!.bulletin))).toEqual({});
  });
});

describe('“I have read this”', () => {
  it('is one button for all: each who presses it gets a receipt, once, and nobody else sees it', async () => {
    for (const who of [daniel, kayleigh, daniel])
      expect(textOf(await press(who))).toContain('noted that you have read');
    expect(await readers()).toEqual([daniel.name, kayleigh.name].sort());
  });

  it('notes nothing for whoever is not of the school, and says so', async () => {
    const stranger = { ...daniel, person: '99999999-9999-4999-8999-999999999999', name: 'Ama Boateng' };
    expect(textOf(await press(stranger))).toContain('Only the staff of the school');
    expect(await readers()).toEqual([]);
  });

  it('takes no button that was altered or too old, nor one pressed in one’s own chat', async () => {
    const { seal } = dataOf(card) as { seal: object };
    expect(textOf(await press(daniel, { seal: { ...seal, about: '0'.repeat(32) } }))).toContain(
      'did not make this card',
    );
    const alone = { kind: 'action', actor: daniel, conversation: 'personal', verb: 'read-in-channel' } as const;
    expect(textOf(await bot.handle({ ...alone, data: dataOf(card), cardActivityId: '1' }))).toContain('did not make');
    now = '2027-01-10T08:05:00.000Z';
    expect(textOf(await press(daniel))).toContain('too old');
    expect(await readers()).toEqual([]);
  });
});
