import { z } from 'zod';
import type { School } from '../config.ts';
import { collect } from '../graph/pages.ts';
import type { Clock } from '../ports/clock.ts';
import { GraphUnreachable, type Graph, type GraphRequest } from '../ports/graph.ts';
import type { Log } from '../ports/log.ts';
import type { RecordType } from '../records/define-record.ts';
import { succeeded } from './answers.ts';
import { createSites } from './sites.ts';

export interface SubscriptionsParts {
  readonly graph: Graph;
  readonly schools: readonly School[];
  readonly types: readonly RecordType[];
  /** Where Graph sends its hints: https, with what only Graph and Lantern know. */
  readonly notificationUrl: string;
  readonly clientState: string;
  /** The machine's: Graph reckons with it. */
  readonly clock: Clock;
  readonly log: Log;
}

/** For lists Microsoft allows 42,300 minutes; a shorter life ends sooner where a Lantern is no more. */
const lifetimeMs = 3 * 24 * 3_600_000;

const standing = z.object({
  id: z.string().min(1),
  resource: z.string(),
  notificationUrl: z.string(),
  expirationDateTime: z.iso.datetime({ offset: true }),
});
type Standing = z.infer<typeof standing>;

/**
 * Sees to it that Graph gives a hint when a list changes: makes the subscriptions that are missing, and renews those of which half
 * is over. What stands is asked of Graph each time, so nothing is kept here that could be lost. Where it cannot be done, that is
 * logged and no more: the lists are asked for changes all the same.
 * @returns how many lists are subscribed to
 */
export function createSubscriptions(parts: SubscriptionsParts): () => Promise<number> {
  const { graph, schools, types, clock, log } = parts;
  const sites = createSites({ graph, schools });
  const now = () => Date.parse(clock.now());
  const end = () => new Date(now() + lifetimeMs).toISOString();

  async function ours(): Promise<readonly Standing[]> {
    const found = await collect(graph, '/subscriptions');
    if (!found.ok) throw new SubscriptionsFault(found.answer.status);
    return found.values.flatMap((value) => {
      const read = standing.safeParse(value);
      return read.success && read.data.notificationUrl === parts.notificationUrl ? [read.data] : [];
    });
  }

  function request(resource: string, known: Standing | undefined): GraphRequest | undefined {
    if (!known)
      return {
        method: 'POST',
        path: '/subscriptions',
        body: {
          ...{ changeType: 'updated', resource, expirationDateTime: end(), clientState: parts.clientState },
          ...{ notificationUrl: parts.notificationUrl, lifecycleNotificationUrl: parts.notificationUrl },
        },
      };
    if (Date.parse(known.expirationDateTime) - now() > lifetimeMs / 2) return undefined;
    return {
      method: 'PATCH',
      path: `/subscriptions/${encodeURIComponent(known.id)}`,
      body: { expirationDateTime: end() },
    };
  }

  async function see(school: string, type: RecordType, all: readonly Standing[]): Promise<boolean> {
    const located = await sites.locate(school, type);
    const resource = located.found ? located.path.slice(1) : '';
    const wanted = located.found ? request(resource, latest(all, resource)) : undefined;
    const answer = wanted && (await graph.call(wanted));
    if (located.found && (!answer || succeeded(answer))) return true;
    const code = answer ? `status-${answer.status}` : located.found ? '' : located.code;
    log.warn('subscriptions.refused', { school, record: type.name, code });
    return false;
  }

  return async () => {
    try {
      const all = await ours();
      let subscribed = 0;
      for (const { id } of schools) for (const type of types) if (await see(id, type, all)) subscribed++;
      return subscribed;
    } catch (error) {
      const code = error instanceof GraphUnreachable || error instanceof SubscriptionsFault ? error.code : undefined;
      if (code === undefined) throw error;
      log.warn('subscriptions.failed', { code });
      return 0;
    }
  };
}

/** Of several to one list, the one that lasts longest; the others end by themselves. */
const latest = (all: readonly Standing[], resource: string): Standing | undefined =>
  all
    .filter((one) => one.resource.replace(/^\//, '').toLowerCase() === resource.toLowerCase())
    .toSorted((one, other) => Date.parse(other.expirationDateTime) - Date.parse(one.expirationDateTime))[0];

class SubscriptionsFault extends Error {
  readonly code: string;
  constructor(status: number) {
    super(`the subscriptions could not be read (${status})`);
    this.code = `status-${status}`;
  }
}
