import type { Placed, RosterFault } from './rows.ts';

/** One way of telling that a row and a record are the same person; undefined where it says nothing. */
export interface Sign<R, C> {
  readonly what: string;
  row(row: R): string | undefined;
  record(record: C): string | undefined;
}

export interface Pairs<R, C> {
  readonly pairs: readonly { readonly row: R; readonly record: C }[];
  /** Rows of people whom Lantern does not know. */
  readonly fresh: readonly R[];
  /** Records that a doubtful row may mean: nothing is said of them. */
  readonly held: ReadonlySet<C>;
  readonly faults: readonly RosterFault[];
}

function groupBy<T>(items: readonly T[], key: (item: T) => string | undefined): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const of = key(item);
    if (of === undefined) continue;
    const group = groups.get(of);
    if (group) group.push(item);
    else groups.set(of, [item]);
  }
  return groups;
}

const twice = 'Several rows bear this id and say different things; none of them was used.';
const contents = ({ file: _file, line: _line, ...row }: Placed) => JSON.stringify(Object.entries(row).sort());

/** One row for each id. Where several differ, nobody can know which is right. */
function oncePerId<R extends Placed>(rows: readonly R[]) {
  const faults: RosterFault[] = [];
  const doubtful = new Set<string>();
  const once: R[] = [];
  for (const [id, same] of groupBy(rows, ({ sourceId }) => sourceId)) {
    const first = same[0];
    if (first && new Set(same.map(contents)).size === 1) once.push(first);
    else {
      doubtful.add(id);
      faults.push(...same.map(({ file, line }) => ({ file, line, why: twice })));
    }
  }
  return { once, doubtful, faults };
}

/**
 * Finds for each row the record of the same person, by the surest sign first. What could be two people is said and left alone:
 * a guess here would put one child's concerns under another's name. The order of the rows does not matter.
 * @param signs the first is the id in the roster
 * @param contradicts whether a row and a record that share a sign cannot be one person all the same
 */
export function pairPeople<R extends Placed, C>(
  rows: readonly R[],
  records: readonly C[],
  signs: readonly [Sign<R, C>, ...Sign<R, C>[]],
  contradicts: (row: R, record: C) => boolean,
): Pairs<R, C> {
  const { once, doubtful, faults } = oncePerId(rows);
  const pairs: { row: R; record: C }[] = [];
  const held = new Set(records.filter((record) => doubtful.has(signs[0].record(record) ?? '')));
  let openRows: readonly R[] = once;
  let openRecords = records.filter((record) => !held.has(record));
  for (const sign of signs) {
    const byKey = groupBy(openRecords, sign.record);
    if (byKey.size === 0) continue;
    const settled = new Set<unknown>();
    for (const [key, same] of groupBy(openRows, sign.row)) {
      const found = byKey.get(key) ?? [];
      const [row, record] = [same[0], found[0]];
      if (!row || !record) continue;
      for (const each of [...same, ...found]) settled.add(each);
      if (same.length === 1 && found.length === 1 && !contradicts(row, record)) {
        pairs.push({ row, record });
        continue;
      }
      const several = same.length > 1 || found.length > 1;
      const why = several
        ? `Several people have the same ${sign.what}, so it is not clear who is meant. The row was left out.`
        : `Lantern knows another person with this ${sign.what}. The row was left out.`;
      faults.push(...same.map(({ file, line }) => ({ file, line, why })));
      for (const each of found) held.add(each);
    }
    openRows = openRows.filter((row) => !settled.has(row));
    openRecords = openRecords.filter((record) => !settled.has(record));
  }
  return { pairs, fresh: openRows, held, faults };
}
