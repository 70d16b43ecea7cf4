import type { ProblemCode } from '../perform/problem.ts';

/** What a file is, by what is in it. */
export interface Inspected {
  /** One of fileEndings. */
  readonly ending: string;
  readonly mediaType: string;
}

export type Inspection =
  { readonly ok: true; readonly file: Inspected } | { readonly ok: false; readonly code: ProblemCode };
