import type { School } from '../config.ts';
import type { Account, Discrepancy } from '../ports/account.ts';
import type { Clock } from '../ports/clock.ts';
import type { Difference, NextGeneration, Served } from '../ports/generation.ts';
import type { Budget, Graph } from '../ports/graph.ts';
import type { SyncedList } from '../ports/sync.ts';
import type { RecordType } from '../records/define-record.ts';
import { inLanternsWords } from './differing-values.ts';
import { createReadList, type ListEnd } from './read-list.ts';
import { createSites, type Sites } from './sites.ts';

export interface RebuildParts {
  readonly generation: NextGeneration;
  readonly account: Account;
  readonly tenant: string;
  readonly schools: readonly School[];
  readonly types: readonly RecordType[];
  /** The tenant's Graph, and what it is charged to. */
  readonly graph: Graph;
  readonly budget: Budget;
  /** The machine's. */
  readonly clock: Clock;
  /** What school matters run on. */
  readonly schoolClock: Clock;
  /** Waits; in seconds. */
  readonly sleep: (seconds: number) => Promise<void>;
}

export interface RebuildProgress {
  readonly lists: number;
  readonly of: number;
  readonly rows: number;
}

/** A list that could not be read to its end: nothing was changed. */
export interface Unread extends SyncedList {
  readonly code: string;
}

export type RebuildReport =
  | { readonly done: false; readonly unread: readonly Unread[] }
  | {
      readonly done: true;
      /** It went on with one that was begun before. */
      readonly resumed: boolean;
      readonly served: readonly Served[];
      readonly differences: readonly Difference[];
      readonly discrepancies: readonly Discrepancy[];
      /** Rows in SharePoint that are no records of Lantern's. */
      readonly strange: number;
    };

/** Most lists are short: they come while the longest is read, and are looked at once more in two rounds of answers. The budget bounds the calls. */
const listsAtOnce = 20;
/** A list that does not answer is asked again after so many seconds, so many times. */
const againSeconds = 5;
const mostFailures = 12;

/**
 * Makes the projection anew from SharePoint alone, beside the one that is served until it is complete; then holds it against that
 * one and against the journal. Lists are read side by side, each page with its cursor in one transaction: who is killed goes on
 * from there. Nothing that Lantern holds and SharePoint does not is lost: it is carried over, and named.
 * @param tell is told how far it is
 */
export async function rebuild(parts: RebuildParts, tell: (progress: RebuildProgress) => void): Promise<RebuildReport> {
  const { generation, account, types } = parts;
  const resumed = (await generation.begin()) === 'resumed';
  const sites = createSites(parts);
  const unread = await readAll(parts, sites, tell);
  if (unread.length > 0) return { done: false, unread };
  await generation.index();
  // What was filed while the first lists were read would else look like a difference.
  const late = await readAll(parts, sites, () => undefined);
  if (late.length > 0) return { done: false, unread: late };
  const differences = inLanternsWords(await all(generation.differences()), types);
  const strange = await generation.strange();
  const served = await generation.serve(differences.filter(({ kind }) => kind === 'changed'));
  return { done: true, resumed, served, differences, discrepancies: await all(account()), strange };
}

async function all<T>(found: AsyncIterable<T>): Promise<readonly T[]> {
  const list: T[] = [];
  for await (const one of found) list.push(one);
  return list;
}

/** Reads every list to its end. @returns those that it could not */
async function readAll(
  parts: RebuildParts,
  sites: Sites,
  tell: (progress: RebuildProgress) => void,
): Promise<readonly Unread[]> {
  const { tenant, schools, types, budget, sleep } = parts;
  let [rows, done] = [0, 0];
  const bar = (units: number): ListEnd | undefined => {
    const seconds = budget.wait(units);
    return seconds > 0 ? { kind: 'waiting', seconds } : undefined;
  };
  const lists = types.flatMap((type) =>
    schools.map(({ id }) => ({ type, list: { tenant, school: id, record: type.name } })),
  );
  const say = () => tell({ lists: done, of: lists.length, rows });
  const readList = createReadList({
    ...parts,
    store: parts.generation.rows(),
    sites,
    alarming: new Set(),
    bar,
    changed(_list, changes) {
      rows += changes.length;
      say();
    },
  });
  const unread: Unread[] = [];
  const waiting = [...lists];
  async function work(): Promise<void> {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const code = await toItsEnd(() => readList(next.type, next.list), sleep);
      if (code !== undefined) unread.push({ ...next.list, code });
      done++;
      say();
    }
  }
  await Promise.all(Array.from({ length: listsAtOnce }, work));
  return unread;
}

/** @returns why a list cannot be read; undefined when it was */
async function toItsEnd(read: () => Promise<ListEnd>, sleep: RebuildParts['sleep']): Promise<string | undefined> {
  for (let failures = 0; ;) {
    const end = await read();
    if (end.kind === 'current') return undefined;
    if (end.kind === 'failed' && ++failures >= mostFailures) return end.code;
    await sleep(end.kind === 'waiting' ? end.seconds : againSeconds);
  }
}
