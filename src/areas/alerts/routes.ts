import type { Route } from '../../http/route.ts';
import { alertPaths } from './contract.ts';
import { readDuty } from './views.ts';

/** The tab API of alerts, as data. */
export const alertRoutes: readonly Route[] = [
  { method: 'get', path: alertPaths.duty, view: readDuty, params: () => ({}) },
];
