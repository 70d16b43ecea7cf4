import type { State } from './state.ts';

/** Something that the tenant sent to people, kept so that tests and a page can look at it. */
export type Numbered<T> = T & { readonly n: number };

export interface KeptLog<T> {
  keep(entry: T): void;
  /** Those with a number above `after`, oldest first. Numbers begin at 1. */
  entries(after?: number): readonly Numbered<T>[];
}

/** @param kind what lies in this log: mails, notifications, posts in channels. Numbers are counted over all kinds. */
export function createKeptLog<T extends object>(
  state: State,
  kind: 'mail' | 'notification' | 'channel-post',
): KeptLog<T> {
  const insert = state.prepare('insert into kept (kind, entry) values (?, ?)');
  const after = state.prepare<[string, number], { n: number; entry: string }>(
    'select n, entry from kept where kind = ? and n > ? order by n',
  );
  return {
    keep: (entry) => void insert.run(kind, JSON.stringify(entry)),
    entries: (from = 0) => after.all(kind, from).map(({ n, entry }) => ({ n, ...(JSON.parse(entry) as T) })),
  };
}
