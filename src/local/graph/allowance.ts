import type { Ceilings } from './ceilings.ts';
import { throttled, unavailable } from './graph-fault.ts';

/** What the applications of a tenant spend of what SharePoint allows. */
export interface Allowance {
  /**
   * Counts a call, refused or not.
   * @param units what it costs
   * @returns the `RateLimit-*` headers that its answer carries; none while less than 80 % of the minute is spent
   * @throws GraphFault 429 above a ceiling; 503 for an application that goes on calling regardless
   */
  spend(appId: string, units: number): Readonly<Record<string, string>>;
}

const second = 1_000;
const minute = 60 * second;

/** From here on the headers tell how much is left. */
const warned = 0.8;

/** Microsoft says only that who goes on is blocked, not when nor for how long: here at twice the ceiling, for this long. */
const blockedAt = 2;
const blockedFor = 5 * minute;

/** What was spent since a moment; begins anew when its time is over. */
interface Window {
  readonly start: number;
  spent: number;
}

/** Spending in windows of one length, each begun by the first call after the last one ended. */
function createWindows(length: number, now: () => number) {
  const windows = new Map<string, Window>();
  return (who: string, units: number) => {
    const at = now();
    let window = windows.get(who);
    if (!window || at >= window.start + length) windows.set(who, (window = { start: at, spent: 0 }));
    window.spent += units;
    return { spent: window.spent, reset: Math.ceil((window.start + length - at) / second) };
  };
}

/** @param now the tenant's clock, in milliseconds */
export function createAllowance(ceilings: Ceilings, now: () => number): Allowance {
  const byMinute = createWindows(minute, now);
  const byDay = createWindows(24 * 60 * minute, now);
  const together = createWindows(5 * minute, now);
  const blockedUntil = new Map<string, number>();

  return {
    spend(appId, units) {
      const app = byMinute(appId, units);
      const day = byDay(appId, units);
      const tenant = together('tenant', units);
      const limit = ceilings.appMinute;
      if (app.spent > blockedAt * limit && !((blockedUntil.get(appId) ?? 0) > now()))
        blockedUntil.set(appId, now() + blockedFor);
      const block = Math.ceil(((blockedUntil.get(appId) ?? 0) - now()) / second);
      if (block > 0) throw unavailable({ 'retry-after': String(block) });

      const told: Readonly<Record<string, string>> =
        app.spent < warned * limit
          ? {}
          : {
              'ratelimit-limit': String(limit),
              'ratelimit-remaining': String(Math.max(0, limit - app.spent)),
              'ratelimit-reset': String(app.reset),
            };
      const waits = [
        app.spent > limit ? app.reset : 0,
        day.spent > ceilings.appDay ? day.reset : 0,
        tenant.spent > ceilings.tenantFiveMinutes ? tenant.reset : 0,
      ];
      const wait = Math.max(...waits);
      if (wait > 0) throw throttled({ ...told, 'retry-after': String(wait) });
      return told;
    },
  };
}
