import { closing } from '../api/closing.ts';

/** A conference goes on while Teams asks Microsoft for a new sign-in; a screen that nobody signs in to again is not left to others. */
const signInMs = 10 * 60_000;

/** A look at minutes that failed. */
export interface FailedLook {
  readonly code: string;
  /** Whether somebody writes in them here, or has typed what is not saved. */
  readonly writing: boolean;
  /** When this began, and when it failed last, in milliseconds of one clock. */
  readonly since: number;
  readonly last: number;
}

/**
 * Whether minutes leave the screen. They do where Lantern says that the person may not see them. That nobody is signed in says no such
 * thing: a laptop that wakes up asks before it is on the line. Whoever writes goes on for a while then; nothing new is shown to them.
 */
export const closesMinutes = ({ code, writing, since, last }: FailedLook): boolean =>
  closing.has(code) && !(code === 'not-signed-in' && writing && last - since < signInMs);
