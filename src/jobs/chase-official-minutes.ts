import { createHash } from 'node:crypto';
import { filingIdentity } from '../access/actor.ts';
import { chaseOfficialMinutes } from '../areas/meetings/official/chase-official-minutes.ts';
import { officialMinutesToChase } from '../areas/meetings/official/official-queries.ts';
import { chasedBefore } from '../areas/meetings/official/official-rules.ts';
import type { Perform } from '../perform/perform.ts';
import type { Store } from '../perform/store.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import { schoolDay, schoolTime } from '../records/school-day.ts';
import { isWorkingDay } from '../records/working-days.ts';

export interface ChaseOfficialMinutesParts {
  readonly tenant: string;
  readonly store: Pick<Store, 'rows'>;
  readonly perform: Perform;
  readonly clock: Clock;
  readonly log: Log;
}

/** Nobody is written to at night, at a weekend or on a bank holiday about what can wait. */
const from = '07:45';
const until = '18:00';

/**
 * Has whoever called a meeting that another body held told that its minutes have not come. Once for each meeting and day: the form’s
 * key comes from both.
 * @returns a job; it says of how many it was told
 */
export function createChaseOfficialMinutes({ tenant, store, perform, clock, log }: ChaseOfficialMinutesParts) {
  return async (): Promise<number> => {
    const now = clock.now();
    const [today, time] = [schoolDay(now), schoolTime(now)];
    if (!isWorkingDay(today) || time < from || time >= until) return 0;
    const values = { today, before: chasedBefore(today) };
    const due = (await store.rows(tenant, officialMinutesToChase, values)) as readonly { readonly id: string }[];
    let told = 0;
    for (const { id } of due) {
      const form = createHash('sha256').update(`official:${id}:${today}`).digest('hex').slice(0, 32);
      const done = await perform(chaseOfficialMinutes, filingIdentity(tenant), { meeting: id }, form);
      if (done.ok) told++;
      else log.warn('minutes.not-chased', { meeting: id, code: done.problem.code });
    }
    return told;
  };
}
