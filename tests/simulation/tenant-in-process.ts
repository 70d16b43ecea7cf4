import { createFaults, type Faults } from '../../src/local/faults.ts';
import { openFiles } from '../../src/local/files/open-files.ts';
import { createAllowance } from '../../src/local/graph/allowance.ts';
import { refusal, type Answer } from '../../src/local/graph/answer.ts';
import type { Call, Stores } from '../../src/local/graph/call.ts';
import { ceilingsFor } from '../../src/local/graph/ceilings.ts';
import { createChangeStore } from '../../src/local/graph/change-store.ts';
import { createGrantStore } from '../../src/local/graph/grant-store.ts';
import { GraphFault, notFound } from '../../src/local/graph/graph-fault.ts';
import { createItemStore } from '../../src/local/graph/item-store.ts';
import { createListStore } from '../../src/local/graph/list-store.ts';
import { createQuirks } from '../../src/local/graph/quirks.ts';
import { resourceUnits } from '../../src/local/graph/resource-units.ts';
import { routes } from '../../src/local/graph/routes.ts';
import { demoSites, siteByPath, siteId } from '../../src/local/graph/site.ts';
import { openState, type State } from '../../src/local/state.ts';
import type { Effect } from '../../src/local/fault-effects.ts';

export interface CallIn {
  readonly appId: string;
  readonly method: string;
  /** Path and query, with `/v1.0`. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** The local tenant's own handlers, without sockets, tokens and timers: one call is one synchronous piece of work. */
export interface TenantInProcess {
  readonly state: State;
  readonly stores: Stores;
  readonly faults: Faults;
  /** Carries a call out as Graph would. */
  carryOut(call: CallIn, effect?: Effect): Answer;
  /** Lantern's writes of rows, in the order in which they were taken, as they left the rows. */
  readonly written: readonly { readonly list: string; readonly fields: Readonly<Record<string, unknown>> }[];
  units(call: Pick<CallIn, 'method' | 'url'>): number;
  close(): void;
}

const patterns = routes.map(([method, path, , handler]) => {
  const source = path.replaceAll(/\\([()])/g, '\\$1').replaceAll(/:(\w+)/g, '(?<$1>[^/]+?)');
  return { method: method.toUpperCase(), pattern: new RegExp(`^/v1\\.0${source}$`), handler };
});

/** Turns a site's address into its id, as the tenant does before it routes. */
function byId(path: string): string {
  const [match, host = '', at = '', rest = ''] = /^\/v1\.0\/sites\/([^/:]+):(\/[^:]*)(?::(.*))?$/.exec(path) ?? [];
  const site = match === undefined ? undefined : siteByPath(demoSites, host, decodeURIComponent(at));
  return site ? `/v1.0/sites/${siteId(site)}${rest}` : path;
}

const idIn = (body: unknown) => (body as { readonly id?: string }).id;

const seconds = (at: number) => `${new Date(at).toISOString().slice(0, 19)}Z`;

/** @param file rows of a tenant with its lists made @param licences decide what an application may spend */
export function tenantInProcess(file: string, blobs: string, licences: number, now: () => number): TenantInProcess {
  const state = openState(file);
  const items = createItemStore(state);
  const stores: Stores = {
    lists: createListStore(state),
    items,
    changes: createChangeStore(state),
    grants: createGrantStore(state),
    ...openFiles(state, items, blobs),
  };
  const allowance = createAllowance(ceilingsFor(licences), now);
  const quirks = createQuirks();
  const written: { list: string; fields: Readonly<Record<string, unknown>> }[] = [];

  function answerTo({ appId, method, url, headers, body }: CallIn, effect: Effect | undefined): Answer {
    const { pathname, searchParams } = new URL(url, 'https://graph.microsoft.com');
    const limits = allowance.spend(appId, resourceUnits(method, url));
    const path = byId(pathname);
    for (const route of patterns) {
      const found = route.method === method ? route.pattern.exec(path) : null;
      if (!found) continue;
      const params = Object.fromEntries(
        Object.entries(found.groups ?? {}).map(([name, value]) => [name, decodeURIComponent(value)]),
      );
      const site = demoSites.find((one) => siteId(one) === params['site']);
      if (!site) throw notFound('Requested site');
      const call: Call = {
        ...{ caller: { appId, name: appId, roles: [] }, site, params, query: searchParams, body, effect },
        header: (name) => headers[name.toLowerCase()],
        ...{ at: seconds(now()), now: now(), quirks: quirks.current() },
      };
      const answer = route.handler(call, stores);
      const list = params['list'] === undefined ? undefined : stores.lists.find(siteId(site), params['list']);
      if (list && appId === 'lantern' && method !== 'GET')
        written.push({
          list: list.displayName,
          fields: stores.items.find(list, Number(idIn(answer.body)))?.values ?? {},
        });
      return { ...answer, headers: { ...limits, ...answer.headers } };
    }
    throw notFound('The address');
  }

  return {
    state,
    stores,
    written,
    faults: createFaults(now),
    carryOut(call, effect) {
      try {
        return answerTo(call, effect);
      } catch (error) {
        const fault = error instanceof GraphFault ? error : new GraphFault(500, 'generalException', String(error));
        return refusal(fault, 'request', 'client', new Date(now()));
      }
    },
    units: ({ method, url }) => resourceUnits(method, url),
    close: () => state.close(),
  };
}
