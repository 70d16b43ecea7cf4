import { fullName, matchChild, similarChildren } from '../people/match-child.ts';
import type { RollEntry } from '../people/queries.ts';
import type { Candidate, ConcernDetail, ConcernItem, Filed, ReportItem } from './contract.ts';
import type { CandidateRow, ConcernRow, ListedRow } from './queries.ts';
import { concernTransitions, stateForReporter } from './rules.ts';

/** Children offered for a name that fits several or none. */
const offered = 8;

export const presentFiled = (row: Pick<ListedRow, 'rev' | 'filedRev'>): Filed =>
  row.filedRev === row.rev ? 'filed' : 'received';

/** One line of the list, field by field: nothing that is not named here leaves the server. */
export function presentItem(row: ListedRow): ConcernItem {
  // One plain literal: a list calls this for every row, and spreading literals into one another takes V8 20 times as long.
  return {
    id: row.id,
    ref: row.ref ?? '',
    status: row.status,
    urgency: row.urgency,
    safeNow: row.safeNow,
    child: row.childName ?? row.childAsTyped,
    childState: row.childState,
    ...(row.yearGroup !== null && { yearGroup: row.yearGroup }),
    reporterName: row.reporterName,
    reportedAt: row.reportedAt,
    ...(row.takenByName !== null && { takenByName: row.takenByName }),
    filed: presentFiled(row),
  };
}

/** A concern in full. `may` tells which buttons to draw. */
export function presentDetail(row: ConcernRow, may: (verb: string) => boolean): ConcernDetail {
  const more = JSON.parse(row.more) as string[];
  return {
    ...presentItem(row),
    rev: row.rev,
    childAsTyped: row.childAsTyped,
    words: [row.words, ...more].join(''),
    whenAsTyped: row.whenAsTyped,
    ...(row.occurredAt !== null && { occurredAt: row.occurredAt }),
    ...(row.inFuture === 1 && { inFuture: true }),
    reporterRecognised: row.reporterRecognised === 1,
    ...(row.takenAt !== null && { takenAt: row.takenAt }),
    abilities: {
      take: concernTransitions[row.status]['take-concern'] !== undefined && may('take-concern'),
      resolve: row.childState === 'unresolved' && may('resolve-child'),
    },
  };
}

/** A reporter's receipt: no name of a child, no narrative. */
export function presentReport(row: ListedRow): ReportItem {
  return { ref: row.ref ?? '', reportedAt: row.reportedAt, state: stateForReporter(row), filed: presentFiled(row) };
}

/** The children who may be meant: those whom the name fits, or else those with a name in common. */
export function presentCandidates(rows: readonly CandidateRow[]): readonly Candidate[] {
  const typed = rows[0]?.childAsTyped ?? '';
  const roll = rows.filter((row): row is CandidateRow & RollEntry => row.id !== null);
  const fitting = matchChild(typed, roll);
  const candidates = fitting.length > 0 ? fitting.slice(0, offered) : similarChildren(typed, roll, offered);
  return candidates.map((child) => ({
    id: child.id,
    name: fullName(child),
    yearGroup: child.yearGroup,
    formGroup: child.formGroup,
  }));
}
