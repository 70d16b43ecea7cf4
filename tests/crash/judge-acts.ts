/** An act that was acknowledged. */
export interface DoneAct {
  /** Id of its concern. */
  readonly case: string;
  readonly verb: string;
  /** SHA-256 of its input, as the journal keeps it. */
  readonly digest: string;
  /** What it must leave in SharePoint, in this order. */
  readonly traces: readonly string[];
}

/** What was found in SharePoint and in the journal. */
export interface Found {
  /** Traces that lie there, of rows and their versions; each as often as it does. */
  readonly traces: readonly string[];
  /** Traces in the order in which SharePoint took the writes. */
  readonly written: readonly string[];
  /** Of each journal row of an act that was done: verb and digest. */
  readonly journal: readonly { readonly verb: string; readonly digest: string }[];
}

export interface Verdict {
  /** Traces of acknowledged acts that lie nowhere. */
  readonly lost: readonly string[];
  /** Traces that lie there twice, or that no acknowledged act should have left. */
  readonly doubled: readonly string[];
  /** Writes that SharePoint took before one that belongs before them in their case. */
  readonly disordered: readonly string[];
  /** Acts whose journal rows are not exactly one each; rows of acts that nobody did. */
  readonly journal: readonly string[];
}

function countOf<T>(values: Iterable<T>): ReadonlyMap<T, number> {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** Holds what lies in SharePoint and in the journal against what was acknowledged. @param acts in the order in which each case had them */
export function judgeActs(acts: readonly DoneAct[], found: Found): Verdict {
  const wanted = acts.flatMap(({ traces }) => traces);
  const lying = countOf(found.traces);
  const known = new Set(wanted);
  const rows = countOf(found.journal.map(({ verb, digest }) => `${verb} ${digest}`));
  const done = countOf(acts.map(({ verb, digest }) => `${verb} ${digest}`));
  return {
    lost: wanted.filter((trace) => !lying.has(trace)),
    doubled: [...lying].filter(([trace, count]) => count > 1 || !known.has(trace)).map(([trace]) => trace),
    disordered: disorderedIn(acts, found.written),
    journal: [...new Set([...rows.keys(), ...done.keys()])].filter((act) => rows.get(act) !== done.get(act)),
  };
}

function disorderedIn(acts: readonly DoneAct[], written: readonly string[]): readonly string[] {
  const place = new Map<string, { readonly of: string; readonly n: number }>();
  const counted = new Map<string, number>();
  for (const act of acts) {
    for (const trace of act.traces) {
      const n = (counted.get(act.case) ?? 0) + 1;
      counted.set(act.case, n);
      place.set(trace, { of: act.case, n });
    }
  }
  const furthest = new Map<string, number>();
  return written.filter((trace) => {
    const at = place.get(trace);
    if (!at) return false;
    const before = furthest.get(at.of) ?? 0;
    furthest.set(at.of, Math.max(before, at.n));
    return at.n <= before;
  });
}
