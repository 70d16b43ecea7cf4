import { activitySchema, type TeamsActivity } from './activity.ts';
import type { Bearer } from './bearer.ts';
import type { BotActor } from './events.ts';
import { isServiceUrl } from './service-url.ts';

/** Why an activity is refused: 401 for its token, 403 for what it says. The person at the other end is told nothing. */
export const refusals = {
  'no-token': 401,
  'not-a-token': 401,
  'wrong-issuer': 401,
  'wrong-audience': 401,
  'no-expiry': 401,
  'token-not-of-now': 401,
  'another-application': 401,
  'token-of-unknown-tenant': 401,
  'not-verified': 401,
  'not-an-activity': 403,
  'wrong-channel': 403,
  'foreign-service-url': 403,
  'service-url-differs': 403,
  'not-fresh': 403,
  'no-tenant': 403,
  'tenants-differ': 403,
  'unknown-tenant': 403,
  'no-person': 403,
} as const;
export type RefusalCode = keyof typeof refusals;

export interface GateRules {
  readonly botAppId: string;
  /** Entra ids of the tenants that use this Lantern. */
  readonly tenants: readonly string[];
  /** The machine's time, in milliseconds since 1970. */
  readonly now: number;
}

export type GateDecision =
  | { readonly ok: true; readonly activity: TeamsActivity; readonly actor: BotActor }
  | { readonly ok: false; readonly code: RefusalCode };

export const channelIssuer = 'https://api.botframework.com';
const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const MINUTE = 60_000;
/** Allowed difference between Microsoft's clock and ours. */
const SKEW = 5 * MINUTE;
/** The connector's tokens live for an hour: one that was made earlier than a day ago is not from there. */
const LONGEST_TOKEN = 24 * 60 * MINUTE;
/** Longer than Teams goes on delivering an activity that was not answered. */
const LONGEST_WAY = 60 * MINUTE;

const refuse = (code: RefusalCode): GateDecision => ({ ok: false, code });

/**
 * Decides whether an activity may go on to have its signature verified. botbuilder alone would also take ordinary user
 * tokens (through its emulator door), tokens of the App Service channel, of skills, and activities without a service URL;
 * each of these doors is shut here, because only a channel token for our bot from Teams passes.
 * Rules: learn.microsoft.com, "Authentication with the Bot Connector API", connector to bot; and exact values where those allow more.
 * @param claims of the token, not yet verified
 * @param body the request's body, parsed from JSON
 */
export function gate(claims: Bearer['claims'], body: unknown, { botAppId, tenants, now }: GateRules): GateDecision {
  if (claims.iss !== channelIssuer) return refuse('wrong-issuer');
  if (claims.aud !== botAppId) return refuse('wrong-audience');
  // The library behind botbuilder takes a token without `exp` for one that never ends.
  if (typeof claims.exp !== 'number') return refuse('no-expiry');
  if (!isYoung(claims, now)) return refuse('token-not-of-now');
  if (speaksForAnotherApplication(claims, botAppId)) return refuse('another-application');
  // botbuilder remembers every `tid` it meets, before it verifies anything.
  if (claims['tid'] !== undefined && !knownTenant(claims['tid'], tenants)) return refuse('token-of-unknown-tenant');

  const parsed = activitySchema.safeParse(body);
  if (!parsed.success) return refuse('not-an-activity');
  const activity = parsed.data;
  if (activity.channelId !== 'msteams') return refuse('wrong-channel');
  if (!activity.serviceUrl || !isServiceUrl(activity.serviceUrl)) return refuse('foreign-service-url');
  if (activity.serviceUrl !== claims['serviceurl']) return refuse('service-url-differs');

  if (!isFresh(activity.timestamp, now)) return refuse('not-fresh');

  const named = [activity.conversation.tenantId, activity.channelData?.tenant?.id].filter((id) => id != null);
  const [first, second = first] = named;
  if (first === undefined) return refuse('no-tenant');
  if (first !== second) return refuse('tenants-differ');
  const tenant = knownTenant(first, tenants);
  if (!tenant) return refuse('unknown-tenant');

  const person = activity.from.aadObjectId?.toLowerCase();
  if (!person || !guid.test(person)) return refuse('no-person');
  return { ok: true, activity, actor: { tenant, person, name: activity.from.name ?? '', door: 'chat' } };
}

/** The tenant as Lantern's settings spell it: ids of persons and records hang on that spelling. */
const knownTenant = (id: unknown, tenants: readonly string[]): string | undefined =>
  typeof id === 'string' ? tenants.find((known) => known.toLowerCase() === id.toLowerCase()) : undefined;

/** botbuilder would take such a token for one bot's call to another and verify it against other keys. */
const speaksForAnotherApplication = (claims: Bearer['claims'], botAppId: string): boolean =>
  claims['appid'] === 'AnonymousSkill' ||
  (claims['ver'] !== undefined && [claims['appid'], claims['azp']].some((id) => id !== undefined && id !== botAppId));

/** Where a token says when it was made or begins: not in the future, and not long ago. */
const isYoung = ({ iat, nbf }: Bearer['claims'], now: number): boolean =>
  [iat, nbf].every(
    (at: unknown) =>
      at === undefined || (typeof at === 'number' && at * 1_000 <= now + SKEW && at * 1_000 >= now - LONGEST_TOKEN),
  );

/**
 * Whether an activity was sent lately. Its body is not signed, so this tells one that was sent again as it stood; what is done
 * twice is told by form keys. An activity without a time is taken: a report is not turned away for that.
 */
function isFresh(timestamp: Date | null | undefined, now: number): boolean {
  if (timestamp == null) return true;
  const at = timestamp.getTime();
  return at <= now + SKEW && at >= now - LONGEST_WAY - SKEW;
}
