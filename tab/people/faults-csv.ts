import { formula } from '../../src/areas/journal/fields.ts';
import type { RosterFaultItem } from '../../src/areas/people/contract.ts';

const cell = (text: string) => `"${(formula.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;

/** The faults of a roster as a table for a spreadsheet: UTF-8 with its mark, so that it opens rightly by a double click. */
export function faultsCsv(faults: readonly RosterFaultItem[]): string {
  const rows = faults.map(({ file, line, column = '', why }) => [file, line > 0 ? String(line) : '', column, why]);
  return `\uFEFF${[['File', 'Line', 'Column', 'Why'], ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}
