import { parse, type CsvError } from 'csv-parse/sync';
import type { RosterFault } from './rows.ts';

/** One row of a table: cells by the heads of their columns in lower case, trimmed. */
export interface TableRow {
  readonly line: number;
  readonly cells: ReadonlyMap<string, string>;
}

export interface Table {
  readonly columns: ReadonlySet<string>;
  readonly rows: readonly TableRow[];
  readonly faults: readonly RosterFault[];
  /** Rows of which nothing could be read. */
  readonly unread: number;
}

interface Cut {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Most lines over which one row may run: an address can hold a line break, a forgotten quotation mark must not eat a school. */
const longestRow = 4;
const options = { relax_column_count: true, skip_empty_lines: true } as const;

const separators = ['\t', ';', ','] as const;
/** Spreadsheets write commas, semicolons or tabs; the head, which holds no names, tells which. */
function separatorOf(head: string): string {
  const count = (separator: string) => head.split(separator).length;
  return separators.reduce((best, other) => (count(other) >= count(best) ? other : best));
}

const words: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'A quotation mark is opened and not closed.',
  CSV_INVALID_CLOSING_QUOTE: 'Something follows a closing quotation mark.',
  INVALID_OPENING_QUOTE: 'A quotation mark stands in the middle of a cell; it must be doubled, and the cell quoted.',
};

function cutRow(text: string, delimiter: string): readonly string[] | string {
  try {
    return parse(text, { ...options, delimiter })[0] ?? [];
  } catch (error) {
    return words[(error as CsvError).code] ?? 'The row cannot be read as comma-separated values.';
  }
}

/** Row by row, so that one that is broken costs nobody else's. */
function cutSlowly(
  lines: readonly string[],
  delimiter: string,
  bad: (line: number, why: string) => void,
): readonly Cut[] {
  const rows: Cut[] = [];
  for (let at = 0; at < lines.length; at++) {
    let cells = cutRow(lines[at] ?? '', delimiter);
    let taken = 1;
    const why = cells;
    while (typeof cells === 'string' && taken < longestRow && at + taken < lines.length) {
      taken++;
      cells = cutRow(lines.slice(at, at + taken).join('\n'), delimiter);
    }
    if (typeof cells === 'string') bad(at + 1, typeof why === 'string' ? why : cells);
    else if (cells.length > 0) {
      rows.push({ line: at + 1, cells });
      at += taken - 1;
    }
  }
  return rows;
}

interface Parsed {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/** In one go, where all is well and no row runs over several lines: undefined otherwise. */
function cutAtOnce(text: string, lines: readonly string[], delimiter: string): readonly Cut[] | undefined {
  const full = lines.flatMap((line, at) => (line === '' ? [] : [at + 1]));
  try {
    const parsed = parse(text, { ...options, delimiter, info: true }) as unknown as readonly Parsed[];
    if (parsed.length !== full.length) return undefined;
    return parsed.map(({ record }, n) => ({ line: full[n] ?? 0, cells: record }));
  } catch {
    return undefined;
  }
}

/**
 * Reads a table with a head. A row that is broken is named and left out; the rest is read.
 * @param file its name, for the faults
 */
export function readTable(file: string, text: string): Table {
  const lines = text.split(/\r\n|\n|\r/);
  const delimiter = separatorOf(lines.find((line) => line.trim() !== '') ?? '');
  const faults: RosterFault[] = [];
  const bad = (line: number, why: string) => faults.push({ file, line, why });
  const [head, ...rest] = cutAtOnce(lines.join('\n'), lines, delimiter) ?? cutSlowly(lines, delimiter, bad);
  if (!head) return { columns: new Set(), rows: [], faults: [{ file, line: 0, why: 'The file is empty.' }], unread: 0 };
  const names = head.cells.map((name) => name.trim().toLowerCase().replace(/\s+/g, ' '));
  const rows: TableRow[] = [];
  for (const { line, cells } of rest) {
    if (cells.every((cell) => cell.trim() === '')) continue;
    if (cells.length > names.length && cells.slice(names.length).some((cell) => cell.trim() !== ''))
      bad(
        line,
        `The row has ${cells.length} cells, the head ${names.length}: a comma in a cell needs quotation marks.`,
      );
    else rows.push({ line, cells: new Map(names.map((name, n) => [name, (cells[n] ?? '').trim()])) });
  }
  return { columns: new Set(names), rows, faults, unread: faults.length };
}
