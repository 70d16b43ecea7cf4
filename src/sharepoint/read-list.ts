import { graphOrigin } from '../graph/origin.ts';
import type { Clock } from '../ports/clock.ts';
import { GraphUnreachable, type Graph, type GraphAnswer } from '../ports/graph.ts';
import type { SyncCursor, SyncedChange, SyncedList, SyncStore } from '../ports/sync.ts';
import type { RecordType } from '../records/define-record.ts';
import { succeeded } from './answers.ts';
import { readDelta, seenRow, type DeltaAnswer } from './delta-page.ts';
import { judgeRow, type SeenRow } from './judge-row.ts';
import type { Sites } from './sites.ts';

export interface ReadListParts {
  readonly store: SyncStore;
  readonly graph: Graph;
  readonly sites: Sites;
  /** The machine's. */
  readonly clock: Clock;
  /** What school matters run on. */
  readonly schoolClock: Clock;
  /** Names of record types of which a row that Lantern never wrote is told of. */
  readonly alarming: ReadonlySet<string>;
  /**
   * Asked before each call; what it gives ends the reading.
   * @param units that the call costs
   * @param anew all rows are being gone through, and that can wait
   */
  readonly bar: (units: number, anew: boolean) => ListEnd | undefined;
  readonly changed: (list: SyncedList, changes: readonly SyncedChange[]) => void;
}

/** `current`: all is taken over that SharePoint told. `waiting`: nothing may be asked for so many seconds. */
export type ListEnd =
  | { readonly kind: 'current' }
  | { readonly kind: 'waiting'; readonly seconds: number }
  /** `code` is a short word for the log. */
  | { readonly kind: 'failed'; readonly code: string };

/** How far a list was read beyond what the store holds: pages in which nothing was. */
interface Beyond {
  readonly from: string;
  readonly link: string;
  readonly savedAt: number;
}

const current: ListEnd = { kind: 'current' };
/** A link that nothing came after is saved this often, for links grow old. Reading nothing costs no sync of the disk. */
const saveMs = 3_600_000;
const readAtOnce = 25;
const mostRounds = 40;

type Page = Extract<DeltaAnswer, { kind: 'page' }>;

/**
 * Brings the projection of one list up to what SharePoint holds: follows Graph's links page by page, each in one transaction with
 * its cursor, so that whoever is killed goes on from the last page; goes through all rows anew where Graph says so; then reads by
 * themselves the rows that have to be.
 */
export function createReadList(parts: ReadListParts) {
  const { store, graph, sites, clock, schoolClock, alarming, bar, changed } = parts;
  const beyond = new Map<string, Beyond>();
  const now = () => Date.parse(clock.now());

  const judgeOf = (type: RecordType, list: SyncedList) =>
    judgeRow({ type, school: list.school, now: schoolClock.now(), alarming: alarming.has(type.name) });

  async function take(
    type: RecordType,
    list: SyncedList,
    page: { from: string | undefined; next: SyncCursor; begins: boolean; rows: readonly SeenRow[] },
  ): Promise<boolean> {
    const changes = await store.apply({ list, ...page }, judgeOf(type, list));
    if (changes && changes.length > 0) changed(list, changes);
    return changes !== undefined;
  }

  /** Rows that have to be looked at one by one. */
  async function readRows(type: RecordType, list: SyncedList, path: string): Promise<ListEnd> {
    let before = '';
    for (let rounds = 0; rounds < mostRounds; rounds++) {
      const ids = await store.toRead(list, readAtOnce);
      // One that cannot be judged yet comes again, and waits for the next time.
      if (ids.length === 0 || ids.join() === before) return current;
      before = ids.join();
      const cursor = await store.cursor(list);
      if (!cursor || cursor.enumerating) return current;
      const rows: SeenRow[] = [];
      for (const itemId of ids) {
        const barred = bar(1, true);
        if (barred) return barred;
        const answer = await graph.call({
          method: 'GET',
          path: `${path}/items/${encodeURIComponent(itemId)}?$expand=fields`,
        });
        const row = rowIn(type, itemId, answer);
        if (!row) return { kind: 'failed', code: `row-${answer.status}` };
        rows.push(row);
      }
      if (!(await take(type, list, { from: cursor.link, next: cursor, begins: false, rows }))) return current;
    }
    return current;
  }

  async function follow(type: RecordType, list: SyncedList, path: string): Promise<ListEnd> {
    const key = `${list.school}/${list.record}`;
    const start = `${path}/items/delta?$expand=fields`;
    let cursor = await store.cursor(list);
    let anew: string | undefined;
    let begun = 0;
    for (;;) {
      const ahead = beyond.get(key);
      const link = ahead && ahead.from === cursor?.link ? ahead.link : cursor?.link;
      const begins = anew !== undefined || link === undefined;
      if (begins && ++begun > 1) return { kind: 'failed', code: 'begins-again' };
      const barred = bar(begins ? 2 : 1, begins || cursor?.enumerating === true);
      if (barred) return barred;
      const answer = readDelta(type, await graph.call({ method: 'GET', path: anew ?? link ?? start }), !begins);
      if (answer.kind === 'failed') {
        if (answer.forget) sites.forget(list.school, type.site);
        return answer;
      }
      if (answer.kind === 'anew') {
        if (begins) return { kind: 'failed', code: 'begins-again' };
        // A token goes with the call, so it goes to Graph alone.
        anew = answer.from?.startsWith(`${graphOrigin}/`) === true ? answer.from : start;
        continue;
      }
      anew = undefined;
      const next = cursorAfter(answer, begins ? undefined : cursor);
      if (saysNothing(answer, begins, cursor) && cursor?.link !== undefined && now() - (ahead?.savedAt ?? 0) < saveMs) {
        beyond.set(key, { from: cursor.link, link: answer.next, savedAt: ahead?.savedAt ?? now() });
      } else {
        const page = { from: cursor?.link, next, begins, rows: answer.rows };
        if (!(await take(type, list, page))) return current;
        cursor = next;
        beyond.delete(key);
        if (next.link !== undefined) beyond.set(key, { from: next.link, link: next.link, savedAt: now() });
      }
      if (next.link !== undefined && !answer.more) return current;
    }
  }

  return async function readList(type: RecordType, list: SyncedList): Promise<ListEnd> {
    try {
      const barred = bar(2, false);
      if (barred) return barred;
      const located = await sites.locate(list.school, type);
      if (!located.found) return { kind: 'failed', code: located.code };
      const end = await follow(type, list, located.path);
      return end.kind === 'current' ? await readRows(type, list, located.path) : end;
    } catch (error) {
      if (error instanceof GraphUnreachable) return { kind: 'failed', code: error.code };
      return { kind: 'failed', code: `broken-${error instanceof Error ? error.name : 'unknown'}` };
    }
  };
}

/** Whether a page of changes brought nothing, not even another way on. */
const saysNothing = ({ rows, unnamed }: Page, begins: boolean, cursor: SyncCursor | undefined): boolean =>
  rows.length === 0 && !unnamed && !begins && cursor?.enumerating !== true;

/** Where a list stands after a page. A row that is gone and was not named can only be found by going through all of them. */
function cursorAfter({ next, more, unnamed }: Page, before: SyncCursor | undefined): SyncCursor {
  const enumerating = before === undefined || before.enumerating;
  const again = (before?.again ?? false) || unnamed;
  const learning = before?.learning ?? false;
  const anew = again && (!enumerating || !more);
  if (anew) return { enumerating: false, again: false, learning };
  return { link: next, enumerating: enumerating && more, again, learning };
}

function rowIn(type: RecordType, itemId: string, answer: GraphAnswer): SeenRow | undefined {
  if (answer.status === 404) return { itemId, key: '', gone: true };
  const row = succeeded(answer) ? seenRow(type, answer.body) : undefined;
  return row && !('gone' in row) ? { ...row, direct: true } : row;
}
