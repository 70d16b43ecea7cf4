import type { Result } from '../src/perform/problem.ts';
import type { Shown } from '../src/perform/read.ts';

/**
 * What was read; undefined when it is not theirs to see.
 * @throws Error when it could not be read just now: then nobody may conclude that there is nothing to be told
 */
export function theirs<O>(seen: Result<Shown<O>>): O | undefined {
  if (seen.ok) return seen.answer.answer;
  if (seen.problem.code === 'not-found') return undefined;
  throw new Error(`a card could not be made: ${seen.problem.code}`);
}
