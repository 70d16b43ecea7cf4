import { createSecretKey } from 'node:crypto';
import { base64url, SignJWT, type JWTPayload } from 'jose';
import type { TokenRefusal } from '../../src/identity/refusal.ts';
import { audience, otherTenant, person, sign, teamsWeb, tenant, type SigningKey } from './entra-keys.ts';

/** Claims in place of the genuine ones; undefined takes one away. */
export type Changes = Readonly<Record<string, unknown>>;

const issuer = `https://login.microsoftonline.com/${tenant}/v2.0`;

/** A genuine token of the tab API with one claim changed: how, with which claims (at `now`, in seconds), and why it is refused. */
export const changedClaims: readonly (readonly [what: string, changes: (now: number) => Changes, why: TokenRefusal])[] =
  [
    ['version 1.0', () => ({ ver: '1.0' }), 'version'],
    ['no version', () => ({ ver: undefined }), 'version'],
    ['another application as audience', () => ({ aud: teamsWeb }), 'audience'],
    ['the audience as an address', () => ({ aud: 'api://lantern' }), 'audience'],
    ['two audiences, one of them ours', () => ({ aud: [audience, teamsWeb] }), 'audience'],
    ['no audience', () => ({ aud: undefined }), 'audience'],
    ['an issuer of version 1', () => ({ iss: `https://sts.windows.net/${tenant}/` }), 'issuer'],
    [
      'the issuer of another tenant',
      () => ({ iss: `https://login.microsoftonline.com/${otherTenant}/v2.0` }),
      'issuer',
    ],
    ['an issuer with something behind it', () => ({ iss: `${issuer}/` }), 'issuer'],
    [
      'an issuer of another host',
      () => ({ iss: `https://login.microsoftonline.com.example/${tenant}/v2.0` }),
      'issuer',
    ],
    ['no issuer', () => ({ iss: undefined }), 'issuer'],
    ['our tenant’s issuer and another tenant’s id', () => ({ tid: otherTenant }), 'issuer'],
    ['no tenant id', () => ({ tid: undefined }), 'issuer'],
    ['a tenant id that is a list', () => ({ tid: [tenant] }), 'issuer'],
    ['no object id', () => ({ oid: undefined }), 'person'],
    ['an object id that is no GUID', () => ({ oid: 'priya.raman@kestrelvale.example' }), 'person'],
    ['an object id that is a list', () => ({ oid: [person] }), 'person'],
    ['no scope', () => ({ scp: undefined }), 'scope'],
    ['another scope', () => ({ scp: 'User.Read' }), 'scope'],
    ['a scope that only begins like ours', () => ({ scp: 'access_as_user_readonly' }), 'scope'],
    ['a scope that only ends like ours', () => ({ scp: 'not.access_as_user' }), 'scope'],
    ['the scope in capitals', () => ({ scp: 'ACCESS_AS_USER' }), 'scope'],
    ['the scope in a list', () => ({ scp: ['access_as_user'] }), 'scope'],
    ['roles in place of a scope', () => ({ scp: undefined, roles: ['access_as_user'] }), 'scope'],
    ['an application’s own identity', () => ({ idtyp: 'app' }), 'app-only'],
    ['an application’s own identity and no scope', () => ({ idtyp: 'app', scp: undefined }), 'app-only'],
    ['an id token’s nonce', () => ({ nonce: '0f1e' }), 'not-an-access-token'],
    ['an id token’s hash', () => ({ at_hash: '0f1e' }), 'not-an-access-token'],
    ['a client that is not in the list', () => ({ azp: '04b07795-8ddb-461a-bbee-02f9e1bf7b46' }), 'client'],
    ['no client', () => ({ azp: undefined }), 'client'],
    ['a client in version 1’s claim', () => ({ azp: undefined, appid: teamsWeb }), 'client'],
    ['an end 60 seconds ago', (now) => ({ exp: now - 60 }), 'expired'],
    ['no end', () => ({ exp: undefined }), 'times'],
    ['an end in words', (now) => ({ exp: String(now + 60) }), 'times'],
    ['an end that is not a whole number', () => ({ exp: 1e300 }), 'times'],
    ['a beginning 61 seconds from now', (now) => ({ nbf: now + 61 }), 'times'],
    ['no beginning', () => ({ nbf: undefined }), 'times'],
    ['an issue 61 seconds from now', (now) => ({ iat: now + 61 }), 'times'],
    ['no time of issue', () => ({ iat: undefined }), 'times'],
    ['a guest’s account type', () => ({ acct: 1 }), 'guest'],
    ['another tenant’s identity provider', () => ({ idp: `https://sts.windows.net/${otherTenant}/` }), 'guest'],
    ['a personal account’s identity provider', () => ({ idp: 'live.com' }), 'guest'],
    [
      'another tenant, genuine in all else',
      () => ({ tid: otherTenant, iss: `https://login.microsoftonline.com/${otherTenant}/v2.0` }),
      'tenant',
    ],
  ];

export interface TokenMakers {
  /** The key that Entra publishes. */
  readonly key: SigningKey;
  /** Somebody else’s, under the same id. */
  readonly attacker: SigningKey;
  readonly claims: (changes?: Changes) => JWTPayload;
}

const segment = (value: object) => base64url.encode(JSON.stringify(value));
const foreign = { tid: otherTenant, iss: `https://login.microsoftonline.com/${otherTenant}/v2.0` };

/** Tokens of the tab API that Entra did not sign for us. */
export const forgedTokens: readonly (readonly [
  what: string,
  token: (makers: TokenMakers) => string | Promise<string>,
  why: TokenRefusal,
])[] = [
  ['without a signature', ({ claims }) => `${segment({ alg: 'none' })}.${segment(claims())}.`, 'malformed'],
  [
    'that says it needs no signature',
    ({ claims }) => `${segment({ alg: 'none', kid: 'first' })}.${segment(claims())}.AAAA`,
    'algorithm',
  ],
  [
    'signed with our public key as a secret',
    ({ key, claims }) =>
      new SignJWT(claims())
        .setProtectedHeader({ alg: 'HS256', kid: 'first' })
        .sign(createSecretKey(JSON.stringify(key.publicJwk), 'utf8')),
    'algorithm',
  ],
  [
    'that names another algorithm of the same family',
    ({ claims }) => `${segment({ alg: 'RS512', kid: 'first' })}.${segment(claims())}.AAAA`,
    'algorithm',
  ],
  ['signed by somebody else under our key’s id', ({ attacker, claims }) => sign(attacker, claims()), 'signature'],
  [
    'that brings its own key',
    ({ attacker, claims }) => sign(attacker, claims(), { jwk: attacker.publicJwk }),
    'signature',
  ],
  [
    'that says where its key lies',
    ({ attacker, claims }) => sign(attacker, claims(), { jku: 'https://attacker.example/keys' }),
    'signature',
  ],
  [
    'that says where its certificate lies',
    ({ attacker, claims }) => sign(attacker, claims(), { x5u: 'https://attacker.example/x5u' }),
    'signature',
  ],
  [
    'with a key id that nobody published',
    ({ attacker, claims }) => sign(attacker, claims(), { kid: 'never-published' }),
    'unknown-key',
  ],
  ['without a key id', ({ key, claims }) => sign(key, claims(), { kid: undefined }), 'unknown-key'],
  ['with a key id that is a number', ({ key, claims }) => sign(key, claims(), { kid: 7 }), 'unknown-key'],
  ['for another tenant, forged', ({ attacker, claims }) => sign(attacker, claims(foreign)), 'signature'],
  [
    'for another tenant with an unknown key',
    ({ attacker, claims }) => sign(attacker, claims(foreign), { kid: 'theirs' }),
    'unknown-key',
  ],
  [
    'with the claims of another token',
    async ({ key, claims }) => {
      const [header, , signature] = (await sign(key, claims())).split('.');
      return [header, segment(claims({ oid: '6b1c7a1e-1111-4111-8111-000000000005' })), signature].join('.');
    },
    'signature',
  ],
  [
    'with the header of another token',
    async ({ key, claims }) => {
      const [, body, signature] = (await sign(key, claims())).split('.');
      return [segment({ alg: 'RS256', kid: 'first', typ: 'at+jwt' }), body, signature].join('.');
    },
    'signature',
  ],
  [
    'with a header that must be understood and is not',
    async ({ key, claims }) => {
      const [, body, signature] = (await sign(key, claims())).split('.');
      return [segment({ alg: 'RS256', kid: 'first', crit: ['x'], x: 1 }), body, signature].join('.');
    },
    'signature',
  ],
  ['that is no token', () => 'abc.def.ghi', 'malformed'],
  ['of two parts', () => 'abc.def', 'malformed'],
  [
    'whose claims are a list',
    ({ key, claims }) => sign(key, claims()).then((t) => `${t.split('.')[0]}.${base64url.encode('[1]')}.AAAA`),
    'malformed',
  ],
];
