import fc from 'fast-check';
import { UnsecuredJWT, type JWTPayload } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createBotDoor, type BotDoorParts } from '../../bot/framework/door.ts';
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
import { recordedLog } from '../support/recorded-log.ts';

let door: OpenDoor;
let stranger: Awaited<ReturnType<typeof unknownKey>>;
// botbuilder writes to the console when a signature is wrong.
const console_ = vi.spyOn(console, 'error').mockImplementation(() => undefined);

beforeAll(async () => {
  door = await openBotDoor();
  stranger = await unknownKey();
});
beforeEach(() => {
  door.events.length = 0;
  door.lines.length = 0;
  door.sent.length = 0;
});
afterAll(() => door.close());

const bearer = async (change: JWTPayload = {}, ...how: [object?, Parameters<OpenDoor['keys']['sign']>[2]?]) =>
  `Bearer ${await door.keys.sign({ ...channelClaims(), ...change }, ...how)}`;
const without = (name: string) => {
  const claims = channelClaims();
  return Object.fromEntries(Object.entries(claims).filter(([claim]) => claim !== name));
};
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
    expect((await door.post(activity(), await signed(without('serviceurl')))).status).toBe(403);
    expect(door.events).toEqual([]);
  });
});

describe('a genuine activity', () => {
  it('is let in, as the person and tenant of the activity', async () => {
    expect(await door.say()).toEqual({ status: 200, text: '' });
    expect(door.events).toEqual([
      {
        kind: 'message',
        actor: { tenant: ids.tenant, person: ids.person, name: 'Daniel Osei' },
        conversation: 'personal',
        text: 'hello',
      },
    ]);
    expect(door.lines).toEqual([]);
  });

  it('within five minutes of a clock that differs is let in', async () => {
    await door.post(activity(), await bearer({ exp: nowSeconds() - 200 }));
    await door.post(activity(), await bearer({ nbf: nowSeconds() + 200 }));
    expect(door.events).toHaveLength(2);
  });

  it('is the same person however the ids are cased', async () => {
    await door.say({
      from: { id: '29:daniel', aadObjectId: ids.person.toUpperCase() },
      conversation: { id: 'c', conversationType: 'personal', tenantId: ids.tenant.toUpperCase() },
      channelData: undefined,
    });
    expect(door.events[0]?.actor).toEqual({ tenant: ids.tenant, person: ids.person, name: '' });
  });

  it('cannot change who it is from by what its card, its extra fields or its names say', async () => {
    const other = '6b1c7a1e-1111-4111-8111-000000000002';
    await door.say({
      type: 'invoke',
      name: 'adaptiveCard/action',
      from: {
        id: `29:${other}`,
        name: 'Priya Raman',
        aadObjectId: ids.person,
        role: 'skill',
        properties: { aadObjectId: other },
      },
      value: { action: { verb: 'take', data: { actor: other, person: other, tenant: ids.otherTenant } } },
      callerId: 'urn:botframework:aadappid:1',
      relatesTo: { user: { aadObjectId: other } },
    });
    expect(door.events[0]?.actor).toEqual({ tenant: ids.tenant, person: ids.person, name: 'Priya Raman' });
  });

  it('cannot have its answer handed to the caller in place of Teams', async () => {
    door.reply({ kind: 'text', text: 'only for Teams' });
    const answer = await door.say({ deliveryMode: 'expectReplies' });
    door.reply({ kind: 'nothing' });
    expect(answer).toEqual({ status: 200, text: '' });
    expect(door.sent.map(({ body }) => body['text'])).toEqual(['only for Teams']);
  });
});

describe('whatever is wrong with it, alone or together', () => {
  type Wrong = (claims: JWTPayload, body: Record<string, unknown>) => void;
  const wrongs: Readonly<Record<string, Wrong>> = {
    issuer: (claims) => void (claims.iss = 'https://sts.windows.net/x/'),
    audience: (claims) => void (claims.aud = ids.otherTenant),
    expired: (claims) => void (claims.exp = nowSeconds() - 1000),
    early: (claims) => void (claims.nbf = nowSeconds() + 1000),
    claimedUrl: (claims) => void (claims['serviceurl'] = 'https://smba.trafficmanager.net/other/'),
    channel: (_, body) => void (body['channelId'] = 'AseChannel'),
    url: (_, body) => void (body['serviceUrl'] = 'https://evil.example/'),
    noUrl: (_, body) => void delete body['serviceUrl'],
    tenant: (_, body) => void (body['channelData'] = { tenant: { id: ids.otherTenant } }),
    person: (_, body) => void (body['from'] = { id: '29:daniel' }),
  };

  it('the handler is called for the genuine one alone', async () => {
    const kinds = fc.constantFrom('message', 'invoke', 'installationUpdate');
    await fc.assert(
      fc.asyncProperty(fc.subarray(Object.keys(wrongs)), fc.boolean(), kinds, async (names, forged, type) => {
        door.events.length = 0;
        const claims = channelClaims();
        const body = activity({ type, action: 'add', name: 'adaptiveCard/action' }) as Record<string, unknown>;
        for (const name of names) wrongs[name]!(claims, body);
        const token = await door.keys.sign(claims, {}, forged ? stranger : undefined);
        const { status } = await door.post(body, `Bearer ${token}`);
        const genuine = names.length === 0 && !forged;
        expect(door.events).toHaveLength(genuine ? 1 : 0);
        expect([401, 403].includes(status)).toBe(!genuine);
      }),
      {
        numRuns: 120,
        examples: [
          [[], false, 'message'],
          [[], false, 'invoke'],
          [[], true, 'message'],
        ],
      },
    );
  });
});

describe('the settings', () => {
  const settings = { LANTERN_MODE: 'local', LANTERN_TENANT_ID: ids.tenant, BOT_APP_ID: ids.bot } as const;
  const start = (change: Partial<BotDoorParts>) => () =>
    createBotDoor({
      config: settings,
      tenants: [ids.tenant],
      keyDocumentUrl: door.keys.keyDocumentUrl,
      transport: fetch,
      references: door.references,
      handle: async () => ({ kind: 'nothing' }),
      log: recordedLog().log,
      ...change,
    });

  it.each(['', ' '])('an empty bot app id %j stops start-up: botbuilder would let anybody in', (empty) => {
    expect(start({ config: { ...settings, BOT_APP_ID: empty } })).toThrow('BOT_APP_ID');
  });

  it('no known tenant stops start-up', () => {
    expect(start({ tenants: [] })).toThrow('tenant');
  });

  it('keys over plain http from another machine stop start-up', () => {
    expect(start({ keyDocumentUrl: 'http://keys.example/openid' })).toThrow('https');
  });

  it('production without a certificate stops start-up', () => {
    expect(start({ config: { ...settings, LANTERN_MODE: 'production' } })).toThrow('BOT_CERTIFICATE_FILE');
  });

  it('that are complete start', () => {
    expect(start({})).not.toThrow();
  });
});

it('what botbuilder wrote to the console while it refused holds no token', () => {
  const written = console_.mock.calls.flat().map(String).join('\n');
  expect(written.length).toBeGreaterThan(0);
  expect(written).not.toMatch(/ey[\w-]+\.[\w-]+\.[\w-]+/);
});
