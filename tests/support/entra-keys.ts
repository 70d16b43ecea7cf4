import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWK, type JWTPayload } from 'jose';
import { localTransport } from '../../src/local/transport.ts';
import type { Transport } from '../../src/ports/transport.ts';

export const tenant = '6b1c7a1e-2222-4222-8222-000000000001';
export const otherTenant = '99999999-2222-4222-8222-000000000009';
export const audience = '6b1c7a1e-cccc-4ccc-8ccc-000000000001';
export const teamsWeb = '5e3ce6c0-2b1f-4285-8d4b-75ee78787346';
export const person = '6b1c7a1e-1111-4111-8111-000000000002';

export interface SigningKey {
  readonly kid: string;
  readonly privateKey: CryptoKey;
  readonly publicJwk: JWK;
}

export async function newKey(kid: string): Promise<SigningKey> {
  const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true });
  return { kid, privateKey, publicJwk: { ...(await exportJWK(publicKey)), kid, use: 'sig' } };
}

/** The claims of a genuine token of a person in Teams on the web, issued at `now` (seconds), good for an hour. */
export const genuineClaims = (now: number): JWTPayload => ({
  aud: audience,
  iss: `https://login.microsoftonline.com/${tenant}/v2.0`,
  iat: now,
  nbf: now,
  exp: now + 3_600,
  azp: teamsWeb,
  azpacr: '0',
  name: 'Priya Raman',
  oid: person,
  preferred_username: 'priya.raman@kestrelvale.example',
  scp: 'access_as_user',
  sub: 'pairwise',
  tid: tenant,
  ver: '2.0',
});

/** Signs claims as Entra does. A header entry that is undefined is left out. */
export const sign = (key: SigningKey, claims: JWTPayload, header: Record<string, unknown> = {}): Promise<string> =>
  new SignJWT(claims).setProtectedHeader({ typ: 'JWT', alg: 'RS256', kid: key.kid, ...header }).sign(key.privateKey);

/** Entra's key documents on a port of their own, with everything that can go wrong with them. */
export interface EntraKeys {
  /** Reaches this server under Entra's own address, and no other host. */
  readonly transport: Transport;
  /** The tenants whose document was fetched, in order. */
  readonly fetched: readonly string[];
  /** Publishes these keys in place of the ones before. */
  publish(...keys: readonly SigningKey[]): void;
  /** Every fetch is answered so until the next `publish`. */
  answerWith(status: number, body: string): void;
  close(): Promise<void>;
}

export async function startEntraKeys(...first: readonly SigningKey[]): Promise<EntraKeys> {
  const fetched: string[] = [];
  let status = 200;
  let body = '';
  const publish = (...keys: readonly SigningKey[]) => {
    status = 200;
    body = JSON.stringify({ keys: keys.map((key) => key.publicJwk) });
  };
  publish(...first);

  const server = createServer((request, response) => {
    const asked = /^\/([^/]+)\/discovery\/v2\.0\/keys$/.exec(request.url ?? '')?.[1];
    fetched.push(asked ?? `not a key document: ${String(request.url)}`);
    response.writeHead(asked ? status : 404, { 'content-type': 'application/json' }).end(body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');

  return {
    transport: localTransport(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
    fetched,
    publish,
    answerWith: (nextStatus, nextBody) => {
      status = nextStatus;
      body = nextBody;
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
