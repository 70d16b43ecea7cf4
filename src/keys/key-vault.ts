import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { Transport } from '../ports/transport.ts';
import { KeyVaultFault } from './key-vault-fault.ts';
import { keyVaultAddress } from './key-vault-address.ts';

/** https://learn.microsoft.com/rest/api/keyvault/keys/wrap-key/wrap-key?view=rest-keyvault-keys-7.4 */
const apiVersion = '7.4';
export const wrapAlgorithm = 'RSA-OAEP-256';

const timeoutMs = 10_000;
/** A busy vault is asked again after these, in milliseconds. */
const pauses = [500, 2_000, 5_000];

/** What was wrapped, and under which version of the key. Not secret: nothing opens it but the vault. */
export interface Wrapped {
  /** Address of the key's version, as Key Vault calls it: `kid`. */
  readonly kid: string;
  readonly alg: typeof wrapAlgorithm;
  /** base64url */
  readonly value: string;
}

/** One key in Azure Key Vault. Its private half never leaves the vault. */
export interface KeyVault {
  /** @returns the address of the newest version */
  newest(): Promise<string>;
  wrap(kid: string, secret: Buffer): Promise<Wrapped>;
  unwrap(wrapped: Wrapped): Promise<Buffer>;
}

const bundle = z.looseObject({ key: z.looseObject({ kid: z.string() }) });
const result = z.looseObject({ kid: z.string(), value: z.base64url() });
const refusal = z.looseObject({
  error: z.looseObject({
    code: z.string(),
    innererror: z.looseObject({ code: z.string() }).optional().catch(undefined),
  }),
});

export interface KeyVaultParts {
  /** `https://<vault>.vault.azure.net/keys/<name>` */
  readonly key: string;
  /** Gives a token for `https://vault.azure.net`. */
  readonly token: () => Promise<string>;
  readonly transport: Transport;
  readonly pauseMs?: readonly number[];
}

/**
 * Wraps and unwraps with a key in Azure Key Vault. It asks this one key and no other, whatever an answer or a file says.
 * Each call rejects with KeyVaultFault, whose words say what to do.
 */
export function createKeyVault({ key, token, transport, pauseMs = pauses }: KeyVaultParts): KeyVault {
  const ours = keyVaultAddress(key)?.key;
  if (ours === undefined) throw new KeyVaultFault('address', key);

  /** @returns the version's address, written our way */
  function versionOf(kid: string): string {
    const found = keyVaultAddress(kid);
    if (found?.version === undefined || found.key !== ours) throw new KeyVaultFault('another-key', key);
    return `${found.key}/${found.version}`;
  }

  async function once(url: string, body: object | undefined): Promise<Response | undefined> {
    const authorization = `Bearer ${await token().catch((cause: unknown) => {
      throw new KeyVaultFault('no-token', key, { cause });
    })}`;
    return transport(`${url}?api-version=${apiVersion}`, {
      method: body ? 'POST' : 'GET',
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
      headers: { authorization, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    }).catch(() => undefined);
  }

  async function ask<T>(shapeOf: z.ZodType<T>, url: string, body?: object): Promise<T> {
    for (const pause of [...pauseMs, undefined]) {
      const response = await once(url, body);
      const busy = response === undefined || response.status === 429 || response.status >= 500;
      if (!busy) return read(shapeOf, response);
      await response?.body?.cancel();
      if (pause !== undefined) await sleep(pause);
    }
    throw new KeyVaultFault('unreachable', key);
  }

  async function read<T>(shapeOf: z.ZodType<T>, response: Response): Promise<T> {
    const body: unknown = await response.json().catch(() => undefined);
    if (response.status !== 200) {
      const said = refusal.safeParse(body).data?.error;
      throw KeyVaultFault.of(response.status, said?.innererror?.code ?? said?.code, key);
    }
    const parsed = shapeOf.safeParse(body);
    if (!parsed.success) throw new KeyVaultFault('unreadable', key);
    return parsed.data;
  }

  return {
    newest: async () => versionOf((await ask(bundle, ours)).key.kid),
    async wrap(kid, secret) {
      const at = versionOf(kid);
      const body = { alg: wrapAlgorithm, value: secret.toString('base64url') };
      const done = await ask(result, `${at}/wrapkey`, body);
      return { kid: versionOf(done.kid), alg: wrapAlgorithm, value: done.value };
    },
    async unwrap({ kid, alg, value }) {
      const done = await ask(result, `${versionOf(kid)}/unwrapkey`, { alg, value });
      return Buffer.from(done.value, 'base64url');
    },
  };
}
