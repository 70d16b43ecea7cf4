import { UnsecuredJWT, type JWTPayload } from 'jose';
import type { RefusalCode } from '../../bot/framework/gate.ts';
import { activity, channelClaims, ids, nowSeconds, serviceUrl, type OpenDoor } from './bot-door.ts';
import type { unknownKey } from './bot-framework-keys.ts';

/** How headers of the bot's door are made: with the channel's key, with a stranger's, with neither. */
export function botTokens(keys: OpenDoor['keys'], stranger: Awaited<ReturnType<typeof unknownKey>>) {
  const bearer = async (change: JWTPayload = {}, ...how: [object?, Parameters<OpenDoor['keys']['sign']>[2]?]) =>
    `Bearer ${await keys.sign({ ...channelClaims(), ...change }, ...how)}`;
  const without = (name: string): JWTPayload =>
    Object.fromEntries(Object.entries(channelClaims()).filter(([claim]) => claim !== name));
  const signed = async (claims: JWTPayload) => `Bearer ${await keys.sign(claims)}`;
  const afterwards = async (change: JWTPayload) => {
    const [head, , signature] = (await keys.sign(channelClaims())).split('.');
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

  return { keys, stranger, bearer, without, signed, afterwards, userToken };
}
export type BotTokens = ReturnType<typeof botTokens>;

/** Headers that are not a genuine token of the channel for our bot, before a genuine activity. */
export const channelTokenMutants: readonly (readonly [
  what: string,
  code: RefusalCode,
  header: (tokens: BotTokens) => string | Promise<string> | undefined,
])[] = [
  ['there is none', 'no-token', () => undefined],
  ['another scheme', 'not-a-token', () => 'Basic bGFudGVybjpsYW50ZXJu'],
  ['the scheme in small letters', 'not-a-token', async ({ bearer }) => (await bearer()).replace('Bearer', 'bearer')],
  ['two tokens in one header', 'not-a-token', async ({ keys, bearer }) => `${await bearer()} ${await keys.sign({})}`],
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
    ({ bearer }) => bearer({}, { alg: 'HS256' }, new TextEncoder().encode(ids.bot.padEnd(64, '0'))),
  ],
  [
    'signed by a stranger under the channel’s key id',
    'not-verified',
    ({ stranger, bearer }) => bearer({}, {}, stranger),
  ],
  [
    'signed by a stranger under a key id of their own',
    'not-verified',
    ({ stranger, bearer }) => bearer({}, { kid: 'mine' }, stranger),
  ],
  ['claims changed after signing', 'not-verified', ({ afterwards }) => afterwards({ aud: ids.bot, jti: 'changed' })],
  [
    'a user token of a foreign tenant, audience and application the bot',
    'wrong-issuer',
    ({ signed, userToken }) => signed(userToken(ids.otherTenant, '2.0')),
  ],
  [
    'a user token of our own tenant, audience and application the bot',
    'wrong-issuer',
    ({ signed, userToken }) => signed(userToken(ids.tenant, '2.0')),
  ],
  [
    'a version 1 user token of our own tenant',
    'wrong-issuer',
    ({ signed, userToken }) => signed(userToken(ids.tenant, '1.0')),
  ],
  [
    'the emulator’s issuer',
    'wrong-issuer',
    ({ signed, userToken }) => signed(userToken('d6d49420-f39b-4df7-a1dc-d59a935871db', '1.0')),
  ],
  [
    'the bot’s own token for the connector',
    'wrong-issuer',
    ({ signed, userToken }) => signed({ ...userToken(ids.tenant, '1.0'), aud: 'https://api.botframework.com' }),
  ],
  [
    'the channel’s issuer with a closing slash',
    'wrong-issuer',
    ({ bearer }) => bearer({ iss: 'https://api.botframework.com/' }),
  ],
  ['the channel’s issuer in capitals', 'wrong-issuer', ({ bearer }) => bearer({ iss: 'https://API.botframework.com' })],
  ['the government channel’s issuer', 'wrong-issuer', ({ bearer }) => bearer({ iss: 'https://api.botframework.us' })],
  ['no issuer', 'wrong-issuer', ({ without, signed }) => signed(without('iss'))],
  ['for another bot', 'wrong-audience', ({ bearer }) => bearer({ aud: ids.otherTenant })],
  ['for the tab API', 'wrong-audience', ({ bearer }) => bearer({ aud: '6b1c7a1e-cccc-4ccc-8ccc-000000000001' })],
  ['for several, our bot among them', 'wrong-audience', ({ bearer }) => bearer({ aud: [ids.bot, ids.otherTenant] })],
  ['for nobody', 'wrong-audience', ({ without, signed }) => signed(without('aud'))],
  ['a call of another bot', 'another-application', ({ bearer }) => bearer({ ver: '1.0', appid: ids.otherTenant })],
  [
    'a call of another bot, version 2',
    'another-application',
    ({ bearer }) => bearer({ ver: '2.0', azp: ids.otherTenant }),
  ],
  ['an anonymous skill', 'another-application', ({ bearer }) => bearer({ appid: 'AnonymousSkill' })],
  ['of an unknown tenant', 'token-of-unknown-tenant', ({ bearer }) => bearer({ tid: ids.otherTenant })],
  ['run out, with the grace of five minutes', 'not-verified', ({ bearer }) => bearer({ exp: nowSeconds() - 400 })],
  [
    'not valid yet, with the grace of five minutes',
    'token-not-of-now',
    ({ bearer }) => bearer({ nbf: nowSeconds() + 400, exp: nowSeconds() + 900 }),
  ],
  ['begun two days ago', 'token-not-of-now', ({ bearer }) => bearer({ nbf: nowSeconds() - 172_800 })],
  ['made two days ago', 'token-not-of-now', ({ bearer }) => bearer({ iat: nowSeconds() - 172_800 })],
  ['made in ten minutes', 'token-not-of-now', ({ bearer }) => bearer({ iat: nowSeconds() + 600 })],
  ['made on a word', 'token-not-of-now', ({ bearer }) => bearer({ iat: 'now' as unknown as number })],
  ['that never runs out', 'no-expiry', ({ without, signed }) => signed(without('exp'))],
  ['that runs out on a word', 'no-expiry', ({ afterwards }) => afterwards({ exp: 'never' as unknown as number })],
];

const conversation = { id: 'a:personal-daniel', conversationType: 'personal' };
const from = { id: '29:daniel', name: 'Daniel Osei' };

const minutesFromNow = (minutes: number) => new Date((nowSeconds() + minutes * 60) * 1_000).toISOString();

/** Bodies that a genuine token of the channel must not open the door for. */
export const activityMutants: readonly (readonly [what: string, code: RefusalCode, body: () => unknown])[] = [
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
  ['sent two hours ago', 'not-fresh', () => activity({ timestamp: minutesFromNow(-120) })],
  ['sent in ten minutes', 'not-fresh', () => activity({ timestamp: minutesFromNow(10) })],
  ['sent at no time', 'not-fresh', () => activity({ timestamp: 'lately' })],
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

/** Shapes of tokens that somebody may hold without being Teams, each signed with the key that the bot trusts. */
const userTokens: readonly (readonly [what: string, claims: (tokens: BotTokens) => JWTPayload])[] = [
  ['a foreign tenant’s user token for the bot', ({ userToken }) => userToken(ids.otherTenant, '2.0')],
  ['our own tenant’s user token for the bot', ({ userToken }) => userToken(ids.tenant, '2.0')],
  ['our own tenant’s user token for the bot, version 1', ({ userToken }) => userToken(ids.tenant, '1.0')],
  [
    'the tab’s token, as Teams gets it',
    ({ userToken }) => ({ ...userToken(ids.tenant, '2.0'), azp: '5e3ce6c0-2b1f-4285-8d4b-75ee78787346' }),
  ],
  [
    'a version 1 token for the tab’s address',
    ({ userToken }) => ({ ...userToken(ids.tenant, '1.0'), aud: `api://lantern.example/${ids.bot}` }),
  ],
  ['another application’s token', ({ userToken }) => ({ ...userToken(ids.tenant, '2.0'), azp: ids.otherTenant })],
  [
    'the bot’s own token for its own door',
    ({ userToken }) => ({ ...userToken(ids.tenant, '2.0'), idtyp: 'app', scp: undefined }),
  ],
];

/** Bodies that choose which of botbuilder’s checks a token meets: its emulator’s, App Service’s, a skill’s, or the channel’s. */
const spoofedBodies: readonly (readonly [what: string, body: object])[] = [
  ['as from Teams', {}],
  ['with the address of an attacker', { serviceUrl: 'https://attacker.example/' }],
  ['without an address', { serviceUrl: undefined }],
  ['from the App Service channel', { channelId: 'AseChannel' }],
  ['from the emulator', { channelId: 'emulator' }],
  ['as to a skill', { recipient: { id: `28:${ids.bot}`, role: 'skill' } }],
  [
    'from a skill',
    { from: { id: '29:lead', aadObjectId: ids.person, role: 'skill' }, callerId: 'urn:botframework:aadappid:1' },
  ],
];

/** Whoever holds a token of some kind speaks as the lead: each kind of token before each kind of body. */
export const spoofedActivities: readonly (readonly [
  what: string,
  claims: (tokens: BotTokens) => JWTPayload,
  body: () => object,
])[] = userTokens.flatMap(([token, claims]) =>
  spoofedBodies.map(([how, body]) => [`${token}, ${how}`, claims, () => activity(body)] as const),
);
