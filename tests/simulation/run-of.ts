import { seededChance } from '../../src/local/seeded-chance.ts';
import { createPending, type Pending } from './pending.ts';
import type { AcknowledgedAct, CallMade } from './history.ts';
import { beginning } from './template.ts';

/** What everything in one run stands on: its clock, its chance, what waits, and what has happened. */
export interface Run {
  readonly clock: { now(): string };
  /** Seconds since it began. */
  readonly seconds: () => number;
  forward(seconds: number): void;
  readonly chance: () => number;
  /** 32 hexadecimal digits. */
  readonly newId: () => string;
  readonly pending: Pending;
  /** Writes a line into the history. @returns its place */
  readonly note: (event: string) => number;
  /** Place of the last event. */
  readonly place: () => number;
  readonly events: readonly string[];
  readonly acts: AcknowledgedAct[];
  readonly calls: CallMade[];
}

export function runOf(seed: number): Run {
  const chance = seededChance(seed);
  const start = Date.parse(beginning);
  const events: string[] = [];
  let at = 0;
  const seconds = () => at;
  const note = (event: string) => events.push(`${at.toFixed(3)} ${event}`);
  return {
    clock: { now: () => new Date(start + Math.round(at * 1_000)).toISOString() },
    seconds,
    forward(by) {
      at += by;
    },
    chance,
    newId: () => Array.from({ length: 32 }, () => Math.floor(chance() * 16).toString(16)).join(''),
    pending: createPending(seconds, note),
    note,
    place: () => events.length,
    events,
    acts: [],
    calls: [],
  };
}
