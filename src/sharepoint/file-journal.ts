import { randomInt } from 'node:crypto';
import type { JournalLine, JournalLines } from '../journal/journal-line.ts';
import { journalAnchor } from '../journal/journal-anchor.ts';
import type { JournalMark, JournalMarks } from '../journal/journal-mark.ts';
import { journalPage } from '../journal/journal-page.ts';
import { pageLine } from '../journal/page-line.ts';
import { enoughForAPage, paginate, type Page } from '../journal/paginate.ts';
import { sha256 } from '../journal/chain.ts';
import type { Clock } from '../ports/clock.ts';
import { GraphUnreachable, type Budget, type Graph } from '../ports/graph.ts';
import type { Log } from '../ports/log.ts';
import { backOff } from './back-off.ts';
import { fileAct } from './file-act.ts';
import type { Ending } from './filing-step.ts';
import { findPage } from './find-page.ts';
import { anchorRow, pageRows, type JournalRow } from './page-rows.ts';
import type { Sites } from './sites.ts';

export interface JournalFilingSettings {
  readonly tenant: string;
  /** Whose site holds the journal. */
  readonly school: string;
  readonly lines: JournalLines;
  readonly marks: JournalMarks;
  readonly graph: Graph;
  readonly budget: Budget;
  readonly sites: Sites;
  /** The one that entries bear. */
  readonly clock: Clock;
  /** The machine's, for waiting. */
  readonly machine: Clock;
  readonly log: Log;
  /** From 0 to below 1; spreads the waits. */
  readonly random?: () => number;
}

export interface JournalFiling {
  /** Files the next page or anchor, if one is due. @returns how many rows SharePoint holds more than before */
  runOnce(): Promise<number>;
  /** Begins nothing more. */
  stop(): void;
}

/** A page that is not full is filed when its first entry is so old: this much of the journal is lost with the disk. */
export const partialAfterMs = 10 * 60_000;
/** DESIGN: the head is anchored every hour. */
export const anchorEveryMs = 60 * 60_000;
/** Concerns go first: a page waits while the budget has no room for what four lanes may want to write beside it. */
const unitsLeft = 10;
const types = new Map([journalPage, journalAnchor].map((type) => [type.name, type] as const));
const chance = (): number => randomInt(2 ** 32) / 2 ** 32;

/**
 * Brings a tenant's journal into SharePoint, page by page, and anchors its head there. It adds nothing to the journal, or it
 * would never come to an end. It may be killed at any moment: a row that is there already is found by its key.
 */
export function createJournalFiling(settings: JournalFilingSettings): JournalFiling {
  const { tenant, school, lines, marks, budget, sites, clock, machine, log, random = chance } = settings;
  let stopping = false;
  let failures = 0;
  let restUntil = 0;
  const passed = (since: string) => Date.parse(clock.now()) - Date.parse(since);

  function rest(code: string, ending: Partial<Extract<Ending, { kind: 'postpone' }>>): false {
    const seconds = ending.seconds ?? backOff(failures, random());
    if (!ending.free) failures++;
    restUntil = Date.parse(machine.now()) + seconds * 1_000;
    if (ending.pause) budget.rest(seconds);
    if (ending.forget) sites.forget(school, journalPage.site);
    const note = { code, seconds: Math.round(seconds) };
    if (ending.alarm) log.error('journal.blocked', note);
    else log.warn('journal.postponed', note);
    return false;
  }

  function bar(): Ending | undefined {
    if (stopping) return { kind: 'postpone', code: 'stopping', seconds: 0, free: true };
    const seconds = budget.wait(unitsLeft);
    return seconds > 0 ? { kind: 'postpone', code: 'throttled', seconds, free: true } : undefined;
  }

  /** @returns `other` when another row bears its key */
  async function made(row: JournalRow): Promise<boolean | 'other'> {
    const ending = await fileAct({ ...settings, types, clock: machine }, row, undefined, bar);
    if (ending.kind === 'confirm') return true;
    if (ending.kind === 'conflict') return 'other';
    return rest(ending.code, ending.kind === 'stop' ? { alarm: true } : ending);
  }

  /** The page that begins with our entry ended elsewhere, for we were killed, or another instance was quicker. */
  async function settle(page: Page, known: readonly JournalLine[]): Promise<boolean> {
    const located = await sites.locate(school, journalPage);
    const there = located.found ? await findPage(settings.graph, located.path, page.firstN) : undefined;
    if (!there) return rest('page-not-visible', {});
    const within = known.filter(({ n }) => n <= there.last.n);
    const digest = sha256(within.map(({ text }) => pageLine(text)).join('\n'));
    const last = within.at(-1);
    const ours = last?.n === there.last.n && last.hash === there.last.hash && digest === there.digest;
    if (!ours) return rest('another-history', { alarm: true });
    await marks.filed(tenant, there.last);
    log.info('journal.found', { first: page.firstN, last: there.last.n });
    return true;
  }

  async function filePage(page: Page, known: readonly JournalLine[]): Promise<boolean> {
    for (const row of pageRows({ tenant, school, now: clock.now() }, page)) {
      const done = await made(row);
      if (done === 'other') return settle(page, known);
      if (!done) return false;
    }
    await marks.filed(tenant, page.last);
    log.info('journal.filed', { first: page.firstN, last: page.last.n });
    return true;
  }

  async function anchor({ filed, anchored }: JournalMark): Promise<boolean> {
    const now = clock.now();
    const done = await made(anchorRow({ tenant, school, now }, filed, anchored?.n ?? 0));
    if (done === 'other') return rest('another-history', { alarm: true });
    if (!done) return false;
    await marks.anchored(tenant, filed.n, now);
    log.info('journal.anchored', { n: filed.n });
    return true;
  }

  async function next(): Promise<boolean> {
    const mark = await marks.read(tenant);
    const known = await lines(tenant, mark.filed.n, enoughForAPage);
    const paginated = paginate(mark.filed, known);
    if (paginated.kind === 'broken') return rest('chain-broken', { alarm: true });
    const anchorDue = mark.anchored === undefined || passed(mark.anchored.at) >= anchorEveryMs;
    if (paginated.kind === 'page') {
      const { page } = paginated;
      // What is anchored shall lie in a page: then nothing that an anchor tells of is ever missing.
      const hourly = mark.anchored !== undefined && anchorDue;
      if (page.full || hourly || passed(page.firstAt) >= partialAfterMs) return filePage(page, known);
    }
    return anchorDue && mark.filed.n > (mark.anchored?.n ?? 0) ? anchor(mark) : false;
  }

  return {
    async runOnce() {
      if (stopping || Date.parse(machine.now()) < restUntil || budget.wait(unitsLeft) > 0) return 0;
      const done = await next().catch((error: unknown) =>
        error instanceof GraphUnreachable
          ? rest(error.code, {})
          : rest(`broken-${error instanceof Error ? error.name : 'unknown'}`, { alarm: true }),
      );
      if (done) failures = 0;
      return done ? 1 : 0;
    },
    stop: () => void (stopping = true),
  };
}
