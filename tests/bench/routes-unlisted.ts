import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Express } from 'express';
import { areas } from '../../src/areas/areas.ts';
import type { Route } from '../../src/http/route.ts';
import { listedVerbs } from '../src/access/policy-oracle.ts';
import { ofAreas } from '../support/all-routes.ts';
import { everyUseCase, everyView } from '../support/inventory.ts';
import { startTabApi } from '../support/tab-api.ts';
import type { Measured } from './figure.ts';
import { listedDoors, listedRoutes } from './listed-routes.ts';

export interface UnlistedOptions {
  /** Mounted beside the areas’ routes. */
  readonly routes?: readonly Route[];
  /** Declared beside the areas’ verbs. */
  readonly verbs?: readonly string[];
  /** Adds to the application past its list of routes. */
  readonly around?: (app: Express) => void;
}

interface Layer {
  readonly route?: { readonly path: string; readonly stack: readonly { readonly method?: string }[] };
  readonly handle: { readonly stack?: readonly Layer[] };
  match(path: string): boolean;
}
const mounts = ['/api', '/tab'];
const prefixOf = (layer: Layer) =>
  layer.match('/anything') ? '' : (mounts.find((mount) => layer.match(mount)) ?? 'unknown');

/** Every method and path that Express answers, wherever it is nested; beside a method, what takes any only refuses the rest. */
function answered(stack: readonly Layer[], prefix = ''): readonly string[] {
  return stack.flatMap((layer) => {
    const { route, handle } = layer;
    if (!route) return handle.stack ? answered(handle.stack, prefix + prefixOf(layer)) : [];
    // HEAD is refused everywhere: it would be journalled as a look, and show nothing.
    const methods = [...new Set(route.stack.flatMap(({ method }) => (method && method !== 'head' ? method : [])))];
    return (methods.length > 0 ? methods : ['all']).map((method) => `${method} ${prefix}${route.path}`);
  });
}

/** The verb that a route leads to by what it is made of; one that a function answers says it only by hand. */
const verbOf = (route: Route) =>
  'view' in route ? route.view.verb : 'useCase' in route ? route.useCase.verb : undefined;

/** Verbs as the files of the areas write them: of acts that a function makes for one call as well. */
function verbsWritten(): readonly string[] {
  const room = join(import.meta.dirname, '../../src/areas');
  const files = readdirSync(room, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  return files.flatMap((name) =>
    [...readFileSync(join(room, name), 'utf8').matchAll(/\bverb: '([\w-]+)'/g)].map(([, verb = '']) => verb),
  );
}

/**
 * `routes.unlisted`: verbs, acts, views and routes that `policy.denied_fields_leaked` does not speak of. A route is listed with the
 * verbs that it leads to; where it is made of a view or an act, that one must be among them.
 */
export async function measureUnlisted(options: UnlistedOptions = {}): Promise<Measured> {
  const routes = [...Object.values(ofAreas).flat(), ...(options.routes ?? [])];
  const api = await startTabApi({ routes });
  try {
    options.around?.(api.app);
    const { router } = api.app as unknown as { readonly router: { readonly stack: readonly Layer[] } };
    const found = answered(router.stack);
    const declared = Object.values(areas).flatMap(({ rights }) => Object.keys(rights));
    const [views, acts] = [await everyView(), await everyUseCase()];
    const verbs = new Set([
      ...declared,
      ...(options.verbs ?? []),
      ...[...views, ...acts].map(({ verb }) => verb),
      ...verbsWritten(),
    ]);
    const leadsTo = (key: string) => listedRoutes[key]?.split(' ').filter((verb) => verb !== '');
    const unlistedVerbs = [...verbs].filter((verb) => !listedVerbs.has(verb));
    const unlistedRoutes = [...new Set(found)].filter(
      (key) => !listedDoors.includes(key) && !leadsTo(key)?.every((verb) => listedVerbs.has(verb)),
    );
    const otherwise = routes.flatMap((route) => {
      const [key, verb] = [`${route.method} ${route.path}`, verbOf(route)];
      return verb === undefined || leadsTo(key)?.includes(verb) !== false ? [] : [`${key}: ${verb}`];
    });
    const gone = [...Object.keys(listedRoutes), ...listedDoors].filter((key) => !found.includes(key));
    const unlisted = [...unlistedVerbs, ...unlistedRoutes, ...otherwise];
    const figure = {
      metric: 'routes.unlisted',
      value: unlisted.length,
      unit: 'unlisted',
      yardstick: `${verbs.size} verbs, ${views.length} views, ${acts.length} acts, ${found.length} routes`,
      ratio: null,
      ...(gone.length > 0 && { why: `there is no such route any more: ${gone.join(', ')}` }),
    };
    return { figures: [figure], rounds: { unlisted, found } };
  } finally {
    await api.close();
  }
}
