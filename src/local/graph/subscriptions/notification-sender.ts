import type { ChangeStore } from '../change-store.ts';
import { createEndpointHealth } from './endpoint-health.ts';
import { presentNotification } from './present-subscription.ts';
import type { Reach } from './reach.ts';
import type { Owed, StoredSubscription, SubscriptionStore } from './subscription-store.ts';

export interface SenderParts {
  readonly store: SubscriptionStore;
  readonly changes: ChangeStore;
  /** Whether the subscription's application still may be told. */
  readonly permitted: (subscription: StoredSubscription) => boolean;
  readonly reach: Reach;
  /** How long an endpoint has to answer, in milliseconds of the machine's clock. */
  readonly patienceMs: number;
  /** The tenant's clock, in milliseconds. */
  readonly now: () => number;
}

export interface NotificationSender {
  /** Tells all who have to be told by now, once each. Rounds never overlap. */
  deliver(): Promise<void>;
  /** Gives up what is under way; nothing is told afterwards. */
  stop(): void;
}

/** Changes of this long are told together. */
const roundMs = 1_000;
const minute = 60_000;
/** https://learn.microsoft.com/graph/change-notifications-delivery-webhooks */
const givenUpAfter = 4 * 60 * minute;
const slowDelay = 10_000;
/** Microsoft says that the waits grow, not from what. */
const firstWait = 10_000;
/** Nor how long before its end a subscription is said to run out: a day, or half of a shorter life. */
const warnedBefore = ({ renewed, expires }: StoredSubscription) => Math.min(24 * 60 * minute, (expires - renewed) / 2);

const addressOf = ({ kind, subscription: { definition } }: Owed): string =>
  kind === 'changed' ? definition.notificationUrl : (definition.lifecycleNotificationUrl ?? '');

/** Tells subscribers of changes in the background, until it is stopped. It keeps no process alive. */
export function startNotificationSender(parts: SenderParts): NotificationSender {
  const { store, changes, permitted, reach, patienceMs, now } = parts;
  const health = createEndpointHealth();
  const stopping = new AbortController();
  const stopped = () => stopping.signal.aborted;

  function challenge(subscription: StoredSubscription, mark: { paused?: true; warned?: true }): void {
    store.replace({ ...subscription, ...mark });
    if (subscription.definition.lifecycleNotificationUrl !== undefined)
      store.owe(subscription.id, 'reauthorize', { since: now(), next: now() });
  }

  function tellOfChanges(subscription: StoredSubscription): void {
    const newest = changes.newest(subscription.list);
    if (newest === subscription.told || store.owes(subscription.id, 'changed')) return;
    const state = health.of(subscription.definition.notificationUrl, now());
    store.replace({ ...subscription, told: newest });
    if (state === 'dropped') return;
    store.owe(subscription.id, 'changed', { since: now(), next: now() + (state === 'slow' ? slowDelay : 0) });
  }

  function look(subscription: StoredSubscription): void {
    if (subscription.paused) return;
    if (!permitted(subscription)) challenge(subscription, { paused: true });
    else if (!subscription.warned && now() >= subscription.expires - warnedBefore(subscription)) {
      challenge(subscription, { warned: true });
      tellOfChanges({ ...subscription, warned: true });
    } else tellOfChanges(subscription);
  }

  /** @returns whether the endpoint took it in time */
  async function post(address: string, owed: readonly Owed[]): Promise<boolean> {
    const timeout = AbortSignal.timeout(patienceMs);
    const reply = await fetch(reach(address) ?? '', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ value: owed.map(presentNotification) }),
      redirect: 'manual',
      signal: AbortSignal.any([timeout, stopping.signal]),
    }).catch(() => undefined);
    await reply?.body?.cancel().catch(() => undefined);
    if (!stopped()) health.note(address, now(), timeout.aborted);
    return reply?.ok === true;
  }

  function later(owed: Owed): void {
    const next = now() + firstWait * 2 ** owed.tries;
    if (next - owed.since > givenUpAfter) store.settle(owed);
    else store.again(owed, next);
  }

  async function round(): Promise<void> {
    if (stopped()) return;
    store.forgetExpired(now());
    store.living(now()).forEach(look);
    const due = store.due(now());
    for (const address of new Set(due.map(addressOf))) {
      const owed = due.filter((one) => addressOf(one) === address);
      const taken = await post(address, owed);
      if (stopped()) return;
      owed.forEach(taken ? (one) => store.settle(one) : later);
    }
  }

  let rounds: Promise<void> = Promise.resolve();
  const deliver = () => (rounds = rounds.then(round));
  const timer = setInterval(() => void deliver(), roundMs).unref();
  return {
    deliver,
    stop() {
      clearInterval(timer);
      stopping.abort();
    },
  };
}
