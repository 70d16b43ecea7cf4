import { isFilterable, kindOf, type Column } from './column.ts';
import { ownColumns, type Scalar, type Values } from './values.ts';

/** What rows are compared by: SharePoint ignores the case of text, counts yes as 1 and no as 0. */
export type CellKey = string | number;

export function cellKey(value: Scalar): CellKey {
  if (typeof value === 'string') return value.toLowerCase();
  return Number(value);
}

/** A filled column of a row that can be filtered. */
export interface Cell {
  readonly name: string;
  readonly key: CellKey;
  /** No other row of the list may hold the same. */
  readonly sole: boolean;
}

/** The cells of a row. */
export function cellsOf(columns: readonly Column[], values: Values): readonly Cell[] {
  return ownColumns(columns)
    .filter(isFilterable)
    .flatMap((column) => {
      const value = values[column.name];
      return value === undefined || typeof value === 'object'
        ? []
        : [{ name: column.name, key: cellKey(value), sole: column.enforceUniqueValues }];
    });
}

/** Whether a literal of a filter can be compared with what the column holds. */
export function isComparable(column: Column, literal: Scalar): boolean {
  const kind = kindOf(column);
  if (kind === 'number') return typeof literal === 'number';
  if (kind === 'boolean') return typeof literal === 'boolean' || literal === 0 || literal === 1;
  return typeof literal === 'string';
}
