import type { ChangeNotification, Subscription } from '@microsoft/microsoft-graph-types';
import { demo } from '../../cast.ts';
import { stableGuid } from '../../stable-guid.ts';
import type { Owed, StoredSubscription } from './subscription-store.ts';

const iso = (at: number) => new Date(at).toISOString();

/** https://learn.microsoft.com/graph/api/resources/subscription */
export function presentSubscription({ id, app, expires, definition }: StoredSubscription): Subscription {
  return {
    id,
    resource: definition.resource,
    applicationId: app,
    changeType: 'updated',
    clientState: definition.clientState ?? null,
    notificationUrl: definition.notificationUrl,
    notificationQueryOptions: null,
    lifecycleNotificationUrl: definition.lifecycleNotificationUrl ?? null,
    expirationDateTime: iso(expires),
    creatorId: stableGuid(`service principal ${app}`),
    includeResourceData: null,
    latestSupportedTlsVersion: definition.latestSupportedTlsVersion ?? 'v1_2',
    encryptionCertificate: null,
    encryptionCertificateId: null,
  };
}

/**
 * What a subscriber is told: that the list changed, never which row nor how.
 * https://learn.microsoft.com/graph/api/resources/changenotification, graph/change-notifications-lifecycle-events
 */
export function presentNotification({
  subscription,
  kind,
}: Pick<Owed, 'subscription' | 'kind'>): ChangeNotification & { organizationId?: string } {
  const { id, expires, definition } = subscription;
  const shared = {
    subscriptionId: id,
    subscriptionExpirationDateTime: iso(expires),
    clientState: definition.clientState ?? null,
  };
  return kind === 'reauthorize'
    ? { ...shared, organizationId: demo.tenantId, lifecycleEvent: 'reauthorizationRequired' }
    : { ...shared, changeType: 'updated', resource: definition.resource, tenantId: demo.tenantId, resourceData: null };
}
