import { emptyHead, hashAfter, type ChainHead } from './chain.ts';
import type { FiledAnchor } from './filed-anchor.ts';
import type { JournalFault } from './journal-fault.ts';
import type { JournalLine } from './journal-line.ts';

/** A chain that is read from its first entry, once, each entry checked against the one before it. */
export interface ChainReader {
  /** The last entry that holds. */
  readonly head: ChainHead;
  /** Why it goes no further, but for its end. */
  readonly broken: JournalFault | undefined;
  /** Number of the first entry that was anchored otherwise. */
  readonly differing: number | undefined;
  /** The next entry; undefined at the end, or where it is broken. */
  next(): JournalLine | undefined;
  /** Whether `next` has to wait for `fill`. */
  readonly dry: boolean;
  /** Reads on. */
  fill(): Promise<void>;
  toTheEnd(): Promise<void>;
}

/**
 * @param lines entries after one, some at a time
 * @param anchors in their order
 * @param tell is told of each reading how many entries hold
 */
export function createChainReader(
  lines: (after: number) => Promise<readonly JournalLine[]>,
  anchors: readonly FiledAnchor[],
  tell: (done: number) => void,
): ChainReader {
  let head = emptyHead;
  let broken: JournalFault | undefined;
  let differing: number | undefined;
  let some: readonly JournalLine[] = [];
  let place = 0;
  let anchor = 0;

  function compareAnchors({ n, hash }: JournalLine): void {
    for (let next = anchors[anchor]; next && next.n <= n; next = anchors[++anchor])
      if (next.hash !== hash) differing ??= next.n;
  }

  function next(): JournalLine | undefined {
    const line = broken ? undefined : some[place];
    if (!line) return undefined;
    const n = head.n + 1;
    if (line.n !== n || hashAfter(head.hash, line.text) !== line.hash) {
      broken = { kind: line.n > n ? 'entry-missing' : 'entry-changed', n };
      return undefined;
    }
    place++;
    head = line;
    compareAnchors(line);
    return line;
  }

  async function fill(): Promise<void> {
    if (broken || place < some.length) return;
    some = await lines(head.n);
    place = 0;
    tell(head.n);
  }

  return {
    get head() {
      return { n: head.n, hash: head.hash };
    },
    get broken() {
      return broken;
    },
    get differing() {
      return differing;
    },
    get dry() {
      return place >= some.length;
    },
    next,
    fill,
    async toTheEnd() {
      do {
        while (next());
        await fill();
      } while (!broken && place < some.length);
    },
  };
}
