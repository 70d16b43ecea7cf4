import { normalize, relative } from 'node:path';

/** What became of one change to the code; the words are Stryker's. */
export interface Change {
  readonly fileName: string;
  readonly mutatorName: string;
  readonly replacement?: string | undefined;
  readonly status: string;
  readonly location: { readonly start: { readonly line: number; readonly column: number } };
}

const noticedBy = new Set(['Killed', 'Timeout']);
/** Changes that nobody has to notice: taken out by a comment with its reason, or no program any more. */
const uncounted = new Set(['Ignored', 'CompileError', 'RuntimeError']);

/** The changes to one module; `path` is relative to the checkout. */
export const changesOf = <T extends Change>(path: string, changes: readonly T[]): readonly T[] =>
  changes.filter(({ fileName }) => relative('.', fileName) === normalize(path));

/** How many of the changes a test noticed. @returns the share in per cent; 0 where nothing was changed, since nothing is proved then */
export function scoreOf(changes: readonly Change[]) {
  const counted = changes.filter(({ status }) => !uncounted.has(status));
  const noticed = counted.filter(({ status }) => noticedBy.has(status)).length;
  return { score: counted.length === 0 ? 0 : (noticed / counted.length) * 100, noticed, counted: counted.length };
}

/** The changes that no test noticed, each as one line: where, which, and what stood there. */
export const survivorsOf = (changes: readonly Change[]): readonly string[] =>
  changes
    .filter(({ status }) => !noticedBy.has(status) && !uncounted.has(status))
    .map(({ fileName, location: { start }, mutatorName, replacement = '', status }) =>
      [
        `${relative('.', fileName)}:${start.line}:${start.column}`,
        status,
        mutatorName,
        replacement.replace(/\s+/g, ' '),
      ].join('  '),
    );
