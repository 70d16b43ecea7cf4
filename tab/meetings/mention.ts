/** Somebody’s name that is being typed behind an `@`. */
export interface Mention {
  /** Where the `@` stands. */
  readonly at: number;
  /** What stands between it and the caret. */
  readonly begun: string;
}

const longest = 40;

/** The name that is being typed where the caret stands; an `@` within a word belongs to an address. */
export function mentionAt(text: string, caret: number): Mention | undefined {
  const line = text.slice(text.lastIndexOf('\n', caret - 1) + 1, caret);
  const at = line.lastIndexOf('@');
  if (at < 0 || (at > 0 && !/\s/u.test(line[at - 1] ?? ''))) return undefined;
  const begun = line.slice(at + 1);
  return begun.length > longest || /\sby\s/iu.test(begun) ? undefined : { at: caret - begun.length - 1, begun };
}

const folded = (text: string) => text.normalize('NFC').toLocaleLowerCase('en-GB');

/** The names that begin so, in full or by one of their words. */
export function namesFor(begun: string, names: readonly string[]): readonly string[] {
  const sought = folded(begun);
  return names.filter((name) => {
    const whole = folded(name);
    return (
      whole !== sought.trim() &&
      (whole.startsWith(sought) || whole.split(/\s+/u).some((word) => word.startsWith(sought)))
    );
  });
}
