import fc from 'fast-check';
import type { RuleRequest } from '../../src/local/fault-rules.ts';

/** One thing that happens in a run. Everything else follows from it. `t` is a school, `n` what is picked, counted round. */
export type Command =
  | { readonly do: 'report'; readonly t: number; readonly n: number; readonly heard: boolean }
  | { readonly do: 'act'; readonly t: number; readonly n: number; readonly kind: number; readonly heard: boolean }
  | { readonly do: 'twice'; readonly t: number }
  | { readonly do: 'file'; readonly t: number; readonly n: number }
  | { readonly do: 'deliver'; readonly t: number }
  | { readonly do: 'sync'; readonly t: number }
  | { readonly do: 'pick'; readonly n: number; readonly times: number }
  | { readonly do: 'wait'; readonly seconds: number }
  | { readonly do: 'kill'; readonly t: number; readonly n: number; readonly awaits: number }
  | { readonly do: 'edit'; readonly t: number; readonly n: number; readonly kind: number }
  | { readonly do: 'spend'; readonly t: number; readonly units: number }
  | { readonly do: 'weather'; readonly t: number; readonly seed: number };

const rows = { pathContains: '/items' };

/** Everything that the local tenant can do to a call. */
export const badWeather: readonly RuleRequest[] = [
  { kind: 'outage', startsInMs: 60_000, forMs: 45_000 },
  { kind: 'storm', forMs: 15_000, probability: 0.02 },
  { kind: 'throttle', retryAfterSeconds: 3, probability: 0.08 },
  { kind: 'unavailable', retryAfterSeconds: 4, probability: 0.03 },
  { kind: 'unavailable', probability: 0.03 },
  { kind: 'gateway-timeout', probability: 0.06 },
  { kind: 'lost-reply', probability: 0.06 },
  { kind: 'reset', probability: 0.04 },
  { kind: 'slow', ms: 5_000, probability: 0.04 },
  { kind: 'slow', ms: 60_000, work: 'before', probability: 0.02 },
  { kind: 'slow', ms: 60_000, work: 'after', probability: 0.02 },
  { kind: 'stale', behind: 4, match: { method: 'GET', ...rows }, probability: 0.3 },
  { kind: 'own-save', match: { method: 'PATCH', ...rows }, probability: 0.08 },
];

const t = fc.nat(1);
const n = fc.nat(11);
const heard = fc.integer({ min: 0, max: 9 }).map((one) => one > 1);
const named = <K extends Command['do'], P extends object>(name: K, parts: { [key in keyof P]: fc.Arbitrary<P[key]> }) =>
  fc.record(parts).map((more) => ({ do: name, ...more }) as unknown as Command);

/** How often each happens says its weight. */
const command = fc.oneof(
  { weight: 6, arbitrary: named('report', { t, n, heard }) },
  { weight: 12, arbitrary: named('act', { t, n, kind: fc.nat(8), heard }) },
  { weight: 1, arbitrary: named('twice', { t }) },
  { weight: 12, arbitrary: named('file', { t, n }) },
  { weight: 4, arbitrary: named('deliver', { t }) },
  { weight: 2, arbitrary: named('sync', { t }) },
  { weight: 40, arbitrary: named('pick', { n, times: fc.integer({ min: 1, max: 4 }) }) },
  {
    weight: 10,
    arbitrary: named('wait', { seconds: fc.oneof(fc.constantFrom(0.2, 1, 3), fc.integer({ min: 1, max: 70 })) }),
  },
  { weight: 3, arbitrary: named('kill', { t, n, awaits: fc.integer({ min: 1, max: 12 }) }) },
  { weight: 3, arbitrary: named('edit', { t, n, kind: fc.nat(8) }) },
  { weight: 2, arbitrary: named('spend', { t, units: fc.integer({ min: 200, max: 1_240 }) }) },
  { weight: 2, arbitrary: named('weather', { t, seed: fc.nat(999) }) },
);

/** What happens in a run. */
export const commands: fc.Arbitrary<readonly Command[]> = fc.array(command, {
  minLength: 90,
  maxLength: 180,
  size: 'max',
});
