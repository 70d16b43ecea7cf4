import { filingIdentity } from '../access/actor.ts';
import { chaseOfficialMinutes } from '../areas/meetings/official/chase-official-minutes.ts';
import { officialMinutesToChase } from '../areas/meetings/official/official-queries.ts';
import { chasedBefore } from '../areas/meetings/official/official-rules.ts';
import { schoolDay } from '../records/school-day.ts';
import { createChase, type ChaseParts } from './chase.ts';

/**
 * Has whoever called a meeting that another body held told that its minutes have not come: once for each meeting and day.
 * @returns a job; it says of how many it was told
 */
export function createChaseOfficialMinutes(parts: ChaseParts): () => Promise<number> {
  const { tenant, store } = parts;
  return createChase(parts, {
    ...{ by: filingIdentity(tenant), act: chaseOfficialMinutes, undone: 'minutes.not-chased' },
    async due(now) {
      const today = schoolDay(now);
      const values = { today, before: chasedBefore(today) };
      const rows = (await store.rows(tenant, officialMinutesToChase, values)) as readonly { readonly id: string }[];
      return rows.map(({ id }) => ({ of: { meeting: id }, once: `official:${id}:${today}` }));
    },
  });
}
