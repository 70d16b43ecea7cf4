import type { JWTPayload } from 'jose';
import { describe, expect, it } from 'vitest';
import { judgeClaims, SKEW, type Expected } from '../../../src/identity/entra-claims.ts';
import type { TokenRefusal } from '../../../src/identity/refusal.ts';

const now = 1_800_000_000;
const tid = '6b1c7a1e-2222-4222-8222-000000000001';
const other = '99999999-2222-4222-8222-000000000009';
const oid = '6b1c7a1e-1111-4111-8111-000000000002';
const expected: Expected = {
  tenants: new Set([tid]),
  audience: 'the-tab',
  clients: new Set(['teams', 'outlook']),
  suspended: new Set(['somebody-else']),
};
const issuerOf = (tenant: string) => `https://login.microsoftonline.com/${tenant}/v2.0`;
const genuine: JWTPayload = {
  ...{ ver: '2.0', iss: issuerOf(tid), tid, oid, aud: 'the-tab', azp: 'teams', scp: 'access_as_user' },
  ...{ name: 'Priya Raman', iat: now, nbf: now, exp: now + 3_600 },
};
const judged = (changes: Record<string, unknown>, wanted = expected) =>
  judgeClaims({ ...genuine, ...changes } as JWTPayload, wanted, now);
const priya = { tenant: tid, person: oid, name: 'Priya Raman', door: 'tab' };

describe('claims that are right', () => {
  it('say who is calling', () => expect(judged({})).toStrictEqual(priya));

  it.each<[string, Record<string, unknown>]>([
    ['made as far ahead as clocks may differ', { iat: now + SKEW }],
    ['of a client beside the first', { azp: 'outlook' }],
    ['with other scopes', { scp: 'profile access_as_user openid' }],
    ['that say it is a user', { idtyp: 'user' }],
    ['that say it is a member', { acct: 0 }],
    ['that name the tenant as identity provider', { idp: issuerOf(tid) }],
    ['that name the tenant as identity provider, in version 1’s spelling', { idp: `https://sts.windows.net/${tid}/` }],
  ])('%s are so too', (_what, changes) => expect(judged(changes)).toStrictEqual(priya));

  it.each<[unknown, string]>([
    ['  Priya Raman ', 'Priya Raman'],
    ['x'.repeat(300), 'x'.repeat(255)],
    ['', 'Name not given'],
    [' \t', 'Name not given'],
    [undefined, 'Name not given'],
    [['Priya'], 'Name not given'],
  ])('with the name %j are shown as %j', (name, shown) => expect(judged({ name })).toHaveProperty('name', shown));

  it.each<[unknown, readonly string[] | undefined]>([
    ['c1', ['c1']],
    [
      ['c1', 'c2'],
      ['c1', 'c2'],
    ],
    [['c1', 7], ['c1']],
    [[], undefined],
    [7, undefined],
    [undefined, undefined],
  ])('with %j prove the contexts %j', (acrs, contexts) =>
    expect(judged({ acrs })).toStrictEqual({ ...priya, ...(contexts && { contexts }) }),
  );

  it('of a guest are let in where guests are', () => {
    expect(judged({ acct: 1, idp: 'live.com' }, { ...expected, guests: true })).toStrictEqual(priya);
  });

  it('need no list of suspended tenants', () => {
    const { suspended: _, ...without } = expected;
    expect(judged({}, without)).toStrictEqual(priya);
  });
});

describe('claims with one thing wrong are refused for it', () => {
  it.each<[TokenRefusal, Record<string, unknown>]>([
    ['times', { iat: now + SKEW + 1 }],
    ['times', { iat: undefined }],
    ['times', { nbf: undefined }],
    ['times', { exp: undefined }],
    ['times', { exp: now + 0.5 }],
    ['version', { ver: '1.0' }],
    ['version', { ver: undefined }],
    ['not-an-access-token', { nonce: '0f1e' }],
    ['not-an-access-token', { at_hash: '0f1e' }],
    ['not-an-access-token', { c_hash: '0f1e' }],
    ['issuer', { tid: undefined, iss: issuerOf('undefined') }],
    ['issuer', { tid: [tid] }],
    ['issuer', { tid: `${tid}0`, iss: issuerOf(`${tid}0`) }],
    ['issuer', { tid: `0${tid}`, iss: issuerOf(`0${tid}`) }],
    ['issuer', { tid: tid.slice(1), iss: issuerOf(tid.slice(1)) }],
    ['issuer', { tid: tid.replaceAll('-', ''), iss: issuerOf(tid.replaceAll('-', '')) }],
    ['issuer', { tid: other }],
    ['issuer', { iss: issuerOf(other) }],
    ['issuer', { iss: `https://sts.windows.net/${tid}/` }],
    ['audience', { aud: 'another' }],
    ['audience', { aud: ['the-tab'] }],
    ['app-only', { idtyp: 'app' }],
    ['scope', { scp: undefined }],
    ['scope', { scp: '' }],
    ['scope', { scp: 'access_as_user.all' }],
    ['scope', { scp: ['access_as_user'] }],
    ['client', { azp: undefined }],
    ['client', { azp: 'another' }],
    ['client', { azp: ['teams'] }],
    ['person', { oid: undefined }],
    ['person', { oid: [oid] }],
    ['person', { oid: 'priya.raman@kestrelvale.example' }],
    ['person', { oid: `${oid}\n` }],
    ['guest', { acct: 1 }],
    ['guest', { acct: '0' }],
    ['guest', { idp: 'live.com' }],
    ['guest', { idp: '' }],
    ['guest', { idp: `https://sts.windows.net/${other}/` }],
    ['tenant', { tid: other, iss: issuerOf(other) }],
  ])('%s: %j', (why, changes) => expect(judged(changes)).toBe(why));

  it('of a person when guests are let in all the same', () => {
    expect(judged({ acct: 1 }, { ...expected, guests: false })).toBe('guest');
  });

  it('when their tenant is suspended', () => {
    expect(judged({}, { ...expected, suspended: new Set([tid]) })).toBe('suspended');
  });

  it('with many, for the first: the tenant is told of only when all else is right', () => {
    const foreign = { tid: other, iss: issuerOf(other) };
    expect(judged({ ...foreign, scp: '', acct: 1 })).toBe('scope');
    expect(judged({ ...foreign, acct: 1 })).toBe('guest');
    expect(judged(foreign, { ...expected, suspended: new Set([other]) })).toBe('tenant');
  });

  it('by clocks that may differ by a minute', () => expect(SKEW).toBe(60));
});
