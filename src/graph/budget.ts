import type { Clock } from '../ports/clock.ts';
import type { Budget, GraphAnswer } from '../ports/graph.ts';
import { askedWait } from './asked-wait.ts';
import { ceilingFor } from './ceilings.ts';
import { createSpending } from './spending.ts';

type Heard = Pick<GraphAnswer, 'status' | 'headers'>;

/** What SharePoint said is left until it counts anew, less what has gone since. */
interface Remainder {
  /** Of the call that brought it: an older call's word may only lower what a younger one said. */
  readonly call: number;
  readonly until: number;
  left: number;
}

/**
 * A tenant's budget at Microsoft's ceilings for its licences: in no minute and on no day is more spent, nothing leaves while
 * SharePoint asks to be left alone, and where it says what is left (`RateLimit-Remaining`, from 80 % on) that is kept to.
 * A call counts from when it leaves until a window after its answer, for nobody knows when between them SharePoint counts it.
 * Calls that are refused count too.
 * @param licences of the tenant
 */
export function createBudget({ licences, clock }: { readonly licences: number; readonly clock: Clock }): Budget {
  const { aMinute, aDay } = ceilingFor(licences);
  const spendings = [createSpending(aMinute, 60_000, 1_000), createSpending(aDay, 86_400_000, 60_000)];
  const now = () => Date.parse(clock.now());
  let calls = 0;
  let underWay = 0;
  let restingUntil = 0;
  let remainder: Remainder | undefined;

  const rest = (seconds: number) => void (restingUntil = Math.max(restingUntil, now() + seconds * 1_000));

  function learn({ status, headers }: Heard, call: number): void {
    const asked = askedWait(headers, clock.now());
    if (status === 429 || status === 503) rest(asked ?? 0);
    const left = numberIn(headers['ratelimit-remaining']);
    if (left === undefined) return;
    const known = remainder && remainder.until > now() ? remainder : undefined;
    const younger = known === undefined || known.call < call;
    remainder = {
      call: Math.max(call, known?.call ?? 0),
      until: younger ? now() + (asked ?? 60) * 1_000 : known.until,
      left: younger ? left - underWay : Math.min(known.left, left - underWay),
    };
  }

  return {
    wait(units) {
      const at = now();
      const short = remainder && remainder.left < units ? remainder.until - at : 0;
      const waits = spendings.map((spending) => spending.wait(underWay + units, at));
      return Math.max(0, restingUntil - at, short, ...waits) / 1_000;
    },
    spend(units) {
      const call = ++calls;
      underWay += units;
      if (remainder) remainder.left -= units;
      return (answer) => {
        underWay -= units;
        for (const spending of spendings) spending.add(units, now());
        if (answer) learn(answer, call);
      };
    },
    rest,
  };
}

function numberIn(header: string | undefined): number | undefined {
  const value = header === undefined || header.trim() === '' ? NaN : Number(header);
  return Number.isFinite(value) ? value : undefined;
}
