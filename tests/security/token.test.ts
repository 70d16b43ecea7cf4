import { createSecretKey } from 'node:crypto';
import { base64url, SignJWT, type JWTPayload } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TokenRefusal } from '../../src/identity/refusal.ts';
import {
  genuineClaims,
  newKey,
  otherTenant,
  person,
  sign,
  teamsWeb,
  tenant,
  type SigningKey,
} from '../support/entra-keys.ts';
import { startTabApi, type TabApi } from '../support/tab-api.ts';

/** Claims in place of the genuine ones; undefined takes one away. */
type Changes = Record<string, unknown>;

let api: TabApi;
let attacker: SigningKey;
beforeAll(async () => {
  api = await startTabApi();
  attacker = await newKey('first');
});
afterAll(() => api.close());
beforeEach(() => {
  api.lines.length = 0;
  api.looks.length = 0;
});

const ask = (authorization?: string, path = '/api/desk') =>
  fetch(`${api.origin}${path}`, authorization === undefined ? {} : { headers: { authorization } });

const claims = (changes: Changes = {}): JWTPayload => ({ ...genuineClaims(api.clock.seconds()), ...changes });
const now = () => api.clock.seconds();
const segment = (value: object) => base64url.encode(JSON.stringify(value));

const notSignedIn = {
  code: 'not-signed-in',
  message: 'You are not signed in, or your sign-in has run out. Close this tab, open it again, and try once more.',
};
const wrongOrganisation = {
  code: 'wrong-organisation',
  message: 'Your account belongs to an organisation that does not use Lantern here.',
};

async function expectRefusal(authorization: string | undefined, why: TokenRefusal, status: 401 | 403): Promise<void> {
  const answer = await ask(authorization);
  const body: unknown = await answer.json();
  expect({ status: answer.status, body }).toEqual({ status, body: status === 401 ? notSignedIn : wrongOrganisation });
  expect(answer.headers.get('www-authenticate')).toBe(status === 401 ? 'Bearer' : null);
  const code = status === 401 ? 'not-signed-in' : 'wrong-organisation';
  expect(api.lines).toEqual([{ level: 'security', event: 'http.refused', why, code }]);
  expect(api.looks).toEqual([]);
}

describe('a genuine token', () => {
  it('is accepted, and its tenant and object id are who is calling', async () => {
    const answer = await ask(api.authorization);
    expect(answer.status).toBe(200);
    expect(api.looks).toEqual([{ identity: { tenant, person, name: 'Priya Raman' }, input: 'composed' }]);
    expect(api.lines).toEqual([]);
  });

  it.each<[string, () => Changes]>([
    ['lists other scopes beside ours', () => ({ scp: 'openid access_as_user profile' })],
    ['says that it is a user’s', () => ({ idtyp: 'user' })],
    ['says that the person is a member', () => ({ acct: 0 })],
    ['names the tenant itself as identity provider', () => ({ idp: `https://sts.windows.net/${tenant}/` })],
    ['carries app roles beside its scope', () => ({ roles: ['Anything'] })],
    ['ran out 59 seconds ago by our clock', () => ({ exp: now() - 59 })],
    ['begins 60 seconds from now by our clock', () => ({ iat: now() + 60, nbf: now() + 60 })],
  ])('is accepted when it %s', async (_how, changes) => {
    expect((await ask(`Bearer ${await sign(api.key, claims(changes()))}`)).status).toBe(200);
  });

  it('may lack a type and may name its scheme in small letters', async () => {
    const token = await sign(api.key, claims(), { typ: undefined });
    expect((await ask(`bearer ${token}`)).status).toBe(200);
  });

  it('shows a name that fits a record, whatever it says', async () => {
    await ask(`Bearer ${await sign(api.key, claims({ name: 'x'.repeat(400) }))}`);
    await ask(`Bearer ${await sign(api.key, claims({ name: '  ' }))}`);
    await ask(`Bearer ${await sign(api.key, claims({ name: { first: 'P' } }))}`);
    expect(api.looks.map((look) => look.identity.name)).toEqual(['x'.repeat(255), 'Name not given', 'Name not given']);
  });
});

describe('a token with one claim changed is refused', () => {
  it.each<[string, () => Changes, TokenRefusal, 401 | 403]>([
    ['version 1.0', () => ({ ver: '1.0' }), 'version', 401],
    ['no version', () => ({ ver: undefined }), 'version', 401],
    ['another application as audience', () => ({ aud: teamsWeb }), 'audience', 401],
    ['the audience as an address', () => ({ aud: 'api://lantern' }), 'audience', 401],
    ['two audiences, one of them ours', () => ({ aud: [String(claims().aud), teamsWeb] }), 'audience', 401],
    ['no audience', () => ({ aud: undefined }), 'audience', 401],
    ['an issuer of version 1', () => ({ iss: `https://sts.windows.net/${tenant}/` }), 'issuer', 401],
    [
      'the issuer of another tenant',
      () => ({ iss: `https://login.microsoftonline.com/${otherTenant}/v2.0` }),
      'issuer',
      401,
    ],
    ['an issuer with something behind it', () => ({ iss: `${String(claims().iss)}/` }), 'issuer', 401],
    [
      'an issuer of another host',
      () => ({ iss: `https://login.microsoftonline.com.example/${tenant}/v2.0` }),
      'issuer',
      401,
    ],
    ['no issuer', () => ({ iss: undefined }), 'issuer', 401],
    ['our tenant’s issuer and another tenant’s id', () => ({ tid: otherTenant }), 'issuer', 401],
    ['no tenant id', () => ({ tid: undefined }), 'issuer', 401],
    ['a tenant id that is a list', () => ({ tid: [tenant] }), 'issuer', 401],
    ['no object id', () => ({ oid: undefined }), 'person', 401],
    ['an object id that is no GUID', () => ({ oid: 'priya.raman@kestrelvale.example' }), 'person', 401],
    ['an object id that is a list', () => ({ oid: [person] }), 'person', 401],
    ['no scope', () => ({ scp: undefined }), 'scope', 401],
    ['another scope', () => ({ scp: 'User.Read' }), 'scope', 401],
    ['a scope that only begins like ours', () => ({ scp: 'access_as_user_readonly' }), 'scope', 401],
    ['a scope that only ends like ours', () => ({ scp: 'not.access_as_user' }), 'scope', 401],
    ['the scope in capitals', () => ({ scp: 'ACCESS_AS_USER' }), 'scope', 401],
    ['the scope in a list', () => ({ scp: ['access_as_user'] }), 'scope', 401],
    ['roles in place of a scope', () => ({ scp: undefined, roles: ['access_as_user'] }), 'scope', 401],
    ['an application’s own identity', () => ({ idtyp: 'app' }), 'app-only', 401],
    ['an application’s own identity and no scope', () => ({ idtyp: 'app', scp: undefined }), 'app-only', 401],
    ['an id token’s nonce', () => ({ nonce: '0f1e' }), 'not-an-access-token', 401],
    ['an id token’s hash', () => ({ at_hash: '0f1e' }), 'not-an-access-token', 401],
    ['a client that is not in the list', () => ({ azp: '04b07795-8ddb-461a-bbee-02f9e1bf7b46' }), 'client', 401],
    ['no client', () => ({ azp: undefined }), 'client', 401],
    ['a client in version 1’s claim', () => ({ azp: undefined, appid: teamsWeb }), 'client', 401],
    ['an end 60 seconds ago', () => ({ exp: now() - 60 }), 'expired', 401],
    ['no end', () => ({ exp: undefined }), 'times', 401],
    ['an end in words', () => ({ exp: String(now() + 60) }), 'times', 401],
    ['an end that is not a whole number', () => ({ exp: 1e300 }), 'times', 401],
    ['a beginning 61 seconds from now', () => ({ nbf: now() + 61 }), 'times', 401],
    ['no beginning', () => ({ nbf: undefined }), 'times', 401],
    ['an issue 61 seconds from now', () => ({ iat: now() + 61 }), 'times', 401],
    ['no time of issue', () => ({ iat: undefined }), 'times', 401],
    ['a guest’s account type', () => ({ acct: 1 }), 'guest', 403],
    ['another tenant’s identity provider', () => ({ idp: `https://sts.windows.net/${otherTenant}/` }), 'guest', 403],
    ['a personal account’s identity provider', () => ({ idp: 'live.com' }), 'guest', 403],
    [
      'another tenant, genuine in all else',
      () => ({ tid: otherTenant, iss: `https://login.microsoftonline.com/${otherTenant}/v2.0` }),
      'tenant',
      403,
    ],
  ])('%s', async (_what, changes, why, status) => {
    await ask(api.authorization);
    api.looks.length = 0;
    await expectRefusal(`Bearer ${await sign(api.key, claims(changes()))}`, why, status);
  });
});

describe('a token that was not signed by Entra for us is refused', () => {
  const foreign = { tid: otherTenant, iss: `https://login.microsoftonline.com/${otherTenant}/v2.0` };

  it.each<[string, () => string | Promise<string>, TokenRefusal]>([
    ['without a signature', () => `${segment({ alg: 'none' })}.${segment(claims())}.`, 'malformed'],
    [
      'that says it needs no signature',
      () => `${segment({ alg: 'none', kid: 'first' })}.${segment(claims())}.AAAA`,
      'algorithm',
    ],
    [
      'signed with our public key as a secret',
      () =>
        new SignJWT(claims())
          .setProtectedHeader({ alg: 'HS256', kid: 'first' })
          .sign(createSecretKey(JSON.stringify(api.key.publicJwk), 'utf8')),
      'algorithm',
    ],
    [
      'that names another algorithm of the same family',
      () => `${segment({ alg: 'RS512', kid: 'first' })}.${segment(claims())}.AAAA`,
      'algorithm',
    ],
    ['signed by somebody else under our key’s id', () => sign(attacker, claims()), 'signature'],
    ['that brings its own key', () => sign(attacker, claims(), { jwk: attacker.publicJwk }), 'signature'],
    [
      'that says where its key lies',
      () => sign(attacker, claims(), { jku: 'https://attacker.example/keys' }),
      'signature',
    ],
    [
      'that says where its certificate lies',
      () => sign(attacker, claims(), { x5u: 'https://attacker.example/x5u' }),
      'signature',
    ],
    ['with a key id that nobody published', () => sign(attacker, claims(), { kid: 'never-published' }), 'unknown-key'],
    ['without a key id', () => sign(api.key, claims(), { kid: undefined }), 'unknown-key'],
    ['with a key id that is a number', () => sign(api.key, claims(), { kid: 7 }), 'unknown-key'],
    ['for another tenant, forged', () => sign(attacker, claims(foreign)), 'signature'],
    ['for another tenant with an unknown key', () => sign(attacker, claims(foreign), { kid: 'theirs' }), 'unknown-key'],
    [
      'with the claims of another token',
      async () => {
        const [header, , signature] = (await sign(api.key, claims())).split('.');
        return [header, segment(claims({ oid: '6b1c7a1e-1111-4111-8111-000000000005' })), signature].join('.');
      },
      'signature',
    ],
    [
      'with the header of another token',
      async () => {
        const [, body, signature] = (await sign(api.key, claims())).split('.');
        return [segment({ alg: 'RS256', kid: 'first', typ: 'at+jwt' }), body, signature].join('.');
      },
      'signature',
    ],
    [
      'with a header that must be understood and is not',
      async () => {
        const [, body, signature] = (await sign(api.key, claims())).split('.');
        return [segment({ alg: 'RS256', kid: 'first', crit: ['x'], x: 1 }), body, signature].join('.');
      },
      'signature',
    ],
    ['that is no token', () => 'abc.def.ghi', 'malformed'],
    ['of two parts', () => 'abc.def', 'malformed'],
    [
      'whose claims are a list',
      () => sign(api.key, claims()).then((t) => `${t.split('.')[0]}.${base64url.encode('[1]')}.AAAA`),
      'malformed',
    ],
  ])('%s', async (_what, token, why) => {
    await ask(api.authorization);
    api.looks.length = 0;
    await expectRefusal(`Bearer ${await token()}`, why, 401);
  });
});

describe('a request without a usable header is refused', () => {
  it.each<[string, () => string | undefined, TokenRefusal]>([
    ['no header', () => undefined, 'no-token'],
    ['an empty header', () => '', 'no-token'],
    ['another scheme', () => api.authorization.replace('Bearer', 'Basic'), 'malformed'],
    ['the scheme alone', () => 'Bearer', 'malformed'],
    ['the token alone', () => api.authorization.replace('Bearer ', ''), 'malformed'],
    ['two tokens', () => `${api.authorization} ${api.authorization.slice(7)}`, 'malformed'],
    ['two headers in one', () => `${api.authorization}, ${api.authorization}`, 'malformed'],
  ])('%s', async (_what, header, why) => {
    await expectRefusal(header(), why, 401);
  });

  it('a token in the address, a form or a cookie is not looked at', async () => {
    const token = api.authorization.slice(7);
    expect((await ask(undefined, `/api/desk?access_token=${token}`)).status).toBe(401);
    const cookie = await fetch(`${api.origin}/api/desk`, { headers: { cookie: `authorization=${token}` } });
    expect(cookie.status).toBe(401);
    expect(api.looks).toEqual([]);
  });
});
