import type { JWTPayload } from 'jose';
import { describe, expect, it } from 'vitest';
import { gate, refusals, type RefusalCode } from '../../../bot/framework/gate.ts';

const bot = '6b1c7a1e-bbbb-4bbb-8bbb-000000000001';
const tenant = '6B1C7A1E-2222-4222-8222-000000000001';
const stranger = '99999999-9999-4999-8999-999999999999';
const person = '6b1c7a1e-1111-4111-8111-000000000001';
const serviceUrl = 'https://smba.trafficmanager.net/uk/';
const now = Date.parse('2026-12-10T08:05:00.000Z');
const minutes = (count: number) => now / 1_000 + count * 60;
const at = (seconds: number) => new Date(now + seconds * 1_000).toISOString();

const claims: JWTPayload = {
  ...{ iss: 'https://api.botframework.com', aud: bot, serviceurl: serviceUrl },
  ...{ iat: minutes(-1), nbf: minutes(-1), exp: minutes(59) },
};
const from = { id: '29:daniel', name: 'Daniel Osei', aadObjectId: person };
const conversation = { id: 'a:personal', tenantId: tenant };
const activity = {
  ...{ type: 'message', channelId: 'msteams', serviceUrl, from, recipient: { id: `28:${bot}` } },
  ...{ conversation, channelData: { tenant: { id: tenant } }, timestamp: at(-1) },
};
const rules = { botAppId: bot, tenants: [stranger.replace('9', '8'), tenant], now };
const judged = (changedClaims: object, changedBody: object = {}) =>
  gate({ ...claims, ...changedClaims }, { ...activity, ...changedBody }, rules);
const actor = { tenant, person, name: 'Daniel Osei', door: 'chat' };

describe('an activity of Teams for our bot', () => {
  it('goes on, as its person at its tenant, without what Lantern does not read', () => {
    const decision = judged({}, { deliveryMode: 'expectReplies' });
    expect(decision).toMatchObject({ ok: true, actor, activity: { type: 'message', conversation } });
    expect(decision).not.toHaveProperty('activity.deliveryMode');
  });

  it.each<[string, object]>([
    ['no time of issue and no beginning', { iat: undefined, nbf: undefined }],
    ['a beginning as far ahead as clocks may differ', { nbf: minutes(5) }],
    ['an issue a day ago', { iat: minutes(-24 * 60) }],
    ['our own tenant’s id', { tid: tenant.toLowerCase() }],
    ['a version and our own application', { ver: '1.0', appid: bot }],
    ['a version and our own application, as version 2 says it', { ver: '2.0', azp: bot, appid: bot }],
    ['a version and no application', { ver: '1.0' }],
    ['an application and no version', { azp: stranger }],
  ])('may bear a token with %s', (_what, change) => expect(judged(change)).toMatchObject({ ok: true, actor }));

  it.each<[string, object]>([
    ['name its tenant in the conversation alone', { channelData: undefined }],
    ['name its tenant in the conversation alone, beside channel data without one', { channelData: {} }],
    ['name its tenant in the channel data alone', { conversation: { id: 'a:personal' } }],
    [
      'name its tenant in other letters',
      { conversation: { id: 'c', tenantId: tenant.toLowerCase() }, channelData: {} },
    ],
    ['name its person in capitals', { from: { ...from, aadObjectId: person.toUpperCase() } }],
    ['have no time', { timestamp: undefined }],
    ['have a time of null', { timestamp: null }],
    ['have waited for an hour and clocks', { timestamp: at(-65 * 60) }],
    ['come from five minutes ahead', { timestamp: at(5 * 60) }],
  ])('may %s', (_what, change) => expect(judged({}, change)).toMatchObject({ ok: true, actor }));

  it('may come from somebody without a name', () => {
    expect(judged({}, { from: { ...from, name: undefined } })).toMatchObject({
      ok: true,
      actor: { ...actor, name: '' },
    });
  });
});

describe('a token is refused', () => {
  it.each<[RefusalCode, object]>([
    ['wrong-issuer', { iss: 'https://api.botframework.us' }],
    ['wrong-audience', { aud: [bot] }],
    ['no-expiry', { exp: undefined }],
    ['no-expiry', { exp: String(minutes(5)) }],
    ['token-not-of-now', { iat: minutes(5) + 1 }],
    ['token-not-of-now', { nbf: minutes(5) + 1 }],
    ['token-not-of-now', { iat: minutes(-24 * 60) - 1 }],
    ['token-not-of-now', { nbf: minutes(-24 * 60) - 1 }],
    ['token-not-of-now', { iat: String(minutes(0)) }],
    ['token-not-of-now', { nbf: null }],
    ['another-application', { appid: 'AnonymousSkill' }],
    ['another-application', { ver: '1.0', appid: stranger }],
    ['another-application', { ver: '2.0', azp: stranger }],
    ['another-application', { ver: '2.0', azp: bot, appid: stranger }],
    ['token-of-unknown-tenant', { tid: stranger }],
    ['token-of-unknown-tenant', { tid: [tenant] }],
    ['token-of-unknown-tenant', { tid: null }],
    ['service-url-differs', { serviceurl: undefined }],
    ['service-url-differs', { serviceurl: 'https://smba.trafficmanager.net/amer/' }],
  ])('%s: %j', (code, change) => expect(judged(change)).toEqual({ ok: false, code }));
});

describe('an activity is refused', () => {
  it.each<[RefusalCode, object]>([
    ['not-an-activity', { type: 7 }],
    ['wrong-channel', { channelId: 'emulator' }],
    ['wrong-channel', { channelId: undefined }],
    ['foreign-service-url', { serviceUrl: undefined }],
    ['foreign-service-url', { serviceUrl: '' }],
    ['foreign-service-url', { serviceUrl: 'https://smba.trafficmanager.net.evil.example/' }],
    ['not-fresh', { timestamp: at(-65 * 60 - 1) }],
    ['not-fresh', { timestamp: at(5 * 60 + 1) }],
    ['not-fresh', { timestamp: 'lately' }],
    ['no-tenant', { conversation: { id: 'c' }, channelData: undefined }],
    ['no-tenant', { conversation: { id: 'c', tenantId: null }, channelData: { tenant: null } }],
    ['tenants-differ', { channelData: { tenant: { id: stranger } } }],
    ['unknown-tenant', { conversation: { id: 'c', tenantId: stranger }, channelData: undefined }],
    ['no-person', { from: { ...from, aadObjectId: undefined } }],
    ['no-person', { from: { ...from, aadObjectId: '' } }],
    ['no-person', { from: { ...from, aadObjectId: `${person}\n` } }],
    ['no-person', { from: { ...from, aadObjectId: `0${person}` } }],
    ['no-person', { from: { ...from, aadObjectId: `${person}0` } }],
    ['no-person', { from: { ...from, aadObjectId: person.replaceAll('-', '') } }],
    ['no-person', { from: { ...from, aadObjectId: 'daniel.osei@kestrelvale.example' } }],
  ])('%s: %j', (code, change) => expect(judged({}, change)).toEqual({ ok: false, code }));

  it('when its address is foreign even though the token names just that one', () => {
    const url = 'https://evil.example/';
    expect(judged({ serviceurl: url }, { serviceUrl: url })).toEqual({ ok: false, code: 'foreign-service-url' });
  });
});

it('what a token says is answered with 401, what an activity says with 403', () => {
  expect(
    Object.entries(refusals)
      .filter(([, status]) => status === 401)
      .map(([code]) => code),
  ).toEqual([
    ...['no-token', 'not-a-token', 'wrong-issuer', 'wrong-audience', 'no-expiry', 'token-not-of-now'],
    ...['another-application', 'token-of-unknown-tenant', 'not-verified'],
  ]);
  expect(Object.values(refusals).filter((status) => status === 403)).toHaveLength(9);
});
