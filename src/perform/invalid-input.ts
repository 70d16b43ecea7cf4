import type { ZodError } from 'zod';
import { refuse } from './problem.ts';

/** Names the fields at fault; never repeats what was typed. */
export function invalidInput(error: ZodError) {
  return refuse(
    'invalid-input',
    error.issues.map((issue) => ({ name: issue.path.join('.') || 'form', message: issue.message })),
  );
}
