import type { Effect } from '../fault-effects.ts';
import type { FileStores } from '../files/open-files.ts';
import type { Answer } from './answer.ts';
import type { Caller } from './caller.ts';
import { notFound } from './graph-fault.ts';
import type { ChangeStore } from './change-store.ts';
import type { GrantStore } from './grant-store.ts';
import type { ItemStore } from './item-store.ts';
import type { ListStore, StoredList } from './list-store.ts';
import type { Quirks } from './quirks.ts';
import { siteId, type LocalSite } from './site.ts';

/** A call that passed the door: who calls, on which site, with what. */
export interface Call {
  readonly caller: Caller;
  readonly site: LocalSite;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** A header's value; the name in any case. */
  header(name: string): string | undefined;
  /** Parsed JSON, or the bytes of a file. */
  readonly body: unknown;
  /** When it arrived: ISO-8601, whole seconds. */
  readonly at: string;
  /** The same in milliseconds, on the tenant's clock. */
  readonly now: number;
  readonly quirks: Quirks;
  /** What was made to go wrong with it, where the handler has to show it. */
  readonly effect: Effect | undefined;
}

export interface Stores extends FileStores {
  readonly lists: ListStore;
  readonly items: ItemStore;
  readonly changes: ChangeStore;
  readonly grants: GrantStore;
}

export type Handler = (call: Call, stores: Stores) => Answer;

/** The list that the path names. @throws GraphFault 404 */
export function listOf(call: Call, { lists }: Stores): StoredList {
  const list = lists.find(siteId(call.site), call.params['list'] ?? '');
  if (!list) throw notFound('The specified list');
  return list;
}
