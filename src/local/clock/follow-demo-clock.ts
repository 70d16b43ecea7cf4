import type { Clock } from '../../ports/clock.ts';
import { readClockFace } from './clock-face.ts';

/**
 * The demonstration's clock as Lantern reads it: the file that the local tenant keeps. It is read at each look, so a jump is
 * seen by the next request.
 * @throws Error when there is no such clock
 */
export function followDemoClock(file: string, machine: Clock): Clock {
  let face = readClockFace(file);
  if (!face) throw new Error(`there is no clock of a demonstration in ${file}`);
  return {
    now() {
      face = readClockFace(file) ?? face;
      const { school = 0, machine: then = 0 } = face ?? {};
      return new Date(school + Math.max(0, Date.parse(machine.now()) - then)).toISOString();
    },
  };
}
