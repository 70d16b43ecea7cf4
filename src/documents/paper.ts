import type { Instant } from '../ports/clock.ts';

/** One text under a small heading of its own; without one it stands as it is. */
export interface PaperText {
  readonly heading?: string;
  /** Lines; an empty one begins a new paragraph. */
  readonly words: string;
}

export interface PaperTable {
  readonly columns: readonly string[];
  /** Each as long as `columns`; short texts. */
  readonly rows: readonly (readonly string[])[];
}

export interface PaperSection {
  /** Without one its texts stand as they are. */
  readonly heading?: string;
  readonly texts: readonly PaperText[];
  readonly table?: PaperTable;
}

/** What a paper says, whatever file is made of it. */
export interface Paper {
  readonly title: string;
  /** As people use it: "M-2026-0007". */
  readonly reference: string;
  /** Stands on every page. */
  readonly confidential: string;
  /** The file's own date. */
  readonly madeAt: Instant;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly sections: readonly PaperSection[];
}

/** The paragraphs of a text, without what no document can hold. */
export const paragraphsOf = (words: string): readonly string[] =>
  words
    .replaceAll(/\p{Cs}/gu, '\ufffd')
    .replaceAll(/[^\P{Cc}\n\t]/gu, '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
