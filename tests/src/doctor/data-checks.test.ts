import { expect, it } from 'vitest';
import { dataChecks } from '../../../src/doctor/data-checks.ts';
import type { Facts } from '../../../src/doctor/facts.ts';
import { longestUnfiledSeconds } from '../../../src/operations/limits.ts';

const at = '2026-12-10T12:00:00.000Z';
const ago = (seconds: number) => new Date(Date.parse(at) - seconds * 1_000).toISOString();

function judged(acts: number, oldestAct: string | null) {
  const waiting = { acts, oldestAct, stoppedLanes: 0, messages: 0, oldestTried: null };
  const store = { open: true, health: { engine: 'SQLite', settings: [] }, waiting } as const;
  return dataChecks.filing({ at, store } as unknown as Facts).map(({ state, says }) => `${state}: ${says}`);
}

it.each([
  [0, null, 'ok: Nothing waits to be filed in SharePoint.'],
  [3, ago(longestUnfiledSeconds), 'ok: 3 acts wait to be filed in SharePoint, the oldest for 15 minutes.'],
  [3, ago(longestUnfiledSeconds + 60), 'fault: 3 acts wait to be filed in SharePoint, the oldest for 16 minutes.'],
  // A roster of a whole trust takes its time, and nobody's concern waits for it.
  [900, null, 'ok: 900 rows of a roster wait to be filed in SharePoint; they let all else pass.'],
])('judges %d acts that wait since %s', (acts, oldest, line) => {
  expect(judged(acts, oldest)).toEqual([line]);
});
