import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { createGatherFacts, type FactsParts } from '../../../src/operations/gather-facts.ts';
import { version } from '../../../src/version.ts';
import { handSetClock } from '../../support/hand-set-clock.ts';

function parts(over: Partial<FactsParts> = {}) {
  const clock = handSetClock();
  const began = clock.now();
  const given: FactsParts = {
    ...{ version, tenant: 't', clock, schoolClock: clock, budget: { wait: () => 0.2 }, draining: () => false },
    lastCall: () => undefined,
    vitals: async () => ({ acts: 2, oldestAct: began, stoppedLanes: 1, messages: 3, oldestTried: null }),
    marks: { read: async () => ({ filed: { n: 5, hash: '' }, anchored: { n: 5, at: began } }) },
    chain: { look: async () => undefined, intact: () => true },
    syncAge: () => ({ seconds: undefined, late: false }),
    backup: { here: true, newest: () => began },
    certificatesEnd: () => new Date(Date.parse(began) + 30 * 86_400_000).toISOString(),
    freeBytes: () => 5 * 2 ** 30,
    ...over,
  };
  return { clock, gather: createGatherFacts(given) };
}

it('says how old each thing is, and what is not known', async () => {
  const { clock, gather } = parts();
  clock.forward(100);
  expect(await gather()).toMatchObject({
    graph: { lastCallSeconds: null, lastStatus: null, restingSeconds: 1 },
    filing: { waiting: 2, oldestSeconds: 100, stopped: 1 },
    messages: { waiting: 3, oldestTriedSeconds: null },
    sync: { seconds: null, late: false },
    journal: { anchoredSeconds: 100, intact: true },
    backup: { here: true, seconds: 100 },
    certificates: { daysLeft: 29 },
    disk: { freeMegabytes: 5_120 },
  });
});

it('says nothing of a backup where the database server makes it', async () => {
  const { gather } = parts({ backup: { here: false, newest: () => '2026-12-01T00:00:00.000Z' } });
  expect((await gather()).backup).toEqual({ here: false, seconds: null });
});

it('calls Lantern what package.json calls it', () => {
  expect((JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }).version).toBe(version);
});
