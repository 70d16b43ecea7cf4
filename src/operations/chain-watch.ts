import { hashAfter, type ChainHead } from '../journal/chain.ts';
import type { JournalLines } from '../journal/journal-line.ts';
import type { JournalMarks } from '../journal/journal-mark.ts';

export interface ChainWatch {
  /** Looks at what was added since the last time. */
  look(): Promise<void>;
  /** Whether all that was looked at follows from what stood before it; null before the first time. */
  intact(): boolean | null;
}

export interface ChainWatchParts {
  readonly tenant: string;
  readonly lines: JournalLines;
  readonly marks: Pick<JournalMarks, 'read'>;
}

/** Entries at once: between two readings people are answered. */
const atOnce = 500;

/**
 * Watches that the journal goes on as it was: from the last page that lies in SharePoint at the start, and then whatever is added.
 * The whole of it, with its pages and anchors, is what `npm run verify` proves.
 */
export function createChainWatch({ tenant, lines, marks }: ChainWatchParts): ChainWatch {
  let head: ChainHead | undefined;
  let intact: boolean | null = null;
  let looking: Promise<void> | undefined;

  async function look(): Promise<void> {
    head ??= (await marks.read(tenant)).filed;
    for (;;) {
      const some = await lines(tenant, head.n, atOnce);
      for (const line of some) {
        if (line.n !== head.n + 1 || hashAfter(head.hash, line.text) !== line.hash) {
          intact = false;
          return;
        }
        head = { n: line.n, hash: line.hash };
      }
      if (some.length < atOnce) break;
    }
    intact = true;
  }
  return {
    // Two at once would each take the other's entries for missing ones.
    look: () => (looking ??= look().finally(() => (looking = undefined))),
    intact: () => intact,
  };
}
