import type { JWTPayload } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { tokenRefusals, type TokenRefusal } from '../../src/identity/refusal.ts';
import { genuineClaims, newKey, person, sign, tenant, type SigningKey } from '../support/entra-keys.ts';
import { startTabApi, type TabApi } from '../support/tab-api.ts';
import { changedClaims, forgedTokens, type Changes } from '../support/token-mutants.ts';

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
    expect(api.looks).toEqual([{ identity: { tenant, person, name: 'Priya Raman', door: 'tab' }, input: 'composed' }]);
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
  it.each(changedClaims)('%s', async (_what, changes, why) => {
    await ask(api.authorization);
    api.looks.length = 0;
    const status = tokenRefusals[why] === 'not-signed-in' ? 401 : 403;
    await expectRefusal(`Bearer ${await sign(api.key, claims(changes(now())))}`, why, status);
  });
});

describe('a token that was not signed by Entra for us is refused', () => {
  it.each(forgedTokens)('%s', async (_what, token, why) => {
    await ask(api.authorization);
    api.looks.length = 0;
    await expectRefusal(`Bearer ${await token({ key: api.key, attacker, claims })}`, why, 401);
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
