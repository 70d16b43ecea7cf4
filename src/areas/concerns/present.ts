import { childrenNamed } from '../people/names/children-named.ts';
import { filedOf } from '../outside/rules.ts';
import { fullName, matchChild, similarChildren } from '../people/match-child.ts';
import type { RollEntry } from '../people/queries.ts';
import type {
  AddendumItem,
  CandidatePage,
  ConcernAbilities,
  ConcernCounts,
  ConcernDetail,
  ConcernItem,
  ReportItem,
} from './contract.ts';
import { concernUrgency } from './fields.ts';
import type { CandidateRow, ConcernRow, Counted, CountRow, ListedRow, OutlineRow } from './queries.ts';
import { isLowLevel, isMisfilable, isOpenTo, stateForReporter } from './rules.ts';

/** Children offered for a name that fits several or none. */
const offered = 8;

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
    ...(row.moreChildren && { moreChildren: row.moreChildren }),
    reporterName: row.reporterName,
    reportedAt: row.reportedAt,
    ...(row.takenByName !== null && { takenByName: row.takenByName }),
    filed: filedOf(row),
    ...(row.unread === 1 && { unread: true as const }),
  };
}

/** Sums the groups that the store has counted. */
export function presentCounts(rows: readonly CountRow[]): ConcernCounts {
  const total = (of: readonly CountRow[], what: Counted = 'count') => of.reduce((sum, row) => sum + row[what], 0);
  const urgencies = Object.keys(concernUrgency) as (keyof typeof concernUrgency)[];
  const urgency = Object.fromEntries(urgencies.map((one) => [one, total(rows.filter((row) => row.urgency === one))]));
  const years = [...new Set(rows.flatMap(({ yearGroup }) => yearGroup ?? []))].sort(byAge);
  return {
    open: total(rows),
    waiting: total(rows.filter(({ status }) => status === 'submitted')),
    mine: total(rows, 'mine'),
    unread: total(rows, 'unread'),
    urgency: urgency as ConcernCounts['urgency'],
    years: years.map((year) => ({ year, count: total(rows.filter(({ yearGroup }) => yearGroup === year)) })),
  };
}

/** Nursery and Reception come before the years that have a number. */
const youngest: readonly string[] = ['Nursery', 'Reception'];
const placeOf = (year: string) => (youngest.includes(year) ? youngest.indexOf(year) : youngest.length);
const byAge = (a: string, b: string) => placeOf(a) - placeOf(b) || a.localeCompare(b, 'en-GB', { numeric: true });

/** A concern in full. `may` tells which buttons to draw. */
export function presentDetail(row: ConcernRow, may: (verb: string) => boolean): ConcernDetail {
  return {
    ...presentItem(row),
    rev: row.rev,
    school: row.school,
    ...(row.correctsRef !== null && { correctsRef: row.correctsRef }),
    ...(row.childId !== null && { childId: row.childId }),
    childAsTyped: row.childAsTyped,
    words: wholeText(row),
    whenAsTyped: row.whenAsTyped,
    ...(row.occurredAt !== null && { occurredAt: row.occurredAt }),
    ...(row.inFuture === 1 && { inFuture: true }),
    reporterRecognised: row.reporterRecognised === 1,
    ...(row.takenAt !== null && { takenAt: row.takenAt }),
    ...(row.handedOverAt !== null && { handedOverAt: row.handedOverAt }),
    ...(row.escalatedAt !== null && { escalatedAt: row.escalatedAt }),
    ...(row.triageOutcome !== null && { triageOutcome: row.triageOutcome }),
    ...(row.levelOfNeed !== null && { levelOfNeed: row.levelOfNeed }),
    ...(row.nextStep !== null && row.nextStep !== '' && { nextStep: row.nextStep }),
    ...(row.parents !== null && { parents: row.parents }),
    ...(row.triagedAt !== null && { triagedAt: row.triagedAt }),
    addenda: presentAddenda(row),
    decisions: row.decisions,
    outside: row.outside,
    ...(row.removedAt !== null && { removedAt: row.removedAt }),
    persons: row.persons,
    abilities: abilitiesOn(row, may),
  };
}

/** The text of a report with what its column did not hold. */
export const wholeText = ({ words, more }: ConcernRow): string => [words, ...(JSON.parse(more) as string[])].join('');

export const presentAddenda = ({ added }: ConcernRow): readonly AddendumItem[] =>
  (JSON.parse(added) as string[]).map(presentAddendum);

function abilitiesOn(row: ConcernRow, may: (verb: string) => boolean): ConcernAbilities {
  return {
    lead: may('create-action'),
    take: isOpenTo(row.status, 'take-concern') && may('take-concern'),
    resolve: row.childState === 'unresolved' && may('resolve-child'),
    settle: row.stopped !== null && may('settle-filing'),
    triage: isOpenTo(row.status, 'triage-concern') && may('triage-concern'),
    fileLowLevel: isOpenTo(row.status, 'file-low-level') && isLowLevel(row) && may('file-low-level'),
    handOver: isOpenTo(row.status, 'hand-over-concern') && may('hand-over-concern'),
    misfile: isMisfilable(row) && may('mark-misfiled'),
    escalate: isOpenTo(row.status, 'escalate-concern') && may('escalate-concern'),
    addAddendum: may('add-addendum'),
    people: may('add-person'),
    print: may('print-concern'),
    readers: may('read-who-has-seen'),
  };
}

/** The query gives an addendum as lines: when, by whom, where it lies, and then its text, which has lines of its own. */
function presentAddendum(written: string): AddendumItem {
  const [at = '', by = '', filed = '', ...words] = written.split('\n');
  return { at, by, filed: filed === 'filed' ? 'filed' : 'received', words: words.join('\n') };
}

/** A reporter's receipt: no name of a child, no narrative. */
export function presentReport(row: OutlineRow): ReportItem {
  // A reporter can do nothing about a filing that has stopped: to them it is received, and a lead has been told.
  const filed = filedOf(row) === 'filed' ? 'filed' : 'received';
  return { id: row.id, ref: row.ref ?? '', reportedAt: row.reportedAt, state: stateForReporter(row), filed };
}

/**
 * The children who may be meant: those who are named one after the other, those whom the name fits, or else those with a name in common.
 * @param kept ids of children from whom the person is kept: that somebody is left out is said, so that they choose no other instead
 */
export function presentCandidates(rows: readonly CandidateRow[], kept: readonly string[]): CandidatePage {
  const typed = rows[0]?.childAsTyped ?? '';
  const roll = rows.filter((row): row is CandidateRow & RollEntry => row.id !== null);
  const together = childrenNamed(typed, roll);
  const fitting = [...new Set([...together, ...matchChild(typed, roll)])];
  const candidates = fitting.length > 0 ? fitting.slice(0, offered) : similarChildren(typed, roll, offered);
  const isKept = ({ id }: { readonly id: string }) => kept.includes(id);
  const items = candidates
    .filter((child) => !isKept(child))
    .map((child) => ({
      id: child.id,
      name: fullName(child),
      yearGroup: child.leftAt === null ? child.yearGroup : 'Has left',
      formGroup: child.formGroup,
    }));
  const all = together.length > 0 && together.length <= offered && !together.some(isKept);
  return {
    items,
    ...(all && { together: together.map(({ id }) => id) }),
    ...(candidates.some(isKept) && { withheld: true as const }),
  };
}
