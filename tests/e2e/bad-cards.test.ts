import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSeals } from '../../bot/seal.ts';
import type { ProblemBody } from '../../src/areas/concerns/contract.ts';
import { castMember, demo } from '../../src/local/cast.ts';
import { readKeys } from '../../src/store/keys.ts';
import { randomIds } from '../../src/system/random-ids.ts';
import { actionsOf, cardAbout, openChat, readable, refIn, sendReport, usual, type Chat } from '../support/chat.ts';
import { runDemonstration, type RunningDemonstration } from '../support/demonstration.ts';

let lantern: RunningDemonstration;
let daniel: Chat;
let zoe: Chat;
let priya: Chat;

beforeAll(async () => {
  lantern = await runDemonstration({ withoutChats: true });
  const { origin } = lantern.shown.tenant;
  [daniel, zoe, priya] = await Promise.all([
    openChat(origin, 'daniel'),
    openChat(origin, 'zoe'),
    openChat(origin, 'priya'),
  ]);
  await Promise.all([daniel.install(), zoe.install(), priya.install()]);
}, 120_000);
afterAll(async () => {
  await Promise.all([daniel?.close(), zoe?.close(), priya?.close()]);
  await lantern?.close();
});

describe('a card that is not what it should be', () => {
  const weeksAgo = () => new Date(Date.now() - 15 * 86_400_000).toISOString();
  /** Buttons as Lantern itself made them fifteen days ago. */
  const oldSeals = () => createSeals(readKeys(lantern.lanternData).cardsOf, randomIds, { now: weeksAgo });
  const as = (key: string) => ({ tenant: demo.tenantId, person: castMember(key).id });
  const untouched = async (ref: string) =>
    expect((await lantern.concerns()).find((concern) => concern.ref === ref)).toMatchObject({ status: 'submitted' });

  it('old: a report on an old form still counts, once; an old “I take this” says where to go', async () => {
    const words = 'Written on a form from half-term.';
    const data = { ...oldSeals().seal(as('daniel'), 'report-concern'), ...usual, who: 'Nell Finch', words };
    const [first, second] = [
      await daniel.pressWith('report-concern', data, 'an-old-message'),
      await daniel.pressWith('report-concern', data, 'an-old-message'),
    ];
    expect(second.card).toEqual(first.card);
    const concern = await lantern.filed(refIn(first.card));
    const take = await priya.pressWith('take-concern', oldSeals().seal(as('priya'), 'take-concern', concern.id));
    expect(take.note).toBe('This card is too old to act on. Open the concern in Lantern and act there.');
    await untouched(concern.ref);
  });

  it('forged: no act is done with it, but a report’s words are never turned away, and count once', async () => {
    const { card } = await sendReport(daniel, { who: 'Orla Finch', words: 'Orla has a new telephone.' });
    const concern = await lantern.filed(refIn(card));
    const alert = await cardAbout(priya, concern.ref);
    const { data } = actionsOf(alert.card).find(({ verb }) => verb === 'take-concern')!;
    const { seal } = data as { readonly seal: { readonly mac: string; readonly about: string } };
    const forgeries: readonly unknown[] = [
      { seal: { ...seal, mac: seal.mac.replace(/^./, (sign) => (sign === '0' ? '1' : '0')) } },
      { seal: { ...seal, about: (await lantern.concerns()).at(-1)!.id } },
      { seal: { ...seal, exp: '2099-01-01T00:00:00.000Z' } },
      { seal: { ...seal, mac: '' } },
      {},
      null,
    ];
    for (const forged of forgeries) {
      const { note } = await priya.pressWith('take-concern', forged);
      expect(note).toMatch(/did not make this card for you, so nothing was done\. Write “help”/);
    }
    await untouched(concern.ref);

    const words = 'Sent with a form that somebody made up.';
    const made = { seal: { ...seal, verb: 'report-concern' }, ...usual, who: 'Orla Finch', words };
    const sent = [
      await daniel.pressWith('report-concern', made, 'a-message'),
      await daniel.pressWith('report-concern', made, 'a-message'),
    ];
    expect(sent[1]?.card).toEqual(sent[0]?.card);
    expect(await lantern.filed(refIn(sent[0]?.card))).toMatchObject({ words, reporterName: 'Daniel Osei' });
  });

  it('somebody else’s: with their form one reports for oneself, and their buttons do nothing', async () => {
    const form = await daniel.say('report');
    const { data } = actionsOf(form.card).find(({ verb }) => verb === 'report-concern')!;
    const filled = { ...data, ...usual, who: 'Kian Murtagh', words: 'Kian was asleep.' };
    const hers = await zoe.pressWith('report-concern', filled, form.id);
    const his = await daniel.press(form, 'report-concern', {
      ...usual,
      who: 'Kian Murtagh',
      words: 'Kian was asleep.',
    });
    expect(refIn(hers.card)).not.toBe(refIn(his.card));
    expect((await lantern.filed(refIn(hers.card))).reporterName).toBe('Zoe Lund');
    expect((await lantern.filed(refIn(his.card))).reporterName).toBe('Daniel Osei');
    expect((await lantern.reports('zoe')).map(({ ref }) => ref)).not.toContain(refIn(his.card));

    const alert = await cardAbout(priya, refIn(his.card));
    for (const { verb, data: leads } of actionsOf(alert.card)) {
      const { note } = await zoe.pressWith(verb, leads, alert.id);
      expect(note, verb).toMatch(/did not make this card for you/);
    }
    await untouched(refIn(his.card));
    expect(zoe.everything.join()).not.toMatch(/Kian Murtagh/);
  });
});

it('the same submission five times at once is one concern, one row and one alert, with five equal receipts', async () => {
  const form = await daniel.say('report');
  const filled = { ...usual, who: 'Reece Adeyemi', words: 'Reece pressed the button five times.' };
  const pressed = await Promise.all(
    Array.from({ length: 5 }, () => daniel.press({ ...form }, 'report-concern', filled)),
  );
  expect(pressed.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
  const receipts = new Set(pressed.map(({ card }) => readable(card)));
  expect(receipts.size).toBe(1);
  const concern = await lantern.filed(refIn(pressed[0]?.card));
  expect((await lantern.concerns()).filter(({ child }) => child === 'Reece Adeyemi')).toHaveLength(1);
  expect((await lantern.inSharePoint(concern.id)).rows).toMatchObject([{ Words: filled.words, Rev: 1 }]);
  await cardAbout(priya, concern.ref);
  expect(priya.messages.filter(({ card }) => readable(card).includes(concern.ref))).toHaveLength(1);
});

it('one form sent twice with different words is two concerns: nothing that was written is lost', async () => {
  const form = await daniel.say('report');
  const both = ['First I thought it was nothing.', 'Then she told me more.'];
  const sent = await Promise.all(
    both.map((words) => daniel.press({ ...form }, 'report-concern', { ...usual, who: 'Daisy Whitcombe', words })),
  );
  const concerns = await Promise.all(sent.map(({ card }) => lantern.filed(refIn(card))));
  expect(concerns.map(({ words }) => words)).toEqual(both);
  const kept = await Promise.all(concerns.map(({ id }) => lantern.inSharePoint(id)));
  expect(kept.map(({ rows }) => rows)).toMatchObject(both.map((Words) => [{ Words }]));
});

describe('whoever cannot prove who they are', () => {
  const other = '99999999-9999-4999-8999-999999999999';
  const issuer = `https://login.microsoftonline.com/${other}/v2.0`;
  const look = async (authorization?: string) => {
    const headers = { ...(authorization !== undefined && { authorization }) };
    const answer = await fetch(`${lantern.shown.lanternOrigin}/api/desk`, { headers });
    return { status: answer.status, body: (await answer.json()) as ProblemBody };
  };

  it.each([
    ['no token', 401, () => undefined],
    ['a token for another tenant', 403, () => lantern.shown.tenant.core.signUserToken({ tid: other, iss: issuer })],
    ['a token for another application', 401, () => lantern.shown.tenant.core.signUserToken({ aud: demo.botAppId })],
    ['a token that has run out', 401, () => lantern.shown.tenant.core.signUserToken({ exp: 1_700_000_000 })],
    ['an application’s token', 401, () => lantern.shown.tenant.core.graphToken(demo.apiAppId)],
  ])('sees nothing of the desk with %s, and is told what to do', async (_what, status, token) => {
    const made = token();
    const shown = await look(made && `Bearer ${made}`);
    expect(shown.status).toBe(status);
    expect(shown.body.message).toMatch(/open it again, and try once more|does not use Lantern here/);
    expect(Object.keys(shown.body).sort()).toEqual(['code', 'message']);
  });

  const serviceUrl = 'https://smba.trafficmanager.net/daniel/';
  const words = 'Words that came without proof of who wrote them.';
  const channel = (change: object = {}) =>
    lantern.shown.tenant.core.signChannelToken({ serviceUrl, audience: demo.botAppId, ...change });
  const knock = async (authorization: string | undefined, change: object = {}) => {
    const action = { type: 'Action.Execute', verb: 'report-concern', data: { ...usual, who: 'Ruby Kestle', words } };
    const invoke = { type: 'invoke', name: 'adaptiveCard/action', value: { action }, serviceUrl };
    const answer = await fetch(`${lantern.shown.lanternOrigin}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(authorization !== undefined && { authorization }) },
      body: JSON.stringify(daniel.activity({ ...invoke, ...change })),
    });
    return { status: answer.status, text: await answer.text() };
  };

  it.each([
    ['no token', 401, () => undefined, {}],
    ['nonsense for a token', 401, () => 'nonsense', {}],
    ['a person’s token', 401, () => lantern.shown.tenant.core.userToken('daniel'), {}],
    ['a token for another bot', 401, () => channel({ audience: demo.apiAppId }), {}],
    ['a token of another issuer', 401, () => channel({ issuer: 'https://evil.example' }), {}],
    ['a token that has run out', 401, () => channel({ claims: { exp: 1_700_000_000 } }), {}],
    ['a token for another address', 403, () => channel({ serviceUrl: 'https://smba.trafficmanager.net/zoe/' }), {}],
    ['another tenant', 403, () => channel(), { conversation: { id: 'a', tenantId: other }, channelData: {} }],
  ])('reports nothing with %s', async (_what, status, token, change) => {
    const before = await lantern.concerns();
    const made = token();
    expect(await knock(made && `Bearer ${made}`, change)).toEqual({ status, text: '' });
    expect(await lantern.concerns()).toEqual(before);
  });

  it('with the right token the very same activity is a report', async () => {
    const { status, text } = await knock(`Bearer ${channel()}`);
    expect(status).toBe(200);
    expect(await lantern.filed(/C-\d{4}-\d{4}/.exec(text.replaceAll('\\', ''))![0])).toMatchObject({ words });
  });
});

it('after all that, every concern has one row, and nothing in the log names anybody or repeats a word', async () => {
  const concerns = await Promise.all((await lantern.concerns()).map(({ ref }) => lantern.filed(ref)));
  const keys = (await lantern.rows('Concerns')).map(({ fields }) => fields['RequestKey']);
  expect(keys.sort()).toEqual(concerns.map(({ id }) => id).sort());
  expect(lantern.said()).toContain('card.not-ours');
  expect(lantern.said()).not.toMatch(/Reece|Adeyemi|Kian|Orla|Finch|Ruby|Kestle|Daniel|Zoe|Priya|telephone|asleep|eyJ/);
});
