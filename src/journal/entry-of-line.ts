import type { JournalEntry } from './entry.ts';
import { canonical } from './chain.ts';

/**
 * The entry that stands in a line of a page.
 * @returns undefined when the line is not one that an entry gives
 */
export function entryOfLine(line: string): (JournalEntry & { readonly n: number; readonly text: string }) | undefined {
  try {
    const [n, tenant, at, actor, act, verb, about, subjects, outcome, fields, digest, ...later] = JSON.parse(
      line,
    ) as unknown[];
    const [door, rights] = later;
    const entry = {
      ...{ tenant, at, actor, act, verb, about, subjects, outcome, fields, digest },
      ...(later.length > 0 && { door, rights }),
    } as JournalEntry;
    const text = canonical(n as number, entry);
    return text === JSON.stringify(JSON.parse(line)) ? { ...entry, n: n as number, text } : undefined;
  } catch {
    return undefined;
  }
}
