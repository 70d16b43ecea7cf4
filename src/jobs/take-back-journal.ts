import { hashAfter, type ChainHead } from '../journal/chain.ts';
import { entryOfLine } from '../journal/entry-of-line.ts';
import type { ChainedEntry } from '../journal/entry.ts';
import type { FiledPage } from '../journal/filed-page.ts';
import { journalAnchor } from '../journal/journal-anchor.ts';
import { journalPage } from '../journal/journal-page.ts';
import { GraphUnreachable, type Graph } from '../ports/graph.ts';
import { filedAnchors } from '../sharepoint/filed-anchors.ts';
import { filedPages } from '../sharepoint/filed-pages.ts';
import { ListFault } from '../sharepoint/list-fault.ts';
import type { ListAt, Sites } from '../sharepoint/sites.ts';
import type { OperationalStore } from '../store/operational-store.ts';

export interface TakeBackParts {
  readonly tenant: string;
  /** Whose site holds the journal. */
  readonly school: string;
  readonly operational: Pick<OperationalStore, 'journalLines' | 'journalMarks' | 'restored'>;
  /** One that asks again where it only reads. */
  readonly graph: Graph;
  readonly sites: Sites;
}

/** The journal of a restored or new database cannot go on yet. The text says why, and what to do. */
export class JournalBehind extends Error {
  constructor(why: string) {
    super(
      `This database is new or was put in from a backup, and its journal must not go on before it has what SharePoint holds of it. ${why}`,
    );
    this.name = 'JournalBehind';
  }
}

const atOnce = 1_000;

/**
 * Brings the journal of a restored or new database up to what lies in SharePoint, page by page, so that the chain goes on from there
 * and not in two ways. Does nothing for any other, and where a new school has no journal's list yet. It may be broken off and begun again.
 * @returns entries that were taken back
 * @throws JournalBehind when SharePoint cannot be asked, or holds another history than this database
 */
export async function takeBackJournal(parts: TakeBackParts): Promise<number> {
  const { tenant, operational, graph } = parts;
  const { restored, journalMarks } = operational;
  if (!restored || !(await restored.pending())) return 0;
  try {
    let head = await headOf(parts);
    const [pages, anchors] = await Promise.all([journalPage, journalAnchor].map((list) => listOf(parts, list, head)));
    if (pages === undefined || anchors === undefined) {
      await restored.settled();
      return 0;
    }
    const before = head.n;
    const { filed } = await journalMarks.read(tenant);
    for await (const one of filedPages(graph, pages, filed.n + 1)) {
      if (one.kind === 'strange') throw new JournalBehind(`Row ${one.item} of the list “Journal” is not a whole page.`);
      head = await takePage(parts, one.page, head);
      await journalMarks.filed(tenant, one.page.last);
    }
    const last = (await filedAnchors(graph, anchors)).at(-1);
    if (last && last.n > head.n) throw new JournalBehind(`Entry ${last.n} is anchored, and no page holds it.`);
    if (last) await journalMarks.anchored(tenant, last.n, last.anchoredAt);
    await restored.settled();
    return head.n - before;
  } catch (error) {
    if (!(error instanceof ListFault || error instanceof GraphUnreachable)) throw error;
    throw new JournalBehind(`${error.message} Try again when it can be reached: nothing is lost meanwhile.`);
  }
}

/** @returns undefined where nobody has made it, and this database has nothing that could have been filed */
async function listOf({ sites, school }: TakeBackParts, list: ListAt, head: ChainHead): Promise<string | undefined> {
  const located = await sites.locate(school, list);
  if (!located.found && head.n === 0 && (located.answer?.status ?? 404) === 404) return undefined;
  if (!located.found) throw new ListFault(list.list, located.answer);
  return located.path;
}

async function headOf({ operational, tenant }: TakeBackParts): Promise<ChainHead> {
  let head: ChainHead = (await operational.journalMarks.read(tenant)).filed;
  for (;;) {
    const last = (await operational.journalLines(tenant, head.n, atOnce)).at(-1);
    if (!last) return head;
    head = last;
  }
}

/** Compares what both hold, and adds what only the page does. */
async function takePage({ operational, tenant }: TakeBackParts, page: FiledPage, head: ChainHead): Promise<ChainHead> {
  const other = (n: number) =>
    new JournalBehind(
      `From entry ${n} on the page journal-${page.firstN} in SharePoint tells another story than this backup. Is it another school’s?`,
    );
  if (page.firstN > head.n + 1) throw new JournalBehind(`No page in SharePoint holds entry ${head.n + 1}.`);
  const known = await operational.journalLines(tenant, page.firstN - 1, page.last.n - page.firstN + 1);
  const added: ChainedEntry[] = [];
  let hash = page.before.hash;
  for (const [i, line] of page.text.split('\n').entries()) {
    const n = page.firstN + i;
    const entry = entryOfLine(line);
    if (entry?.n !== n || entry.tenant !== tenant) throw other(n);
    const { text, ...plain } = entry;
    hash = hashAfter(hash, text);
    const ours = known[i];
    if (ours ? ours.hash !== hash : n !== head.n + added.length + 1) throw other(n);
    if (!ours) added.push({ ...plain, hash });
  }
  if (hash !== page.last.hash) throw other(page.firstN);
  if (added.length === 0) return head;
  await operational.restored?.takeBack(head, added);
  return page.last;
}
