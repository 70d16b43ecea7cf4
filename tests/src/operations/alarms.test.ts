import { describe, expect, it } from 'vitest';
import { alarmsIn, type Alarm } from '../../../src/operations/alarms.ts';
import { createAlarmWatch } from '../../../src/operations/alarm-watch.ts';
import type { Facts } from '../../../src/operations/facts.ts';
import { recordedLog } from '../../support/recorded-log.ts';

const well: Facts = {
  version: '1',
  started: '2026-12-10T08:05:00.000Z',
  draining: false,
  graph: { lastCallSeconds: 4, lastStatus: 200, restingSeconds: 0 },
  filing: { waiting: 2, oldestSeconds: 900, stopped: 0 },
  messages: { waiting: 1, oldestTriedSeconds: 900 },
  sync: { seconds: 40, late: false },
  journal: { anchoredSeconds: 3_600, intact: true },
  backup: { here: true, seconds: 172_800 },
  certificates: { daysLeft: 30 },
  disk: { freeMegabytes: 1_024 },
};

it('a Lantern that is well gives no reason for an alarm, nor does one of which little is known yet', () => {
  expect(alarmsIn(well)).toEqual([]);
  expect(
    alarmsIn({
      ...well,
      graph: { lastCallSeconds: null, lastStatus: null, restingSeconds: 600 },
      filing: { waiting: 0, oldestSeconds: null, stopped: 0 },
      messages: { waiting: 0, oldestTriedSeconds: null },
      sync: { seconds: null, late: false },
      journal: { anchoredSeconds: null, intact: null },
      backup: { here: false, seconds: null },
      certificates: { daysLeft: null },
    }),
  ).toEqual([]);
});

it.each<[Alarm, Partial<Facts>]>([
  ['act-unfiled', { filing: { ...well.filing, oldestSeconds: 901 } }],
  ['lane-stopped', { filing: { ...well.filing, stopped: 1 } }],
  ['chain-not-verified', { journal: { ...well.journal, intact: false } }],
  ['sync-late', { sync: { seconds: 200, late: true } }],
  ['certificate-expiring', { certificates: { daysLeft: 29 } }],
  ['backup-old', { backup: { here: true, seconds: 172_801 } }],
  ['backup-old', { backup: { here: true, seconds: null } }],
  ['disk-nearly-full', { disk: { freeMegabytes: 1_023 } }],
  ['message-undeliverable', { messages: { waiting: 1, oldestTriedSeconds: 901 } }],
])('raises %s, and nothing else, for %o', (alarm, change) => {
  expect(alarmsIn({ ...well, ...change })).toEqual([alarm]);
});

describe('a watch for alarms', () => {
  it('says one once when it begins, again each hour while it lasts, and when it is over', () => {
    const { log, lines } = recordedLog();
    const raised: Alarm[] = [];
    const watch = createAlarmWatch(log, (alarm) => raised.push(alarm));
    const minute = 60_000;
    for (let at = 0; at < 130; at++) watch.see(at < 125 ? ['lane-stopped'] : [], at * minute);
    expect(lines).toEqual([
      { level: 'error', event: 'alarm', code: 'lane-stopped', minutes: 0 },
      { level: 'error', event: 'alarm', code: 'lane-stopped', minutes: 60 },
      { level: 'error', event: 'alarm', code: 'lane-stopped', minutes: 120 },
      { level: 'info', event: 'alarm.over', code: 'lane-stopped', minutes: 125 },
    ]);
    expect(raised).toHaveLength(3);
    watch.see(['lane-stopped'], 131 * minute);
    expect(lines.at(-1)).toMatchObject({ event: 'alarm', minutes: 0 });
  });

  it('keeps each apart from the others', () => {
    const { log, lines } = recordedLog();
    const watch = createAlarmWatch(log);
    watch.see(['sync-late'], 0);
    watch.see(['sync-late', 'backup-old'], 60_000);
    watch.see(['backup-old'], 120_000);
    expect(lines.map(({ event, code }) => [event, code])).toEqual([
      ['alarm', 'sync-late'],
      ['alarm', 'backup-old'],
      ['alarm.over', 'sync-late'],
    ]);
    expect(watch.standing()).toEqual(['backup-old']);
  });
});
