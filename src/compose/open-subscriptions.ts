import { recordTypes } from '../areas/areas.ts';
import type { Config } from '../config.ts';
import type { OpenGraph } from '../graph/open-graph.ts';
import type { Notifications } from '../http/notifications.ts';
import { createLoop, type Loop } from '../jobs/loop.ts';
import { createSubscriptions } from '../sharepoint/subscriptions.ts';
import { systemClock } from '../system/system-clock.ts';
import type { Kernel } from './open-kernel.ts';

const everyMs = 3_600_000;
/** Where Graph gives its hints. */
export const notificationPath = '/graph/notifications';

export interface OpenSubscriptions {
  readonly worker: Pick<Loop, 'start' | 'stop'>;
  readonly heard: Notifications;
}

/**
 * Graph's hints that a list has changed, where they are wished for.
 * @param changed looks at the lists at once
 */
export function openSubscriptions(
  { LANTERN_SUBSCRIPTIONS: wished, LANTERN_PUBLIC_ORIGIN: origin, LANTERN_SCHOOLS: schools }: Config,
  { keys, log }: Pick<Kernel, 'keys' | 'log'>,
  { graph }: Pick<OpenGraph, 'graph'>,
  changed: () => void,
): OpenSubscriptions | undefined {
  if (wished === 'off') return undefined;
  const clientState = keys.subscriptions;
  const see = createSubscriptions({
    ...{ graph, schools, types: recordTypes, clientState, clock: systemClock, log },
    notificationUrl: `${origin}${notificationPath}`,
  });
  const worker = createLoop('subscriptions', everyMs, () => see().then(() => 0), log);
  return { worker, heard: { clientState, changed, renew: worker.wake } };
}
