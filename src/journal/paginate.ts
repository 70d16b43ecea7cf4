import type { Instant } from '../ports/clock.ts';
import { hashAfter, sha256, type ChainHead } from './chain.ts';
import { journalPage } from './journal-page.ts';
import type { JournalLine } from './journal-line.ts';
import { pageLine } from './page-line.ts';

/** Entries that are filed together. */
export interface Page {
  readonly firstN: number;
  readonly last: ChainHead;
  readonly before: ChainHead;
  readonly firstAt: Instant;
  readonly lastAt: Instant;
  /** The entries, one a line, in ASCII. */
  readonly text: string;
  /** SHA-256 of the text. */
  readonly digest: string;
  /** No further entry has room in it. */
  readonly full: boolean;
}

export type Paginated =
  | { readonly kind: 'page'; readonly page: Page }
  | { readonly kind: 'none' }
  /** The chain does not hold: the first bad entry. */
  | { readonly kind: 'broken'; readonly firstBad: number };

const mostCharacters = journalPage.fields.entries.max;

/** So many entries always fill a page, for the shortest has more than 128 characters. */
export const enoughForAPage = 500;

/**
 * The next page of a chain: as many entries as have room in a column, each checked as it is taken.
 * @param before the last entry that is filed
 * @param lines what comes after it: all there is, or at least `enoughForAPage`
 */
export function paginate(before: ChainHead, lines: readonly JournalLine[]): Paginated {
  const [first] = lines;
  if (!first) return { kind: 'none' };
  let last = before;
  let lastAt = first.at;
  let size = 0;
  const taken: string[] = [];
  for (const { n, at, text, hash } of lines) {
    if (n !== last.n + 1 || hashAfter(last.hash, text) !== hash) return { kind: 'broken', firstBad: last.n + 1 };
    const line = pageLine(text);
    if (taken.length > 0 && size + line.length > mostCharacters) break;
    taken.push(line);
    size += line.length + 1;
    last = { n, hash };
    lastAt = at;
  }
  const text = taken.join('\n');
  const full = taken.length < lines.length || lines.length >= enoughForAPage || text.length >= mostCharacters;
  const page = { firstN: first.n, last, before, firstAt: first.at, lastAt, text, digest: sha256(text), full };
  return { kind: 'page', page };
}
