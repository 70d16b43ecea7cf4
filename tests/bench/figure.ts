import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** What a measurement found. */
export interface Figure {
  readonly metric: string;
  /** null: it could not be measured. */
  readonly value: number | null;
  readonly unit: string;
  /** What the value is held against, in words. */
  readonly yardstick: string | null;
  /** How many times the yardstick the value is. */
  readonly ratio: number | null;
  /** Where not one number was found: the lowest and the highest. The goal must hold for both. */
  readonly range?: readonly [number, number];
  /** Why there is no value, or why the value does not count. A figure with a reason never passes. */
  readonly why?: string;
}

/** What one measurement brought: its figures, and what they were made from, for whoever doubts them. */
export interface Measured {
  readonly figures: readonly Figure[];
  readonly rounds: unknown;
}

const goal = z.union([
  z.strictObject({ exactly: z.number() }),
  z.strictObject({ below: z.number() }),
  z.strictObject({ atMost: z.number() }),
  z.strictObject({ atLeast: z.number() }),
]);
export type Goal = z.infer<typeof goal>;
export type Goals = Readonly<Record<string, Goal>>;

/** One line of the bench's output. Without a goal a figure is only printed and cannot fail. */
export interface Line extends Figure {
  readonly goal: number | null;
  readonly pass: boolean;
}

/** The goals that stand in goals.json. */
export function readGoals(): Goals {
  return z.record(z.string(), goal).parse(JSON.parse(readFileSync(new URL('goals.json', import.meta.url), 'utf8')));
}

const limit = (wanted: Goal): number => Object.values(wanted)[0] as number;

function holds(wanted: Goal, value: number): boolean {
  if ('exactly' in wanted) return value === wanted.exactly;
  if ('below' in wanted) return value < wanted.below;
  return 'atMost' in wanted ? value <= wanted.atMost : value >= wanted.atLeast;
}

/** Holds a figure against its goal: what could not be measured, or not rightly, does not pass. */
export function judge({ metric, value, unit, yardstick, ratio, range, why }: Figure, goals: Goals): Line {
  const wanted = goals[metric];
  const measured = value !== null && why === undefined;
  const pass = measured && (!wanted || [value, ...(range ?? [])].every((found) => holds(wanted, found)));
  const goal = wanted ? limit(wanted) : null;
  return {
    metric,
    value,
    unit,
    yardstick,
    ratio,
    goal,
    pass,
    ...(range && { range }),
    ...(why !== undefined && { why }),
  };
}
