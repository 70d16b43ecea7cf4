import { journalAnchor } from '../journal/journal-anchor.ts';
import { journalPage } from '../journal/journal-page.ts';
import type { Page } from '../journal/paginate.ts';
import type { Instant } from '../ports/clock.ts';
import type { FilingPayload, Task } from '../ports/outbox.ts';

/** A row of the journal's lists that is to be made, as filing takes it. */
export type JournalRow = Task<FilingPayload>;

/** Who writes the journal's rows. */
const actor = { actorId: 'lantern-journal', actorName: 'Lantern journal' };
const longest = journalPage.fields.entries.max;

interface Place {
  readonly tenant: string;
  /** Whose site holds the journal. */
  readonly school: string;
  readonly now: Instant;
}

function rowOf({ tenant, school, now }: Place, record: string, id: string, act: string, values: object): JournalRow {
  const payload = { kind: 'create' as const, record, id, school, rev: 1, values: { ...values }, ...actor, at: now };
  return { id: 0, tenant, lane: record, fence: 0, attempts: 0, act, createdAt: now, payload };
}

/** The key of a page's row: there is one page that begins with an entry. */
export const pageKey = (firstN: number, part = 1): string => `journal-${firstN}${part === 1 ? '' : `-${part}`}`;

/**
 * The rows that hold a page, in the order in which they are made: usually one. What goes on in further rows is made first, so
 * that a page whose own row is there is whole.
 */
export function pageRows(place: Place, page: Page): readonly JournalRow[] {
  const { firstN, last, before, firstAt, lastAt, digest, text } = page;
  const parts = Math.ceil(text.length / longest);
  return Array.from({ length: parts }, (_, i) => parts - i).map((part) =>
    rowOf(place, journalPage.name, pageKey(firstN, part), digest, {
      ...{ firstN, lastN: last.n, entryCount: last.n - before.n, firstAt, lastAt },
      ...{ hashBefore: before.hash, hashAfter: last.hash, digest, part, parts },
      entries: text.slice((part - 1) * longest, part * longest),
    }),
  );
}

/** The row that anchors the chain at an entry. @param previousN entry of the anchor before; 0 for the first */
export function anchorRow(place: Place, head: { readonly n: number; readonly hash: string }, previousN: number) {
  const { n, hash } = head;
  return rowOf(place, journalAnchor.name, `anchor-${n}`, hash, { n, hash, previousN, anchoredAt: place.now });
}
