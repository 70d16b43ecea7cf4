import { z } from 'zod';
import { GraphFault, notModelled } from '../graph-fault.ts';

/** 400 of the change-notification service, which spells its code with a capital. */
const invalid = (message: string) => new GraphFault(400, 'InvalidRequest', message);

const minute = 60_000;
/** https://learn.microsoft.com/graph/api/resources/subscription: the life of a subscription, lists */
const longest = 42_300;
/** What is shorter is made this long. */
const shortest = 45;

const moment = z.iso.datetime({ offset: true });

const request = z.strictObject({
  changeType: z.string(),
  resource: z.string(),
  notificationUrl: z.string(),
  lifecycleNotificationUrl: z.string().optional(),
  expirationDateTime: moment,
  clientState: z.string().max(128).optional(),
  latestSupportedTlsVersion: z.enum(['v1_0', 'v1_1', 'v1_2', 'v1_3']).optional(),
  includeResourceData: z.literal(false).optional(),
});
export type SubscriptionRequest = z.output<typeof request>;

const renewal = z.strictObject({ expirationDateTime: moment });

function parse<T>(schema: z.ZodType<T>, body: unknown): T {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
  throw invalid(`Invalid subscription: ${faults.join('; ')}`);
}

/**
 * When a subscription shall run out, in milliseconds.
 * @throws GraphFault 400 for what is past or later than Microsoft allows for lists
 */
function expiry(expirationDateTime: string, now: number): number {
  const asked = Date.parse(expirationDateTime);
  if (asked <= now) throw invalid('Subscription expiration must be in the future.');
  if (asked > now + longest * minute)
    throw invalid(`Subscription expiration can only be ${longest} minutes in the future.`);
  return Math.max(asked, now + shortest * minute);
}

/**
 * Reads the body of `POST /subscriptions`: https://learn.microsoft.com/graph/api/subscription-post-subscriptions
 * @returns the request, when it shall run out, and the list that its resource names
 * @throws GraphFault 400; 501 for a resource that is no list
 */
export function readSubscription(body: unknown, now: number) {
  const read = parse(request, body);
  if (read.changeType !== 'updated') throw invalid(`Invalid 'changeType' attribute: '${read.changeType}'.`);
  const [match, site = '', list = ''] = /^\/?sites\/([^/?]+)\/lists\/([^/?]+)$/i.exec(read.resource) ?? [];
  if (match === undefined) throw notModelled(`subscriptions to '${read.resource}'`);
  return { request: read, expires: expiry(read.expirationDateTime, now), site, list };
}

/**
 * Reads the body of `PATCH /subscriptions/{id}`: https://learn.microsoft.com/graph/api/subscription-update
 * @returns when it shall run out
 * @throws GraphFault 400 for anything but a new expiry; a lifecycle address cannot be added later
 */
export function readRenewal(body: unknown, now: number): number {
  if (typeof body === 'object' && body !== null && 'notificationUrl' in body)
    throw notModelled('another notification address for a subscription');
  return expiry(parse(renewal, body).expirationDateTime, now);
}
