import { hash } from 'node:crypto';
import type { ChainedEntry, JournalEntry } from './entry.ts';

/** The hash before the first entry. */
export const genesis = '0'.repeat(64);

export interface ChainHead {
  readonly n: number;
  readonly hash: string;
}

export const emptyHead: ChainHead = { n: 0, hash: genesis };

/**
 * One fixed order of fields, as JSON: the same entry always gives the same bytes. This is all of it that stands after the
 * number, with which the text begins: `[1,` and then this. Where the database gives the number, it makes the hash too.
 * Door and rights came later: an entry of before has neither, and keeps its text for ever.
 */
export function suffixOf(e: JournalEntry): string {
  const fields = [e.tenant, e.at, e.actor, e.act, e.verb, e.about, e.subjects, e.outcome, e.fields, e.digest];
  const later = e.door === undefined && e.rights === undefined ? [] : [e.door ?? null, e.rights ?? null];
  return JSON.stringify([...fields, ...later]).slice(1);
}

/** The text of an entry that its hash is made from. */
export const canonical = (n: number, entry: JournalEntry): string => `[${n},${suffixOf(entry)}`;

/** SHA-256 as 64 hexadecimal digits. */
export function sha256(text: string): string {
  return hash('sha256', text);
}

/** The chain's hash after an entry: h(n) = SHA-256(h(n-1) || canonical(entry)). */
export const hashAfter = (before: string, text: string): string => sha256(before + text);

/** Adds an entry to the chain. */
export function link(head: ChainHead, entry: JournalEntry): ChainedEntry {
  const n = head.n + 1;
  return { ...entry, n, hash: hashAfter(head.hash, canonical(n, entry)) };
}

export type ChainCheck =
  { readonly intact: true; readonly head: ChainHead } | { readonly intact: false; readonly firstBad: number };

/**
 * Recomputes a tenant's chain from its first entry.
 * A flipped byte, a missing, added or moved entry is named by the number at which the chain breaks;
 * a chain cut off at its end shows only against an anchored head.
 */
export function verifyChain(entries: Iterable<ChainedEntry>): ChainCheck {
  let head = emptyHead;
  for (const entry of entries) {
    const expected = link(head, entry);
    if (entry.n !== expected.n || entry.hash !== expected.hash) return { intact: false, firstBad: head.n + 1 };
    head = expected;
  }
  return { intact: true, head: { n: head.n, hash: head.hash } };
}
