import { directoryRoutes } from './directory/routes.ts';
import { outlookRoutes } from './outlook/routes.ts';
import { teamsRoutes } from './teams/routes.ts';
import type { TenantRoute } from './tenant-route.ts';

/** Every call that the local Graph knows beside those about sites. */
export const workloadRoutes: readonly TenantRoute[] = [...directoryRoutes, ...outlookRoutes, ...teamsRoutes];
