import { directoryRoutes } from './directory/routes.ts';
import { noContent } from './graph/answer.ts';
import { badRequest } from './graph/graph-fault.ts';
import { onlineMeetingRoutes } from './online-meetings/routes.ts';
import { outlookRoutes } from './outlook/routes.ts';
import { teamsRoutes } from './teams/routes.ts';
import type { Gate, TenantRoute } from './tenant-route.ts';

/** Nobody is signed in: every caller of this tenant is an application. */
const refuseMe: Gate = () => {
  throw badRequest('/me request is only valid with delegated authentication flow.');
};
const paths = ['/me', '/me/*rest'];
const me = paths.flatMap((path): readonly TenantRoute[] => [
  ['get', path, refuseMe, () => noContent],
  ['post', path, refuseMe, () => noContent],
]);

/** Every call that the local Graph knows beside those about sites. */
export const workloadRoutes: readonly TenantRoute[] = [
  ...directoryRoutes,
  ...outlookRoutes,
  ...onlineMeetingRoutes,
  ...teamsRoutes,
  ...me,
];
