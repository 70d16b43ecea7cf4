import { emptyHead, type ChainHead } from './chain.ts';
import { createChainReader, type ChainReader } from './chain-reader.ts';
import { checkPage } from './check-page.ts';
import type { FiledAnchor } from './filed-anchor.ts';
import type { Filed } from './filed-page.ts';
import type { JournalFault } from './journal-fault.ts';
import type { JournalLine } from './journal-line.ts';
import type { JournalMark } from './journal-mark.ts';

export interface Verifying {
  /** Entries of the database after one, in their order, some at a time. */
  readonly lines: (after: number) => Promise<readonly JournalLine[]>;
  readonly mark: JournalMark;
  /** What SharePoint holds, if it can be read. */
  readonly filed: { readonly pages: AsyncIterable<Filed>; readonly anchors: readonly FiledAnchor[] } | undefined;
  /** @param done entries that were checked */
  readonly tell: (done: number) => void;
}

export interface Verification {
  /** As far as the database's chain holds. */
  readonly head: ChainHead;
  readonly pages: number;
  /** The last entry that lies in a page. */
  readonly pagedTo: number;
  readonly anchors: number;
  /** Of the database, of the pages and of the anchors the first each; none: all is as it was written. */
  readonly faults: readonly JournalFault[];
}

/**
 * Proves a tenant's journal: the chain from its first entry, each page in SharePoint against it line by line, and what was
 * anchored. It holds a page and a few hundred entries at a time, however long the journal is.
 * @throws what reading the pages throws
 */
export async function verifyJournal({ lines, mark, filed, tell }: Verifying): Promise<Verification> {
  const chain = createChainReader(lines, filed?.anchors ?? [], tell);
  const faults: JournalFault[] = [];
  let pages = 0;
  let pagedTo = emptyHead.n;
  let pageFault: JournalFault | undefined;
  for await (const one of filed?.pages ?? []) {
    pageFault = await faultOf(one, pagedTo, chain);
    if (pageFault || chain.broken) break;
    if (one.kind === 'page') pagedTo = one.page.last.n;
    pages++;
  }
  await chain.toTheEnd();
  const { head } = chain;
  if (filed && !pageFault && !chain.broken && pagedTo < mark.filed.n)
    pageFault = { kind: 'page-missing', n: pagedTo + 1, upTo: mark.filed.n };
  if (chain.broken) faults.push(chain.broken);
  if (pageFault) faults.push(pageFault);
  if (filed) faults.push(...anchorFaults(filed.anchors, mark, chain));
  // The database's own mark tells it too, where SharePoint cannot be asked.
  if (!chain.broken && head.n < mark.filed.n) faults.push({ kind: 'cut-off', n: head.n + 1, upTo: mark.filed.n });
  return { head, pages, pagedTo, anchors: filed?.anchors.length ?? 0, faults: eachOnce(faults) };
}

/** That the end is missing is said once, by whoever knows of the latest entry. */
function eachOnce(faults: readonly JournalFault[]): readonly JournalFault[] {
  const cut = faults.filter((fault) => fault.kind === 'cut-off').toSorted((one, other) => other.upTo - one.upTo);
  return [...faults.filter((fault) => fault.kind !== 'cut-off'), ...cut.slice(0, 1)];
}

/** What is wrong with the next row of the list, the chain being read along with it. */
async function faultOf(filed: Filed, pagedTo: number, chain: ChainReader): Promise<JournalFault | undefined> {
  if (filed.kind === 'strange') return { kind: 'row-strange', item: filed.item };
  const { page } = filed;
  const name = `journal-${page.firstN}`;
  if (page.firstN <= pagedTo) return { kind: 'page-twice', n: page.firstN, page: name };
  if (page.firstN > pagedTo + 1) return { kind: 'page-missing', n: pagedTo + 1, upTo: page.firstN - 1 };
  const found = await checkPage(page, chain);
  return found && found.kind !== 'cut-off' ? { ...found, page: name } : found;
}

function anchorFaults(
  anchors: readonly FiledAnchor[],
  { anchored }: JournalMark,
  { head, differing, broken }: ChainReader,
): readonly JournalFault[] {
  if (differing !== undefined) return [{ kind: 'anchor-differs', n: differing }];
  const beyond = anchors.at(-1);
  if (!broken && beyond && beyond.n > head.n) return [{ kind: 'cut-off', n: head.n + 1, upTo: beyond.n }];
  const there = new Set(anchors.map(({ n }) => n));
  const expected = [...anchors.map(({ previousN }) => previousN), anchored?.n ?? 0];
  const missing = expected.find((n) => n > 0 && !there.has(n));
  return missing === undefined ? [] : [{ kind: 'anchor-missing', n: missing }];
}
