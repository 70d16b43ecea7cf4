import type { Instant } from '../ports/clock.ts';
import { patient } from '../ports/outbox.ts';

/** What waits in the operational store, in numbers. */
export interface Vitals {
  /** Acts that have not reached SharePoint. */
  readonly acts: number;
  /** When the oldest of them was committed; rows of a roster, which let all else pass, aside. */
  readonly oldestAct: Instant | null;
  readonly stoppedLanes: number;
  /** Messages that are due and not delivered. */
  readonly messages: number;
  /** When the oldest was committed that was tried in vain. */
  readonly oldestTried: Instant | null;
}

/** The question, for both engines. @param now how the statement names its value for the present moment */
export const vitalsQuestion = (now: string): string => `
  select count(case when channel = 'sharepoint' and state = 'waiting' then 1 end) as "acts",
    min(case when channel = 'sharepoint' and state = 'waiting' and substr(lane, 1, 1) <> '${patient}' then "createdAt" end) as "oldestAct",
    count(distinct case when state = 'stopped' then channel || lane end) as "stoppedLanes",
    count(case when channel = 'message' and state = 'waiting' and ("dueAt" <= ${now} or code is not null) then 1 end) as "messages",
    min(case when channel = 'message' and state = 'waiting' and code is not null then "createdAt" end) as "oldestTried"
  from outbox`;
