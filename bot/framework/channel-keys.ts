import { createPublicKey } from 'node:crypto';
import { z } from 'zod';
import { createRefreshed } from '../../src/identity/refreshed.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { Log } from '../../src/ports/log.ts';

/** Longest wait for Microsoft's answer, in milliseconds: Teams is waiting behind it. */
const patience = 5_000;
/** The channel that a key must be endorsed for. botbuilder takes a key without any endorsement for one that speaks for every channel. */
const channel = 'msteams';

const openId = z.object({ jwks_uri: z.string() });
const keySet = z.object({
  keys: z.array(
    z.object({
      kty: z.string(),
      kid: z.string().optional(),
      n: z.string().optional(),
      e: z.string().optional(),
      endorsements: z.array(z.string()).optional(),
    }),
  ),
});

/** A key as botbuilder asks for it: in PEM. */
export interface ChannelKey {
  readonly key: string;
  readonly endorsements: string[];
}

/** The channel's signing keys could not be read: the activity may well be genuine, and Teams may try it again. */
export class KeysUnreachable extends Error {}

export interface ChannelKeys {
  /**
   * The key of this id that may speak for Teams; null where there is none.
   * @throws KeysUnreachable where no keys are held and none can be had
   */
  find(keyId: string): Promise<ChannelKey | null>;
}

/** Whether signing keys may come from this address: only over https, or from this machine. */
export function isKeyAddress(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' || ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}

/**
 * The Bot Framework's signing keys: one fetch at a time, with a pause between two whatever key ids are asked for, and the old
 * ones stay in use when a fetch fails.
 * @param keyDocumentUrl the OpenID document that names the key document
 */
export function createChannelKeys(keyDocumentUrl: string, clock: Clock, log: Log): ChannelKeys {
  const document = createRefreshed(
    () => fetchKeys(keyDocumentUrl),
    clock,
    (_error, holding) => {
      // With none held, whoever is turned away for it is logged.
      if (holding) log.warn('bot.keys-not-refreshed');
    },
  );
  return {
    async find(keyId) {
      const held = await document.find((keys) => keys.has(keyId));
      if (!held) throw new KeysUnreachable();
      return held.get(keyId) ?? null;
    },
  };
}

async function fetchKeys(keyDocumentUrl: string): Promise<ReadonlyMap<string, ChannelKey>> {
  const { jwks_uri: address } = openId.parse(await fetchJson(keyDocumentUrl));
  if (!isKeyAddress(address)) throw new Error('the key document is not at a safe address');
  const { keys } = keySet.parse(await fetchJson(address));
  const good = keys.flatMap(({ kty, kid, n, e, endorsements = [] }) =>
    kty === 'RSA' && kid && n && e && endorsements.includes(channel)
      ? [[kid, { key: pemOf({ kty, n, e }), endorsements }] as const]
      : [],
  );
  if (good.length === 0) throw new Error('no key of the document may speak for Teams');
  return new Map(good);
}

const pemOf = (jwk: { readonly kty: string; readonly n: string; readonly e: string }): string =>
  createPublicKey({ key: { ...jwk }, format: 'jwk' })
    .export({ type: 'spki', format: 'pem' })
    .toString();

async function fetchJson(url: string): Promise<unknown> {
  const answer = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(patience) });
  if (!answer.ok) throw new Error(`the key document answered ${answer.status}`);
  return answer.json();
}
