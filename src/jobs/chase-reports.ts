import { createHash } from 'node:crypto';
import { chasingIdentity } from '../access/actor.ts';
import { chaseReports } from '../areas/meetings/reports/chase-reports.ts';
import { reportsToChase, type AwaitedRow } from '../areas/meetings/reports/report-queries.ts';
import { reportChaseDay } from '../areas/meetings/reports/report-rules.ts';
import { chasedUpTo, isTimeToChase } from '../records/chase-days.ts';
import type { ChaseActionsParts } from './chase-actions.ts';

/**
 * Reminds of reports to meetings before and after the day on which they are due. That it was done stands with whoever was asked, so
 * whoever dies between two meetings reminds nobody a second time, and the form of each comes from its reports and their days.
 * @returns a job; it says of how many meetings somebody was reminded
 */
export function createChaseReports({ tenant, store, perform, clock, log }: ChaseActionsParts): () => Promise<number> {
  const us = chasingIdentity(tenant);
  return async () => {
    const now = clock.now();
    if (!isTimeToChase(now)) return 0;
    const rows = (await store.rows(tenant, reportsToChase, {
      ...{ until: chasedUpTo(now), now },
    })) as readonly AwaitedRow[];
    const due = new Map<string, string[]>();
    for (const row of rows) {
      const day = reportChaseDay(row, now);
      if (day === undefined) continue;
      due.set(row.meetingId, [...(due.get(row.meetingId) ?? []), `${row.id}:${row.reportDueOn ?? ''}:${day}`]);
    }
    let done = 0;
    for (const [meeting, reports] of due) {
      const form = createHash('sha256').update(`reports:${reports.join()}`).digest('hex').slice(0, 32);
      const chased = await perform(chaseReports, us, { meeting }, form);
      if (chased.ok) done++;
      else if (chased.problem.code !== 'already-done')
        log.warn('report.not-chased', { meeting, code: chased.problem.code });
    }
    return done;
  };
}
