import { dateOrderOf, readDate } from './read-date.ts';
import type { RosterFault } from './rows.ts';
import type { Table, TableRow } from './read-table.ts';

/** One table of a roster with what was found wrong in it: the words a reader needs to turn rows into people. */
export interface Sheet {
  readonly file: string;
  readonly there: boolean;
  readonly rows: readonly TableRow[];
  /** A cell; absent when it is empty. */
  cell(row: TableRow, column: string): string | undefined;
  /** The cells of these columns; names the row when one of them is empty or longer than Lantern keeps. */
  required<K extends string>(row: TableRow, columns: readonly K[]): Readonly<Record<K, string>> | undefined;
  /** A birth date as an ISO date; named and left out when it is none, or may be two. */
  date(row: TableRow, column: string): string | undefined;
  fault(row: Pick<TableRow, 'line'>, column: string | undefined, why: string): void;
}

const longest = 120;

/**
 * @param names what the file may be called; the first is used in faults when it is missing
 * @param tables by file name in lower case
 */
export function sheetOf(
  names: readonly [string, ...string[]],
  tables: ReadonlyMap<string, Table>,
  faults: RosterFault[],
): Sheet {
  const file = names.find((name) => tables.has(name.toLowerCase())) ?? names[0];
  const table = tables.get(file.toLowerCase());
  const rows = table?.rows ?? [];
  const orders = new Map<string, ReturnType<typeof dateOrderOf>>();
  const orderOf = (column: string) => {
    const known = orders.get(column) ?? dateOrderOf(rows.map((row) => row.cells.get(column) ?? ''));
    orders.set(column, known);
    return known;
  };
  const cell = (row: TableRow, column: string) => row.cells.get(column.toLowerCase()) || undefined;
  const fault = (row: Pick<TableRow, 'line'>, column: string | undefined, why: string) =>
    void faults.push({ file, line: row.line, ...(column !== undefined && { column }), why });
  return {
    file,
    there: table !== undefined,
    rows,
    cell,
    fault,
    required(row, columns) {
      const found = columns.map((column) => [column, cell(row, column) ?? ''] as const);
      const empty = found.filter(([, text]) => text === '');
      const long = found.filter(([, text]) => text.length > longest);
      for (const [column] of empty) fault(row, column, 'The cell is empty, so the row was left out.');
      for (const [column] of long)
        fault(row, column, `The cell has more than ${longest} characters, so the row was left out.`);
      return empty.length + long.length > 0
        ? undefined
        : (Object.fromEntries(found) as Record<(typeof columns)[number], string>);
    },
    date(row, column) {
      const text = cell(row, column);
      if (text === undefined) return undefined;
      const read = readDate(text, orderOf(column.toLowerCase()));
      if (typeof read === 'object') return read.date;
      const unclear =
        'The date may mean two days, and no other date in the column tells which. Write it as 2015-04-02.';
      fault(row, column, `${read === 'unclear' ? unclear : 'This is no date.'} The person was taken without it.`);
      return undefined;
    },
  };
}
