import express, { Router, type Request, type RequestHandler } from 'express';
import { errors, jwtVerify } from 'jose';
import { z } from 'zod';
import { demo } from '../cast.ts';
import type { SigningKeys } from '../signing-keys.ts';
import { VaultFault } from './vault-fault.ts';
import type { VaultKeys } from './vault-keys.ts';

const audience = 'https://vault.azure.net';
const apiVersions = ['7.4', '7.5', '7.6'];
const order = z.object({ alg: z.string(), value: z.base64url() });

export interface VaultDoor {
  readonly keys: VaultKeys;
  /** Entra's, to check tokens with. */
  readonly tokens: SigningKeys;
  /** Applications that hold “Key Vault Crypto Service Encryption User”. */
  readonly allowed: () => readonly string[];
  /** Answers this in place of the vault while it is set: 429, 503, 302 … */
  readonly broken: () => number | undefined;
}

type KeyRequest = Request<{ name: string; version?: string; operation?: string }>;

async function checkCaller(request: KeyRequest, { tokens, allowed }: VaultDoor): Promise<void> {
  const token = /^Bearer +(\S+)$/i.exec(request.get('authorization') ?? '')?.[1];
  const claims = await jwtVerify(
    token ?? '',
    ({ kid }) => {
      const key = tokens.publicKey(kid);
      if (!key) throw new errors.JWKSNoMatchingKey();
      return key;
    },
    { algorithms: ['RS256'], audience, issuer: `https://sts.windows.net/${demo.tenantId}/` },
  ).catch(() => {
    throw new VaultFault(401, 'Unauthorized', 'A bearer token for this resource is needed.');
  });
  if (!allowed().includes(String(claims.payload['appid'])))
    throw new VaultFault(403, 'Forbidden', 'The caller has no role that allows this.', 'ForbiddenByRbac');
}

/** The data plane of one vault, under the path that the local transport gives its host. */
export function keyVaultRouter(door: VaultDoor): Router {
  const { keys } = door;
  const kidOf = (name: string, version: string) => `https://${demo.keyVaultHost}/keys/${name}/${version}`;
  const nameOf = (request: KeyRequest) => request.params.name.toLowerCase();
  const answered =
    (answer: (request: KeyRequest) => unknown): RequestHandler<KeyRequest['params']> =>
    async (request, response) => {
      try {
        const broken = door.broken();
        if (broken !== undefined) return void response.status(broken).set('location', '/elsewhere').end();
        if (!apiVersions.some((version) => version === request.query['api-version']))
          throw new VaultFault(400, 'BadParameter', 'The api-version is missing or not supported.');
        await checkCaller(request, door);
        response.json(answer(request));
      } catch (error) {
        if (!(error instanceof VaultFault)) throw error;
        const login = `https://login.microsoftonline.com/${demo.tenantId}`;
        if (error.status === 401)
          response.set('www-authenticate', `Bearer authorization="${login}", resource="${audience}"`);
        const inner = error.inner === undefined ? {} : { innererror: { code: error.inner } };
        response.status(error.status).json({ error: { code: error.code, message: error.message, ...inner } });
      }
    };

  const show = answered((request) => {
    const found = keys.find(nameOf(request), request.params.version);
    return {
      key: { kid: kidOf(nameOf(request), found.version), kty: 'RSA', key_ops: ['wrapKey', 'unwrapKey'] },
      attributes: { enabled: found.enabled, recoveryLevel: 'Recoverable' },
    };
  });
  const turn = answered((request) => {
    const parsed = order.safeParse(request.body);
    if (!parsed.success || parsed.data.alg !== 'RSA-OAEP-256')
      throw new VaultFault(400, 'BadParameter', 'The parameter is incorrect: alg or value.');
    const found = keys.find(nameOf(request), request.params.version);
    const bytes = Buffer.from(parsed.data.value, 'base64url');
    const done = request.params.operation === 'wrapkey' ? keys.wrap(found, bytes) : keys.unwrap(found, bytes);
    return { kid: kidOf(nameOf(request), found.version), value: done.toString('base64url') };
  });

  const router = Router();
  router.get(['/keys/:name', '/keys/:name/:version'], show);
  router.post('/keys/:name/:version/:operation', express.json(), (request, response, next) =>
    /^(un)?wrapkey$/i.test(request.params.operation) ? turn(request, response, next) : next(),
  );
  return router;
}
