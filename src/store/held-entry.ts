import type { ChainedEntry } from '../journal/entry.ts';

type Lists = 'subjects' | 'fields' | 'rights';

/** An entry as both engines keep it: its lists as JSON; door and rights are null in one of before they were noted. */
export type HeldEntry = Omit<ChainedEntry, Lists | 'door'> & {
  readonly subjects: string;
  readonly fields: string;
  readonly door: string | null;
  readonly rights: string | null;
};

/** The values of an entry's row, without those that its place in the chain gives it. */
export const heldLists = ({ subjects, fields, door, rights }: Pick<ChainedEntry, Lists | 'door'>) => ({
  subjects: JSON.stringify(subjects),
  fields: JSON.stringify(fields),
  door: door ?? null,
  rights: rights === undefined ? null : JSON.stringify(rights),
});

/**
 * The entry that a row holds.
 * @param listIn reads a list; what it throws for one that somebody made unreadable is thrown
 */
export function entryIn(
  { subjects, fields, door, rights, ...row }: HeldEntry,
  listIn: (text: string) => readonly string[] = parsed,
): ChainedEntry {
  return {
    ...row,
    subjects: listIn(subjects),
    fields: listIn(fields),
    ...((door !== null || rights !== null) && { door, rights: rights === null ? null : listIn(rights) }),
  } as ChainedEntry;
}

const parsed = (text: string) => JSON.parse(text) as readonly string[];
