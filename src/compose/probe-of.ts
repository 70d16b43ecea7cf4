import { z } from 'zod';
import { ConfigFault, type Config } from '../config.ts';
import { probe, type Learnt } from '../doctor/probe.ts';
import { openGraph } from '../graph/open-graph.ts';
import type { Log } from '../ports/log.ts';
import type { Transport } from '../ports/transport.ts';
import { siteByPath } from '../sharepoint/sites.ts';
import { randomIds } from '../system/random-ids.ts';
import { steadyClock } from '../system/steady-clock.ts';
import { systemClock } from '../system/system-clock.ts';
import { notificationPath } from './open-subscriptions.ts';

/** Carries out `doctor --probe` in the first school's site, by Lantern's own identity and the one-off one. */
export async function probeOf(config: Config, transport: Transport, log: Log): Promise<Learnt> {
  const [school] = config.LANTERN_SCHOOLS;
  if (!config.PROVISION_APP_ID || !school)
    throw new ConfigFault(['PROVISION_APP_ID is needed to probe: the scratch list is made under that identity']);
  const parts = { config, transport, clock: steadyClock, log };
  // Each call by itself: what is measured is Graph, and not the patience of ours.
  const { graph: own } = openGraph(config.API_APP_ID, parts);
  const { graph: maker } = openGraph(config.PROVISION_APP_ID, parts);
  const { status, body } = await maker.call({ method: 'GET', path: siteByPath(school) });
  const site = z.object({ id: z.string() }).safeParse(body);
  if (!site.success) throw new Error(`The site ${school.sitePath} is not shown: Graph answered ${status}.`);
  const origin = config.LANTERN_PUBLIC_ORIGIN;
  const heard = config.LANTERN_SUBSCRIPTIONS === 'on' && origin.startsWith('https://');
  const learnt = await probe({
    ...{ own, maker, site: `/sites/${site.data.id}`, name: `Lantern probe ${randomIds.next().slice(0, 8)}` },
    notificationUrl: heard ? `${origin}${notificationPath}` : undefined,
    now: () => Date.parse(steadyClock.now()),
    newKey: randomIds.next,
  });
  return { at: systemClock.now(), site: school.sitePath, ...learnt };
}
