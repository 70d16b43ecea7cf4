import { randomUUID } from 'node:crypto';
import type { State } from '../../state.ts';
import { createChangeStore } from '../change-store.ts';
import { createGrantStore } from '../grant-store.ts';
import { createListStore } from '../list-store.ts';
import type { QuirkSwitch } from '../quirks.ts';
import type { LocalSite } from '../site.ts';
import { maySubscribe } from './may-subscribe.ts';
import { startNotificationSender, type NotificationSender } from './notification-sender.ts';
import { createReach } from './reach.ts';
import { createSubscriptionStore } from './subscription-store.ts';
import { createSubscriptions, type Subscriptions } from './subscriptions.ts';
import { validateEndpoint } from './validate-endpoint.ts';

/** How the tenant finds those who subscribed to it, and how long it waits for them. */
export interface SubscriberOptions {
  /** The loopback origin behind each public one: `{"https://lantern.example": "http://127.0.0.1:3978"}`. */
  readonly published?: Readonly<Record<string, string>>;
  /** For an address to prove itself; Microsoft's 10,000 when absent. */
  readonly validationMs?: number;
  /** For a notification to be taken; 3,000 when absent. */
  readonly deliveryMs?: number;
}

export interface SubscriptionRoom {
  readonly subscriptions: Subscriptions;
  readonly sender: NotificationSender;
}

/** Everything about change notifications, with its sender at work. */
export function openSubscriptions(
  { published, validationMs = 10_000, deliveryMs = 3_000 }: SubscriberOptions,
  around: { state: State; sites: readonly LocalSite[]; quirks: QuirkSwitch; now: () => number },
): SubscriptionRoom {
  const { state, sites, quirks, now } = around;
  const [store, changes, grants] = [createSubscriptionStore(state), createChangeStore(state), createGrantStore(state)];
  const reach = createReach(published);
  const permitted: Parameters<typeof createSubscriptions>[0]['permitted'] = ({ app, site, list, definition }) =>
    maySubscribe({ app, roles: definition.roles }, { site, list }, { grants, quirks: quirks.current() });
  const validate = (what: string, address: string) =>
    validateEndpoint(what, address, { reach, requestId: randomUUID(), patienceMs: validationMs });
  return {
    subscriptions: createSubscriptions({
      ...{ store, changes, sites, permitted, validate, now },
      lists: createListStore(state),
    }),
    sender: startNotificationSender({ store, changes, permitted, reach, patienceMs: deliveryMs, now }),
  };
}
