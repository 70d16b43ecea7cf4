import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Clock, Instant } from '../../ports/clock.ts';
import { readClockFace, type ClockFace } from './clock-face.ts';
import { demoDays } from './demo-days.ts';
import { schoolMoment } from './school-moment.ts';

const beatMs = 5_000;

export interface DemoClock extends Clock {
  /** Goes on from a later moment. @returns false for one that is past: what was recorded since would lie in the future */
  jump(to: Instant): boolean;
  stop(): void;
}

/**
 * The demonstration's own clock: begins on a school morning, ticks, and stands still while the demonstration is stopped, so that
 * nobody who comes back on a Sunday finds an empty school. Kept in a file, which Lantern follows.
 * @param now the machine's clock, in milliseconds
 * @param begins a wall clock at the schools
 */
export function openDemoClock(file: string, now: () => number = Date.now, begins: string = demoDays.begins): DemoClock {
  const kept = readClockFace(file);
  // What somebody saw on the clock before a power cut was at most one beat later than what was kept.
  const resumed = kept && kept.school + Math.min(Math.max(0, now() - kept.machine), beatMs);
  let face: ClockFace = { school: resumed ?? Date.parse(schoolMoment(begins)), machine: now() };

  const time = () => face.school + Math.max(0, now() - face.machine);
  function set(school: number): void {
    face = { school, machine: now() };
    writeFileSync(`${file}.new`, JSON.stringify(face));
    renameSync(`${file}.new`, file);
  }
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  set(face.school);
  const beat = setInterval(() => set(time()), beatMs).unref();

  return {
    now: () => new Date(time()).toISOString(),
    jump(to) {
      if (Date.parse(to) < time()) return false;
      set(Date.parse(to));
      return true;
    },
    stop() {
      clearInterval(beat);
      set(time());
    },
  };
}
