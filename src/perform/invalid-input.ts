import type { ZodError } from 'zod';
import { refuse } from './problem.ts';

/** The schema's own words name a key that it does not know, and a key is typed as well as a value. */
const unknownField = 'There is something here that this form does not ask for.';

/** Names the fields at fault; never repeats what was typed. */
export function invalidInput(error: ZodError) {
  return refuse(
    'invalid-input',
    error.issues.map(({ code, path, message }) => ({
      name: path.join('.') || 'form',
      message: code === 'unrecognized_keys' ? unknownField : message,
    })),
  );
}
