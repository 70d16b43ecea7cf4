import type { FileSource } from './files.ts';

/**
 * What a virus scan said of a file. `no-answer`: nothing is known, and nobody may call the file clean; the code is a short
 * word for the log.
 */
export type Verdict =
  | { readonly what: 'clean' }
  | { readonly what: 'infected'; readonly threat: string }
  | { readonly what: 'no-answer'; readonly code: string };

/** Looks into files for what could do harm. Never throws but what the source throws. */
export interface Scanner {
  scan(source: FileSource): Promise<Verdict>;
}
