import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { ConfigFault, readConfig } from '../../../src/config.ts';
import { demoDays } from '../../../src/local/clock/demo-days.ts';
import { followDemoClock } from '../../../src/local/clock/follow-demo-clock.ts';
import { openDemoClock } from '../../../src/local/clock/open-demo-clock.ts';
import { schoolMoment } from '../../../src/local/clock/school-moment.ts';
import { settingsOf } from '../../manifest/settings-of.ts';

const second = 1_000;
const hour = 3_600 * second;

/** A machine whose clock goes on when told to. */
function aMachine() {
  const folder = mkdtempSync(join(tmpdir(), 'lantern-clock-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const machine = { at: Date.parse('2031-02-02T11:00:00.000Z') };
  const file = join(folder, 'clock.json');
  const open = (begins?: string) => {
    const clock = openDemoClock(file, () => machine.at, begins);
    onTestFinished(() => clock.stop());
    return clock;
  };
  const follow = () => followDemoClock(file, { now: () => new Date(machine.at).toISOString() });
  return { machine, file, open, follow };
}

it('begins on the school morning whatever the day is, and ticks', () => {
  const { machine, open } = aMachine();
  const clock = open();
  expect(clock.now()).toBe('2026-12-10T08:05:00.000Z');
  machine.at += 90 * second;
  expect(clock.now()).toBe('2026-12-10T08:06:30.000Z');
});

it('may begin at dawn, and goes on from the school morning; later it begins where it stopped', () => {
  const { open } = aMachine();
  const clock = open(demoDays.dawns);
  expect(clock.now()).toBe('2026-12-10T07:40:00.000Z');
  expect(clock.jump(schoolMoment(demoDays.begins))).toBe(true);
  clock.stop();
  expect(open(demoDays.dawns).now()).toBe('2026-12-10T08:05:00.000Z');
});

it('Lantern follows it, and sees a jump at its next look', () => {
  const { machine, open, follow } = aMachine();
  const clock = open();
  const lantern = follow();
  machine.at += 7 * second;
  expect(lantern.now()).toBe(clock.now());
  expect(clock.jump('2026-12-24T22:40:00.000Z')).toBe(true);
  expect(lantern.now()).toBe('2026-12-24T22:40:00.000Z');
  machine.at += second;
  expect([clock.now(), lantern.now()]).toEqual(['2026-12-24T22:40:01.000Z', '2026-12-24T22:40:01.000Z']);
});

it('does not go back', () => {
  const { machine, open } = aMachine();
  const clock = open();
  machine.at += hour;
  expect(clock.jump('2026-12-10T08:30:00.000Z')).toBe(false);
  expect(clock.now()).toBe('2026-12-10T09:05:00.000Z');
});

it('stands still while the demonstration is stopped', () => {
  const { machine, open } = aMachine();
  const first = open();
  machine.at += hour;
  first.stop();
  machine.at += 60 * hour;
  expect(open().now()).toMatch(/^2026-12-10T09:05:0[0-5]/);
});

it('after a power cut it is never earlier than what was seen', () => {
  const { machine, open } = aMachine();
  const seen = open();
  machine.at += 4 * second;
  const last = seen.now();
  machine.at += 60 * hour;
  expect(open().now() >= last).toBe(true);
});

it('Lantern does not start on a clock that is not there', () => {
  expect(() => aMachine().follow()).toThrow(/clock/);
});

it('production refuses a clock of its own', () => {
  const settings = { ...settingsOf('local'), LANTERN_MODE: 'production', LANTERN_LOCAL_CLOCK: '/tmp/clock.json' };
  const asked = () => readConfig(settings);
  expect(asked).toThrow(ConfigFault);
  expect(asked).toThrow(/LANTERN_LOCAL_CLOCK is only for local mode/);
});
