import { readFileSync } from 'node:fs';
import { z } from 'zod';

const face = z.strictObject({ school: z.int(), machine: z.int() });

/** What the clock's file holds: it was `school` at the schools when it was `machine` here. Milliseconds since 1970. */
export type ClockFace = z.infer<typeof face>;

/** @returns undefined where there is no such file, or it holds something else */
export function readClockFace(file: string): ClockFace | undefined {
  try {
    return face.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return undefined;
  }
}
