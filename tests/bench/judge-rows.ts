/** An act that was acknowledged. */
export interface Act {
  /** Its key, as the row's `LastKey` has it. */
  readonly act: string;
  /** The case: the row's `RequestKey`. */
  readonly record: string;
  /** The revision that it made, from 1. */
  readonly rev: number;
  /** Words that only this act wrote. */
  readonly words: string;
}

/** What a row held after one of Lantern's writes. */
export type Version = Act;

export interface Verdict {
  /** Acts that no row ever held, at their own revision of their own case with their own words. */
  readonly lost: number;
  /** Writes of an act that was there already. */
  readonly doubled: number;
  /** Writes after which a row was not further than before. */
  readonly disordered: number;
}

const same = (a: Act, b: Version) => a.record === b.record && a.rev === b.rev && a.words === b.words;

/**
 * Holds what SharePoint kept against what was acknowledged.
 * @param rows of each row all versions that Lantern wrote, oldest first
 */
export function judgeRows(acts: readonly Act[], rows: readonly (readonly Version[])[]): Verdict {
  const wanted = new Map(acts.map((act) => [act.act, act]));
  const found = new Set<string>();
  let doubled = 0;
  let disordered = 0;
  for (const versions of rows) {
    let furthest = 0;
    for (const version of versions) {
      const act = wanted.get(version.act);
      if (found.has(version.act)) doubled++;
      else if (version.rev <= furthest) disordered++;
      if (act && same(act, version)) found.add(version.act);
      furthest = Math.max(furthest, version.rev);
    }
  }
  return { lost: acts.length - found.size, doubled, disordered };
}
