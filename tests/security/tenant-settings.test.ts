import { afterEach, expect, it } from 'vitest';
import { whileSuspended } from '../../bot/suspended.ts';
import { openBotDoor, type OpenDoor } from '../support/bot-door.ts';
import { genuineClaims, newKey, otherTenant, sign, tenant } from '../support/entra-keys.ts';
import { startTabApi, type TabApi } from '../support/tab-api.ts';

const open: (TabApi | OpenDoor)[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});
const tabApi = async (...parts: Parameters<typeof startTabApi>) => {
  const api = await startTabApi(...parts);
  open.push(api);
  return api;
};
const ask = (api: TabApi, authorization: string) => fetch(`${api.origin}/api/desk`, { headers: { authorization } });
const statusOf = async (api: TabApi, claims: object) =>
  (await ask(api, `Bearer ${await sign(api.key, { ...genuineClaims(api.clock.seconds()), ...claims })}`)).status;

const guests = [{ acct: 1 }, { idp: `https://sts.windows.net/${otherTenant}/` }, { idp: 'live.com' }];

it('guests are let in where the setting says so, and nowhere else', async () => {
  const [shut, welcoming] = [await tabApi(), await tabApi({}, undefined, { guests: true })];
  for (const guest of guests) {
    expect(await statusOf(shut, guest)).toBe(403);
    expect(await statusOf(welcoming, guest)).toBe(200);
  }
  // A guest is somebody of this tenant all the same.
  const elsewhere = { tid: otherTenant, iss: `https://login.microsoftonline.com/${otherTenant}/v2.0` };
  expect(await statusOf(welcoming, { ...elsewhere, acct: 1 })).toBe(403);
});

it('a thousand made-up key ids cause one fetch, and the genuine key is still good', async () => {
  const api = await tabApi();
  const stranger = await newKey('never-published');
  const junk = await sign(stranger, genuineClaims(api.clock.seconds()));
  const [, body, signature] = junk.split('.');
  const header = (kid: string) => Buffer.from(JSON.stringify({ alg: 'RS256', kid })).toString('base64url');
  const knock = async (n: number) => {
    const answer = await ask(api, `Bearer ${header(`junk-${n}`)}.${body}.${signature}`);
    await answer.arrayBuffer();
    return answer.status;
  };
  const statuses: number[] = [];
  for (let n = 0; n < 1_000; n += 25)
    statuses.push(...(await Promise.all(Array.from({ length: 25 }, (_, i) => knock(n + i)))));
  expect(new Set(statuses)).toEqual(new Set([401]));
  expect(api.keys.fetched).toEqual([tenant]);
  expect((await ask(api, api.authorization)).status).toBe(200);
  expect(JSON.stringify(api.lines)).not.toContain('junk-');
});

it('whoever has looked too often is told when to go on', async () => {
  const api = await tabApi({ read: async () => ({ ok: false, problem: { code: 'too-many', wait: 7 } }) });
  const answer = await ask(api, api.authorization);
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '7']);
  expect(await answer.json()).toEqual({ code: 'too-many', message: expect.stringContaining('Wait a minute') });
});

it('a suspended tenant is told what to do, and only by a token that is genuine in all else', async () => {
  const api = await tabApi({}, undefined, { suspended: new Set([tenant]) });
  const answer = await ask(api, api.authorization);
  expect(answer.status).toBe(403);
  expect(await answer.json()).toEqual({ code: 'suspended', message: expect.stringContaining('safeguarding lead') });
  expect(api.lines).toEqual([{ level: 'security', event: 'http.refused', why: 'suspended', code: 'suspended' }]);
  expect(api.looks).toEqual([]);
  expect(await statusOf(api, { aud: otherTenant })).toBe(401);
});

it('while suspended the bot says so to whatever is written or pressed', async () => {
  const door = await openBotDoor();
  open.push(door);
  door.reply(whileSuspended);
  expect((await door.say({ text: 'A child told me something' })).status).toBe(200);
  expect(door.sent.map(({ body }) => body['text'])).toEqual([expect.stringContaining('nothing was taken in')]);
  const pressed = await door.say({
    type: 'invoke',
    name: 'adaptiveCard/action',
    value: { action: { verb: 'submit-report', data: {} } },
  });
  expect(pressed).toEqual({ status: 200, text: expect.stringContaining('safeguarding lead') });
});
