import type { Indexable } from '../journal/index-of.ts';

/** An entry's row as a table keeps it: its list of subjects as JSON. */
export type IndexableRow = Omit<Indexable, 'subjects'> & { readonly subjects: string };

/** A list that somebody made unreadable in the table leads nowhere; that it is so, the proof of the chain says. */
export function subjectsIn(text: string): readonly string[] {
  try {
    const list: unknown = JSON.parse(text);
    return Array.isArray(list) ? list.filter((one) => typeof one === 'string') : [];
  } catch {
    return [];
  }
}

export const indexable = (row: IndexableRow): Indexable => ({ ...row, subjects: subjectsIn(row.subjects) });
