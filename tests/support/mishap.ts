import type { ProblemCode } from '../../src/perform/problem.ts';

/** A refusal that comes instead of the answer. */
export interface Mishap {
  /** What it befalls, once: a method, a method and an address, or the beginning of one that ends in `/` or `?`. */
  readonly on: string;
  readonly code: ProblemCode;
  readonly status: number;
}

const begins = /^\S+$|[/?]$/;

/**
 * Takes the first mishap that befalls a request out of those that are to come. An address without a query is meant with any,
 * and never with what lies below it.
 * @param asked method and address, e.g. `GET /api/desk?show=mine`
 */
export function takeMishap(mishaps: Mishap[], asked: string): Mishap | undefined {
  const befalls = ({ on }: Mishap) =>
    begins.test(on) ? asked.startsWith(on) : asked === on || asked.startsWith(`${on}?`);
  const index = mishaps.findIndex(befalls);
  return index < 0 ? undefined : mishaps.splice(index, 1)[0];
}
