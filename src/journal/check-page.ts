import type { ChainReader } from './chain-reader.ts';
import { hashAfter, sha256 } from './chain.ts';
import type { FiledPage } from './filed-page.ts';
import { pageLine } from './page-line.ts';

type PageFault =
  | { readonly kind: 'page-changed' | 'two-histories'; readonly n: number }
  | { readonly kind: 'cut-off'; readonly n: number; readonly upTo: number };

/**
 * Holds a page against the chain, line by line; the chain has been read up to the entry before it.
 * @returns the first entry at which they differ, and how; undefined when they do not, or when it is the chain that is broken
 */
export async function checkPage(page: FiledPage, chain: ChainReader): Promise<PageFault | undefined> {
  const { firstN, before, last } = page;
  const texts = page.text.split('\n');
  const changed = (n: number): PageFault => ({ kind: isWhole(page, texts) ? 'two-histories' : 'page-changed', n });
  const begin = chain.head.hash;
  for (let n = firstN; n <= last.n; n++) {
    if (chain.dry) await chain.fill();
    const line = chain.next();
    if (chain.broken) return undefined;
    if (!line) return { kind: 'cut-off', n, upTo: last.n };
    if (texts[n - firstN] !== pageLine(line.text)) return changed(n);
  }
  const { hash } = chain.head;
  const asFiled = before.hash === begin && last.hash === hash && page.entryCount === texts.length;
  const same = asFiled && texts.length === last.n - before.n && page.digest === sha256(page.text);
  return same ? undefined : { kind: 'page-changed', n: firstN };
}

/** Whether a page agrees with itself: then it was written anew by somebody who knows how, if it is not the true one. */
function isWhole({ before, last, digest, text }: FiledPage, texts: readonly string[]): boolean {
  const end = texts.reduce((hash, line) => hashAfter(hash, canonicalOf(line)), before.hash);
  return end === last.hash && digest === sha256(text);
}

/** The canonical text of an entry in a page. */
function canonicalOf(line: string): string {
  try {
    return JSON.stringify(JSON.parse(line));
  } catch {
    return line;
  }
}
