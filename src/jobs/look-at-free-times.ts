import type { Identity } from '../access/types.ts';
import type { FreeTimes } from '../areas/meetings/contract.ts';
import { freeTimesInput, freeTimesOf, hoursOf, lookUpFreeTimes, slotMinutes } from '../areas/meetings/free-times.ts';
import type { Result } from '../perform/problem.ts';
import type { Read } from '../perform/read.ts';
import type { Calendar, Taken } from '../ports/calendar.ts';
import type { Clock } from '../ports/clock.ts';

export interface FreeTimesParts {
  readonly calendar: Pick<Calendar, 'addressOf' | 'freeBusy'>;
  readonly read: Read;
  /** The one that school matters run on. */
  readonly clock: Clock;
}

/**
 * When the staff whom somebody wants to ask are free on a day. Who they are goes through `read`, so whoever may not call meetings
 * there is told of nobody; of their calendars nothing but free and busy is read, and nothing is kept.
 * @returns a function of who asks and what they sent; a calendar that cannot be read is said to be so, and is no fault
 */
export function createFreeTimes({ calendar, read, clock }: FreeTimesParts) {
  return async (identity: Identity, body: unknown): Promise<Result<FreeTimes>> => {
    const parsed = freeTimesInput.safeParse(body);
    if (!parsed.success) {
      const fields = parsed.error.issues.map(({ path, message }) => ({ name: path.join('.'), message }));
      return { ok: false, problem: { code: 'invalid-input', fields } };
    }
    const { school, people, ...wanted } = parsed.data;
    const seen = await read(lookUpFreeTimes, identity, { school, people });
    if (!seen.ok) return seen;
    const asked = seen.answer.answer;
    if (asked.length === 0) return { ok: false, problem: { code: 'not-found' } };
    const personAt = new Map<string, string>();
    for (const person of asked) {
      const address = await calendar.addressOf(person);
      if (address.ok) personAt.set(address.value.toLowerCase(), person);
    }
    const taken = new Map<string, readonly Taken[]>();
    if (personAt.size > 0) {
      const period = { ...hoursOf(wanted.day), slotMinutes };
      const end = await calendar.freeBusy(identity.person, [...personAt.keys()], period);
      for (const [address, slots] of end.ok ? end.value : []) {
        const person = personAt.get(address.toLowerCase());
        if (person !== undefined) taken.set(person, slots);
      }
    }
    const unread = asked.filter((person) => !taken.has(person));
    return { ok: true, answer: { times: taken.size === 0 ? [] : freeTimesOf(wanted, taken, clock.now()), unread } };
  };
}
