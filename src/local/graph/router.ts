import express, { Router, type Request } from 'express';
import { demo } from '../cast.ts';
import type { Faults } from '../faults.ts';
import { drivePath } from '../files/drive-path.ts';
import { createFileHost } from '../files/file-host.ts';
import { openFiles } from '../files/open-files.ts';
import type { Ledger } from '../ledger.ts';
import type { SigningKeys } from '../signing-keys.ts';
import type { State } from '../state.ts';
import { workloadRoutes } from '../workload-routes.ts';
import type { Workloads } from '../workloads.ts';
import { holdingOf, mayCall } from './access.ts';
import { createAllowance } from './allowance.ts';
import type { Answer } from './answer.ts';
import { runBatch } from './batch.ts';
import type { Call } from './call.ts';
import { ceilingsFor } from './ceilings.ts';
import { authenticate } from './caller.ts';
import { createExchange, type Arrival } from './exchange.ts';
import { accessDenied, badRequest, notFound } from './graph-fault.ts';
import { createChangeStore } from './change-store.ts';
import { createGrantStore, seedGrants } from './grant-store.ts';
import { createItemStore } from './item-store.ts';
import { createListStore } from './list-store.ts';
import type { Quirks, QuirkSwitch } from './quirks.ts';
import { resourceUnits } from './resource-units.ts';
import { routes } from './routes.ts';
import { siteById, siteId, type LocalSite } from './site.ts';
import { sitePath } from './site-path.ts';
import type { TenantCall } from './tenant-call.ts';
import { mountSubscriptions } from './subscriptions/subscription-routes.ts';
import type { Subscriptions } from './subscriptions/subscriptions.ts';
import { unreadable } from './unreadable.ts';

export interface GraphParts {
  readonly state: State;
  readonly sites: readonly LocalSite[];
  /** Entra's keys, which callers' tokens are checked against. */
  readonly keys: SigningKeys;
  readonly faults: Faults;
  readonly ledger: Ledger;
  readonly quirks: QuirkSwitch;
  readonly workloads: Workloads;
  readonly subscriptions: Subscriptions;
  /** How many the tenant holds decides what an application may spend; without them nothing is throttled. */
  readonly licences: number | undefined;
  /** True while nothing is counted against them. */
  readonly unmetered?: (() => boolean) | undefined;
  /** Folder for the bytes of files. */
  readonly filesFolder: string;
  /** Bytes that one `PUT …/content` may bring. */
  readonly largestPut: number;
  /** The tenant's clock, in milliseconds. */
  now(): number;
}

const wholeSeconds = (at: number) => `${new Date(at).toISOString().slice(0, 19)}Z`;

function callOf(
  { request, body, effect }: Arrival,
  tenant: { now: number; quirks: Quirks },
  caller: Call['caller'],
): TenantCall {
  return {
    caller,
    path: request.originalUrl.split('?')[0] ?? '',
    params: Object.fromEntries(Object.entries(request.params).map(([name, value]) => [name, String(value)])),
    query: new URL(request.originalUrl, 'https://graph.microsoft.com').searchParams,
    header: (name) => request.get(name),
    body,
    effect,
    at: wholeSeconds(tenant.now),
    ...tenant,
  };
}

const withHeaders = (answer: Answer, headers: Answer['headers']): Answer => ({
  ...answer,
  headers: { ...headers, ...answer.headers },
});

export interface LocalGraph {
  /** Microsoft Graph v1.0 for sites, lists, columns, items and files, and for the workloads beside them. Mount it at `/v1.0`. */
  readonly graph: Router;
  /** SharePoint's own host, as far as Graph hands out addresses on it. Mount it at `/sharepoint`. */
  readonly sharePoint: Router;
}

export function createGraph(parts: GraphParts): LocalGraph {
  const { state, sites, keys, faults, ledger, quirks, workloads, licences, filesFolder, largestPut, now } = parts;
  const items = createItemStore(state);
  const stores = {
    lists: createListStore(state),
    items,
    changes: createChangeStore(state),
    grants: createGrantStore(state),
    ...openFiles(state, items, filesFolder),
  };
  seedGrants(state, sites);
  const exchangeOn = (host: string, pathOf: (request: Request) => string) =>
    createExchange({ faults, ledger, now, address: (request) => `https://${host}${pathOf(request)}` });
  const exchange = exchangeOn('graph.microsoft.com', ({ originalUrl }) => originalUrl);
  const allowance = licences === undefined ? undefined : createAllowance(ceilingsFor(licences), now);
  /** SharePoint counts what it refuses too, but not what Graph turned away at the door. */
  const spend = (appId: string, { method, originalUrl }: Request) =>
    (parts.unmetered?.() ? undefined : allowance?.spend(appId, resourceUnits(method, originalUrl))) ?? {};
  const caller = (request: Request) => authenticate(request.get('authorization'), keys);

  const router = Router();
  const defaultLibrary = (site: string) => stores.lists.ofSite(site).find(({ template }) => template)?.id;
  // The bytes of a file, whatever their type says; everything else is text.
  router.put(/\/content$/, express.raw({ type: () => true, limit: largestPut }));
  router.use(express.text({ type: () => true, limit: '4mb' }), sitePath(sites), drivePath(sites, defaultLibrary));
  for (const [method, path, level, handler] of routes) {
    router[method](
      path,
      exchange(async (arrival) => {
        const by = await caller(arrival.request);
        const limits = spend(by.appId, arrival.request);
        const site = siteById(sites, String(arrival.request.params['site']));
        if (!site) throw notFound('Requested site');
        const list = () => stores.lists.find(siteId(site), String(arrival.request.params['list']))?.id;
        if (!mayCall(by, holdingOf(stores.grants, by.appId, siteId(site), list), level)) throw accessDenied();
        const call = callOf(arrival, { now: now(), quirks: quirks.current() }, by);
        return withHeaders(handler({ ...call, site }, stores), limits);
      }),
    );
  }
  for (const [method, path, gate, handler] of workloadRoutes) {
    router[method](
      path,
      exchange(async (arrival) => {
        const by = await caller(arrival.request);
        const call = callOf(arrival, { now: now(), quirks: quirks.current() }, by);
        gate(call, workloads);
        return handler(call, workloads);
      }),
    );
  }
  mountSubscriptions(router, parts.subscriptions, exchange, ({ request }) => caller(request));
  router.post(
    '/$batch',
    exchange(async (arrival) => {
      await caller(arrival.request);
      return runBatch(arrival, quirks.current());
    }),
  );
  router.use(
    exchange(async ({ request }) => {
      await caller(request);
      throw badRequest(`Resource not found for the segment '${request.path.split('/').at(-1) ?? ''}'.`);
    }),
  );
  router.use(unreadable(exchange));
  const onSharePoint = exchangeOn(sites[0]?.host ?? demo.sharePointHost, ({ url }) => url);
  return { graph: router, sharePoint: createFileHost({ exchange: onSharePoint, stores, sites, spend, now }) };
}
