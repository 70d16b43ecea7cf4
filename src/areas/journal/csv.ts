import { DateTime } from 'luxon';
import type { JournalLine } from './contract.ts';
import { cameFrom, formula, journalClass, journalKind } from './fields.ts';

/** A cell in quotes, so that commas and lines stay in it; one that would be worked out begins with an apostrophe. */
export const cell = (text: string): string => `"${(formula.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;

const columns = ['When (school time)', 'Who', 'What', 'Kind', 'About', 'Refused', 'Why', 'From', 'By which right'];

/** Lines of the journal as a file that spreadsheets open: RFC 4180, with the mark by which Excel knows UTF-8. */
export function csvOf(lines: readonly JournalLine[]): string {
  const rows = lines.map(({ at, who, did, kind, about, refused, why, door, right }) => [
    DateTime.fromISO(at, { zone: 'Europe/London' }).toFormat('yyyy-MM-dd HH:mm:ss'),
    ...[who, did, journalKind[kind], journalClass[about].label, refused ? 'refused' : '', why ?? ''],
    ...[door === undefined ? '' : cameFrom[door], right ?? ''],
  ]);
  return `\uFEFF${[columns, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
}
