import { UnsecuredJWT, type JWTPayload } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  activity,
  channelClaims,
  ids,
  nowSeconds,
  openBotDoor,
  serviceUrl,
  type OpenDoor,
} from '../support/bot-door.ts';
import { serveBotFrameworkKeys, unknownKey } from '../support/bot-framework-keys.ts';

let door: OpenDoor;
let stranger: Awaited<ReturnType<typeof unknownKey>>;
// botbuilder writes to the console when a signature is wrong.
const written = vi.spyOn(console, 'error').mockImplementation(() => undefined);

beforeAll(async () => {
  [door, stranger] = await Promise.all([openBotDoor(), unknownKey()]);
});
beforeEach(() => {
  for (const list of [door.events, door.lines, door.sent]) list.length = 0;
});
afterAll(() => door.close());

const bearer = async (change: JWTPayload = {}, ...how: [object?, Parameters<OpenDoor['keys']['sign']>[2]?]) =>
  `Bearer ${await door.keys.sign({ ...channelClaims(), ...change }, ...how)}`;
const without = (name: string): JWTPayload =>
  Object.fromEntries(Object.entries(channelClaims()).filter(([claim]) => claim !== name));
const signed = async (claims: JWTPayload) => `Bearer ${await door.keys.sign(claims)}`;
const afterwards = async (change: JWTPayload) => {
  const [head, , signature] = (await door.keys.sign(channelClaims())).split('.');
  const payload = Buffer.from(JSON.stringify({ ...channelClaims(), ...change })).toString('base64url');
  return `Bearer ${head}.${payload}.${signature}`;
};
/** An ordinary person's access token, as the tab would get it if it shared the bot's registration. */
const userToken = (tenant: string, version: '1.0' | '2.0'): JWTPayload => ({
  iss: version === '2.0' ? `https://login.microsoftonline.com/${tenant}/v2.0` : `https://sts.windows.net/${tenant}/`,
  aud: ids.bot,
  ...(version === '2.0' ? { azp: ids.bot } : { appid: ids.bot }),
  tid: tenant,
  oid: ids.person,
  scp: 'access_as_user',
  ver: version,
  serviceurl: serviceUrl,
  nbf: nowSeconds() - 10,
  exp: nowSeconds() + 600,
});

type Row = readonly [name: string, code: string, token: () => string | Promise<string | undefined> | undefined];
describe('a token that is not the channel’s', () => {
  const rows: readonly Row[] = [
    ['there is none', 'no-token', () => undefined],
    ['another scheme', 'not-a-token', () => 'Basic bGFudGVybjpsYW50ZXJu'],
    ['the scheme in small letters', 'not-a-token', async () => (await bearer()).replace('Bearer', 'bearer')],
    ['two tokens in one header', 'not-a-token', async () => `${await bearer()} ${await door.keys.sign({})}`],
    ['no token after the scheme', 'not-a-token', () => 'Bearer x'],
    ['three parts of nonsense', 'not-a-token', () => 'Bearer a.b.c'],
    ['algorithm none, no signature', 'not-a-token', () => `Bearer ${new UnsecuredJWT(channelClaims()).encode()}`],
    [
      'algorithm none, a made-up signature',
      'not-verified',
      () => `Bearer ${new UnsecuredJWT(channelClaims()).encode()}AAAA`,
    ],
    [
      'HS256 under the bot’s id',
      'not-verified',
      () => bearer({}, { alg: 'HS256' }, new TextEncoder().encode(ids.bot.padEnd(64, '0'))),
    ],
    ['signed by a stranger under the channel’s key id', 'not-verified', () => bearer({}, {}, stranger)],
    ['signed by a stranger under a key id of their own', 'not-verified', () => bearer({}, { kid: 'mine' }, stranger)],
    ['claims changed after signing', 'not-verified', () => afterwards({ aud: ids.bot, jti: 'changed' })],
    [
      'a user token of a foreign tenant, audience and application the bot',
      'wrong-issuer',
      () => signed(userToken(ids.otherTenant, '2.0')),
    ],
    [
      'a user token of our own tenant, audience and application the bot',
      'wrong-issuer',
      () => signed(userToken(ids.tenant, '2.0')),
    ],
    ['a version 1 user token of our own tenant', 'wrong-issuer', () => signed(userToken(ids.tenant, '1.0'))],
    ['the emulator’s issuer', 'wrong-issuer', () => signed(userToken('d6d49420-f39b-4df7-a1dc-d59a935871db', '1.0'))],
    [
      'the bot’s own token for the connector',
      'wrong-issuer',
      () => signed({ ...userToken(ids.tenant, '1.0'), aud: 'https://api.botframework.com' }),
    ],
    [
      'the channel’s issuer with a closing slash',
      'wrong-issuer',
      () => bearer({ iss: 'https://api.botframework.com/' }),
    ],
    ['the channel’s issuer in capitals', 'wrong-issuer', () => bearer({ iss: 'https://API.botframework.com' })],
    ['the government channel’s issuer', 'wrong-issuer', () => bearer({ iss: 'https://api.botframework.us' })],
    ['no issuer', 'wrong-issuer', () => signed(without('iss'))],
    ['for another bot', 'wrong-audience', () => bearer({ aud: ids.otherTenant })],
    ['for the tab API', 'wrong-audience', () => bearer({ aud: '6b1c7a1e-cccc-4ccc-8ccc-000000000001' })],
    ['for several, our bot among them', 'wrong-audience', () => bearer({ aud: [ids.bot, ids.otherTenant] })],
    ['for nobody', 'wrong-audience', () => signed(without('aud'))],
    ['a call of another bot', 'another-application', () => bearer({ ver: '1.0', appid: ids.otherTenant })],
    ['a call of another bot, version 2', 'another-application', () => bearer({ ver: '2.0', azp: ids.otherTenant })],
    ['an anonymous skill', 'another-application', () => bearer({ appid: 'AnonymousSkill' })],
    ['of an unknown tenant', 'token-of-unknown-tenant', () => bearer({ tid: ids.otherTenant })],
    ['run out, with the grace of five minutes', 'not-verified', () => bearer({ exp: nowSeconds() - 400 })],
    [
      'not valid yet, with the grace of five minutes',
      'not-verified',
      () => bearer({ nbf: nowSeconds() + 400, exp: nowSeconds() + 900 }),
    ],
    ['that never runs out', 'no-expiry', () => signed(without('exp'))],
    ['that runs out on a word', 'no-expiry', () => afterwards({ exp: 'never' as unknown as number })],
  ];

  it.each(rows)('%s: 401, nobody is called', async (_name, code, token) => {
    expect(await door.post(activity(), await token())).toEqual({ status: 401, text: '' });
    expect(door.events).toEqual([]);
    expect(door.lines).toEqual([{ level: 'security', event: 'bot.refused', code, status: 401 }]);
    expect(door.references.known.size).toBe(0);
  });

  it('a key that may not speak for Teams: 401', async () => {
    const keys = await serveBotFrameworkKeys(['webchat', 'directline']);
    const other = await openBotDoor({ keyDocumentUrl: keys.keyDocumentUrl });
    expect(await other.post(activity(), `Bearer ${await keys.sign(channelClaims())}`)).toEqual({
      status: 401,
      text: '',
    });
    expect(other.events).toEqual([]);
    await Promise.all([other.close(), keys.close()]);
  });
});
it('what botbuilder wrote to the console while it refused holds no token', () => {
  const text = written.mock.calls.flat().map(String).join('\n');
  expect(text.length).toBeGreaterThan(0);
  expect(text).not.toMatch(/ey[\w-]+\.[\w-]+\.[\w-]+/);
});
