import { randomUUID } from 'node:crypto';
import { created, noContent, ok, type Answer } from '../answer.ts';
import type { Caller } from '../caller.ts';
import type { ChangeStore } from '../change-store.ts';
import { accessDenied, GraphFault, notFound } from '../graph-fault.ts';
import type { ListStore } from '../list-store.ts';
import { siteById, siteId, type LocalSite } from '../site.ts';
import { presentSubscription } from './present-subscription.ts';
import { readRenewal, readSubscription } from './subscription-request.ts';
import type { StoredSubscription, SubscriptionStore } from './subscription-store.ts';

export interface SubscriptionParts {
  readonly store: SubscriptionStore;
  readonly lists: ListStore;
  readonly changes: ChangeStore;
  readonly sites: readonly LocalSite[];
  readonly permitted: (application: Applicant) => boolean;
  /** @throws GraphFault 400 when the subscriber does not own the address */
  readonly validate: (what: string, address: string) => Promise<void>;
  /** The tenant's clock, in milliseconds. */
  readonly now: () => number;
}

/** Who wants to be told of which list, with what permissions. */
interface Applicant {
  readonly app: string;
  readonly site: string;
  readonly list: string;
  readonly definition: { readonly roles: readonly string[] };
}

const context = 'https://graph.microsoft.com/v1.0/$metadata#subscriptions';

/** Change notifications for lists: https://learn.microsoft.com/graph/api/resources/subscription */
export function createSubscriptions({ store, lists, changes, sites, permitted, validate, now }: SubscriptionParts) {
  /** Another application's subscription is as good as none. @throws GraphFault 404 */
  function own({ appId }: Caller, id: string): StoredSubscription {
    const found = store.living(now(), appId).find((subscription) => subscription.id === id.toLowerCase());
    if (!found) throw new GraphFault(404, 'ResourceNotFound', 'The object was not found.');
    return found;
  }
  const shown = (subscription: StoredSubscription) => ({
    '@odata.context': `${context}/$entity`,
    ...presentSubscription(subscription),
  });
  /** The application came back: what it missed is told now. */
  function comeBack(subscription: StoredSubscription): StoredSubscription {
    if (!permitted(subscription)) throw accessDenied();
    return { ...subscription, paused: false };
  }

  return {
    async create(caller: Caller, body: unknown): Promise<Answer> {
      const asked = readSubscription(body, now());
      const { request } = asked;
      const site = siteById(sites, asked.site);
      const list = site && lists.find(siteId(site), asked.list);
      const applicant = {
        app: caller.appId,
        site: site ? siteId(site) : asked.site,
        list: list?.id ?? asked.list,
        definition: { ...request, roles: caller.roles },
      };
      if (!permitted(applicant)) throw accessDenied();
      if (!list || list.id !== asked.list.toLowerCase()) throw notFound('The specified list');
      // What changes while the addresses are asked counts already.
      const told = changes.newest(list.id);
      await validate('notificationUrl', request.notificationUrl);
      if (request.lifecycleNotificationUrl !== undefined)
        await validate('lifecycleNotificationUrl', request.lifecycleNotificationUrl);
      const made = { ...applicant, id: randomUUID(), renewed: now(), expires: asked.expires, told };
      const subscription = { ...made, paused: false, warned: false };
      store.insert(subscription);
      return created(`/subscriptions/${subscription.id}`, shown(subscription));
    },
    list: ({ appId }: Caller): Answer =>
      ok({ '@odata.context': context, value: store.living(now(), appId).map(presentSubscription) }),
    get: (caller: Caller, id: string): Answer => ok(shown(own(caller, id))),
    renew(caller: Caller, id: string, body: unknown): Answer {
      const subscription = comeBack(own(caller, id));
      const renewed = { ...subscription, expires: readRenewal(body, now()), renewed: now(), warned: false };
      store.replace(renewed);
      return ok(shown(renewed));
    },
    reauthorize(caller: Caller, id: string): Answer {
      store.replace(comeBack(own(caller, id)));
      return noContent;
    },
    remove(caller: Caller, id: string): Answer {
      store.remove(own(caller, id).id);
      return noContent;
    },
  };
}
export type Subscriptions = ReturnType<typeof createSubscriptions>;
