import { chasingIdentity } from '../access/actor.ts';
import { chaseReports } from '../areas/meetings/reports/chase-reports.ts';
import { reportsToChase, type AwaitedRow } from '../areas/meetings/reports/report-queries.ts';
import { reportChaseDay } from '../areas/meetings/reports/report-rules.ts';
import { chasedUpTo } from '../records/chase-days.ts';
import { createChase, type ChaseParts } from './chase.ts';

/**
 * Reminds of reports to meetings before and after the day on which they are due, of all of one meeting at once.
 * @returns a job; it says of how many meetings somebody was reminded
 */
export function createChaseReports(parts: ChaseParts): () => Promise<number> {
  const { tenant, store } = parts;
  return createChase(parts, {
    ...{ by: chasingIdentity(tenant), act: chaseReports, undone: 'report.not-chased' },
    async due(now) {
      const values = { until: chasedUpTo(now), now };
      const rows = (await store.rows(tenant, reportsToChase, values)) as readonly AwaitedRow[];
      const due = new Map<string, string[]>();
      for (const row of rows) {
        const day = reportChaseDay(row, now);
        if (day === undefined) continue;
        due.set(row.meetingId, [...(due.get(row.meetingId) ?? []), `${row.id}:${row.reportDueOn ?? ''}:${day}`]);
      }
      return [...due].map(([meeting, reports]) => ({ of: { meeting }, once: `reports:${reports.join()}` }));
    },
  });
}
