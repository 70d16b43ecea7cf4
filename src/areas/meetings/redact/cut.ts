/** A piece of a text that does not stay, and what stands instead. */
export interface Cut {
  readonly start: number;
  readonly end: number;
  readonly label: string;
}

/** Puts the labels in. Where two findings overlap all of both goes, under the label of the longer one. */
export function withLabels(text: string, cuts: readonly Cut[]): string {
  const apart: Cut[] = [];
  for (const cut of cuts.toSorted((one, other) => one.start - other.start || other.end - one.end)) {
    const last = apart.at(-1);
    if (!last || cut.start >= last.end) apart.push(cut);
    else if (cut.end > last.end) {
      const longer = cut.end - cut.start > last.end - last.start ? cut : last;
      apart[apart.length - 1] = { start: last.start, end: cut.end, label: longer.label };
    }
  }
  const pieces = apart.map(({ start, label }, i) => text.slice(apart[i - 1]?.end ?? 0, start) + label);
  return [...pieces, text.slice(apart.at(-1)?.end ?? 0)].join('');
}
