import type { JWTPayload } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { activity, channelClaims, ids, openBotDoor, type OpenDoor } from '../support/bot-door.ts';

let door: OpenDoor;
beforeAll(async () => {
  door = await openBotDoor();
});
beforeEach(() => {
  for (const list of [door.events, door.lines, door.sent]) list.length = 0;
});
afterAll(() => door.close());

const bearer = async (change: JWTPayload = {}) => `Bearer ${await door.keys.sign({ ...channelClaims(), ...change })}`;
const without = (name: string): JWTPayload =>
  Object.fromEntries(Object.entries(channelClaims()).filter(([claim]) => claim !== name));
/** Addresses that are not the connector’s; the token names each of them too, so nothing but the address itself is wrong. */
const foreignUrls = [
  'http://smba.trafficmanager.net/uk/',
  'https://smba.trafficmanager.net:8443/uk/',
  'https://smba.trafficmanager.net:443/uk/',
  'https://evil.smba.trafficmanager.net/uk/',
  'https://evil.trafficmanager.net/uk/',
  'https://trafficmanager.net/uk/',
  'https://smba.trafficmanager.net.evil.example/uk/',
  'https://smba-trafficmanager.net/uk/',
  'https://smba.trafficmanager.net@evil.example/uk/',
  'https://user:word@smba.trafficmanager.net/uk/',
  'https://evil.example/smba.trafficmanager.net/',
  'https://evil.example?https://smba.trafficmanager.net/',
  'https://evil.example#https://smba.trafficmanager.net/uk/',
  'https://smba.trafficmanager.net\\.evil.example/',
  'https://smba.trafficmanager.net\\@evil.example/uk/',
  'https:\\\\smba.trafficmanager.net/uk/',
  'https://smba.trafficmanager.net/uk/../../x',
  'https://smba.trafficmanager.net/uk/?to=https://evil.example',
  'https://smba.trafficmanager.net/uk/#here',
  'https://smba.trafficmanager.net./uk/',
  'https://SMBA.trafficmanager.net/uk/',
  'https://smba。trafficmanager。net/uk/',
  ' https://smba.trafficmanager.net/uk/',
  'https://smba.trafficmanager.net/uk/\n',
  'https://169.254.169.254/metadata/',
  'https://localhost/uk/',
  'file:///etc/hosts',
  'smba.trafficmanager.net',
  '',
];

describe('an activity that is not from Teams, or not for us', () => {
  const conversation = { id: 'a:personal-daniel', conversationType: 'personal' };
  const from = { id: '29:daniel', name: 'Daniel Osei' };
  const rows: readonly (readonly [name: string, code: string, body: () => unknown])[] = [
    ['nothing but a list', 'not-an-activity', () => []],
    ['an empty object', 'not-an-activity', () => ({})],
    ['without a sender', 'not-an-activity', () => activity({ from: undefined })],
    ['without a conversation', 'not-an-activity', () => activity({ conversation: undefined })],
    ['with a type that is a list', 'not-an-activity', () => activity({ type: ['message'] })],
    ['from the App Service channel', 'wrong-channel', () => activity({ channelId: 'AseChannel' })],
    [
      'from the emulator',
      'wrong-channel',
      () => activity({ channelId: 'emulator', recipient: { id: 'x', role: 'skill' } }),
    ],
    ['from web chat', 'wrong-channel', () => activity({ channelId: 'webchat' })],
    ['from a channel that looks like Teams', 'wrong-channel', () => activity({ channelId: 'MSTeams' })],
    ['from no channel', 'wrong-channel', () => activity({ channelId: undefined })],
    ['without a service URL', 'foreign-service-url', () => activity({ serviceUrl: undefined })],
    ['with a service URL of null', 'foreign-service-url', () => activity({ serviceUrl: null })],
    [
      'with another service URL of the connector than the token’s',
      'service-url-differs',
      () => activity({ serviceUrl: 'https://smba.trafficmanager.net/amer/' }),
    ],
    [
      'with the service URL without its closing slash',
      'service-url-differs',
      () => activity({ serviceUrl: 'https://smba.trafficmanager.net/uk' }),
    ],
    [
      'of an unknown tenant',
      'unknown-tenant',
      () => activity({ conversation: { ...conversation, tenantId: ids.otherTenant }, channelData: {} }),
    ],
    [
      'of an unknown tenant, told by the channel data alone',
      'unknown-tenant',
      () => activity({ conversation, channelData: { tenant: { id: ids.otherTenant } } }),
    ],
    [
      'of two tenants',
      'tenants-differ',
      () =>
        activity({
          conversation: { ...conversation, tenantId: ids.tenant },
          channelData: { tenant: { id: ids.otherTenant } },
        }),
    ],
    [
      'of two tenants, the other way round',
      'tenants-differ',
      () => activity({ conversation: { ...conversation, tenantId: ids.otherTenant } }),
    ],
    ['of no tenant', 'no-tenant', () => activity({ conversation, channelData: undefined })],
    [
      'of a tenant without a name',
      'unknown-tenant',
      () => activity({ conversation: { ...conversation, tenantId: '' }, channelData: undefined }),
    ],
    ['of a person without an Entra id', 'no-person', () => activity({ from })],
    [
      'of a person whose Entra id is a mail address',
      'no-person',
      () => activity({ from: { ...from, aadObjectId: 'priya.raman@kestrelvale.example' } }),
    ],
    [
      'of a person whose Entra id has something behind it',
      'no-person',
      () => activity({ from: { ...from, aadObjectId: `${ids.person}\n` } }),
    ],
  ];

  it.each(rows)('%s: 403, nobody is called', async (_name, code, body) => {
    expect(await door.post(body(), await bearer())).toEqual({ status: 403, text: '' });
    expect(door.events).toEqual([]);
    expect(door.lines).toEqual([{ level: 'security', event: 'bot.refused', code, status: 403 }]);
  });

  it.each(foreignUrls)('the service URL %j, signed for just that: 403, and no token leaves', async (url) => {
    expect(await door.post(activity({ serviceUrl: url }), await bearer({ serviceurl: url }))).toEqual({
      status: 403,
      text: '',
    });
    expect(door.events).toEqual([]);
    expect(door.sent).toEqual([]);
  });

  it('no claim about the service URL: 403', async () => {
    expect((await door.post(activity(), `Bearer ${await door.keys.sign(without('serviceurl'))}`)).status).toBe(403);
    expect(door.events).toEqual([]);
  });
});
