import { fileEndings } from '../areas/files/fields.ts';
import type { ProblemCode } from '../perform/problem.ts';
import { endingOf } from './ending-of.ts';

const taken: ReadonlySet<string> = new Set(fileEndings.map((ending) => endingOf(`.${ending}`)));

/** Endings of which we can say more than that they are not taken. */
const known: Readonly<Record<string, ProblemCode>> = {
  ...Object.fromEntries(['heic', 'heif', 'avif'].map((ending) => [ending, 'file-heic'])),
  ...Object.fromEntries(['zip', '7z', 'rar', 'tar', 'gz', 'tgz'].map((ending) => [ending, 'file-is-archive'])),
  ...Object.fromEntries(['doc', 'xls', 'ppt'].map((ending) => [ending, 'file-old-office'])),
  ...Object.fromEntries(['docm', 'xlsm', 'pptm'].map((ending) => [ending, 'file-has-macros'])),
};

/**
 * Why a file will not be taken, as far as its name says: told before anybody waits for its bytes. Whether it is taken is
 * judged by them.
 * @returns undefined where the name speaks for it
 */
export function refusedByName(name: string): ProblemCode | undefined {
  const ending = endingOf(name);
  if (taken.has(ending)) return undefined;
  return Object.hasOwn(known, ending) ? known[ending] : 'file-not-accepted';
}
