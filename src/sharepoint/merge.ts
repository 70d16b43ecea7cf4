import type { BothSides } from '../ports/outbox.ts';

export type CellValue = string | number | boolean | null;

/** A column that an act writes. */
export interface Cell {
  /** Field name, as records hold it. */
  readonly field: string;
  /** Internal column name. */
  readonly column: string;
  readonly ours: CellValue;
  /** What stood there when the act was decided; undefined when that is not known. */
  readonly base: CellValue | undefined;
}

/**
 * A three-way merge, column by column, for a row that moved while an act was on its way. Columns that the act does not write
 * are nobody's concern here: they stay as somebody left them.
 * @param fields the row's column values as it is now
 * @returns where somebody else wrote something that the act would overwrite; empty when the act may be written
 */
export function contested(cells: readonly Cell[], fields: Readonly<Record<string, unknown>>): readonly BothSides[] {
  return differing(cells, fields).filter(({ base, theirs }) => base === undefined || !alike(base, theirs));
}

/** Where the row holds something else than the act wants there. */
export function differing(cells: readonly Cell[], fields: Readonly<Record<string, unknown>>): readonly BothSides[] {
  return cells
    .map(({ field, column, base, ours }) => ({ field, base, ours, theirs: fields[column] ?? null }))
    .filter(({ ours, theirs }) => !alike(ours, theirs));
}

/**
 * SharePoint leaves out what is empty, shows a yes/no that was never set as no, and may change line ends and outer blanks:
 * none of that is somebody's edit.
 */
export function alike(a: unknown, b: unknown): boolean {
  return plain(a) === plain(b);
}

function plain(value: unknown): unknown {
  if (value === undefined || value === false) return null;
  if (typeof value !== 'string') return value;
  const text = value.replaceAll('\r\n', '\n').trim();
  return text === '' ? null : text;
}
