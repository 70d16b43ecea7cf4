import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Clock, Instant } from '../src/ports/clock.ts';
import type { Id, Ids } from '../src/ports/ids.ts';
import type { Recipient } from '../src/ports/messenger.ts';

/** What a button of ours carries: for whom it was made is in the mac, not in the data. */
export interface Seal {
  /** Key of the form: the act done with it is done once. */
  readonly form: Id;
  readonly verb: string;
  readonly about?: Id;
  readonly exp: Instant;
  readonly mac: string;
}

/** `stale`: ours, but too old. `forged`: not made by us for this person and this act. */
export type Opened =
  | { readonly kind: 'genuine'; readonly form: Id; readonly about?: Id }
  | { readonly kind: 'stale'; readonly form: Id; readonly about?: Id }
  | { readonly kind: 'forged' };

export interface Seals {
  /** Data for a button: `{ seal }`. */
  seal(to: Recipient, verb: string, about?: Id): { readonly seal: Seal };
  open(from: Recipient, verb: string, data: unknown): Opened;
}

type KeyOfTenant = (tenant: string) => Buffer;

/** How long a button works. A lead may come back to a card after a half-term. */
const lifetimeDays = 14;

/**
 * Seals what cards carry with HMAC-SHA256 over tenant, person, verb, record, form key and expiry, so that a card that was
 * altered, forwarded to somebody else or made by another hand does nothing. Rights are checked all the same at each act.
 * @param keyOf the tenant's key, 32 bytes
 * @param earlier keys that were retired: a card that was sealed before works to the end of its life, and none that is dated later
 */
export function createSeals(
  keyOf: KeyOfTenant,
  ids: Ids,
  clock: Clock,
  earlier: readonly { readonly cardsOf: KeyOfTenant; readonly retiredAt: Instant }[] = [],
): Seals {
  const macOf = (who: Recipient, { verb, about, form, exp }: Omit<Seal, 'mac'>, key = keyOf) =>
    createHmac('sha256', key(who.tenant))
      .update(JSON.stringify([who.tenant, who.person, verb, about ?? null, form, exp]))
      .digest('hex');

  const endOf = (sealedAt: Instant) => new Date(Date.parse(sealedAt) + lifetimeDays * 86_400_000).toISOString();
  const isOurs = (from: Recipient, seal: Seal) =>
    sameText(seal.mac, macOf(from, seal)) ||
    earlier.some(
      ({ cardsOf, retiredAt }) => seal.exp <= endOf(retiredAt) && sameText(seal.mac, macOf(from, seal, cardsOf)),
    );

  return {
    seal(to, verb, about) {
      const exp = endOf(clock.now());
      const open = { form: ids.next(), verb, ...(about !== undefined && { about }), exp };
      return { seal: { ...open, mac: macOf(to, open) } };
    },
    open(from, verb, data) {
      const seal = sealOf(data);
      if (seal?.verb !== verb || !isOurs(from, seal)) return { kind: 'forged' };
      const kind = seal.exp < clock.now() ? 'stale' : 'genuine';
      return { kind, form: seal.form, ...(seal.about !== undefined && { about: seal.about }) };
    },
  };
}

function sealOf(data: unknown): Seal | undefined {
  if (typeof data !== 'object' || data === null || !('seal' in data)) return undefined;
  const { seal } = data;
  if (typeof seal !== 'object' || seal === null) return undefined;
  const { form, verb, about, exp, mac } = seal as Readonly<Record<string, unknown>>;
  const texts = [form, verb, exp, mac].every((value) => typeof value === 'string');
  return texts && (about === undefined || typeof about === 'string') ? (seal as Seal) : undefined;
}

/** Compared by bytes: as many signs may be more bytes, and the comparison throws where their numbers differ. */
function sameText(a: string, b: string): boolean {
  const [one, other] = [Buffer.from(a), Buffer.from(b)];
  return one.length === other.length && timingSafeEqual(one, other);
}
