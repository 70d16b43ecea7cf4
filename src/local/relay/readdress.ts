import { z } from 'zod';

const key = /^[a-z][a-z0-9-]*$/;
export const isInstanceKey = (text: string): boolean => key.test(text);

/** The service URL under which Lantern knows an instance. */
export const instanceUrl = (instance: string): string => `https://smba.trafficmanager.net/${instance}/`;

const activity = z.looseObject({ serviceUrl: z.string().optional() });

/**
 * A Playground's activity as Teams would have sent it.
 * @returns the activity under the connector's service URL and, when it lies on this machine, the address the Playground
 *   gave as its own; undefined when it is no activity
 */
export function readdress(body: unknown, instance: string) {
  const parsed = activity.safeParse(body);
  if (!parsed.success) return undefined;
  const from = parsed.data.serviceUrl?.replace(/\/$/, '');
  return {
    activity: { ...parsed.data, serviceUrl: instanceUrl(instance) },
    ...(from && isOnThisMachine(from) && { from }),
  };
}

function isOnThisMachine(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url?.protocol === 'http:' && ['localhost', '127.0.0.1'].includes(url.hostname);
}
