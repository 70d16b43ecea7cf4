import { z } from 'zod';
import type { View } from '../../perform/types.ts';
import type {
  CandidatePage,
  ConcernCounts,
  ConcernDetail,
  ConcernPage,
  DifferencePage,
  ReportItem,
  ReportPage,
} from './contract.ts';
import { concernFields, concernShow, concernUrgency } from './fields.ts';
import type { ChoiceOf } from '../../records/fields.ts';
import { presentDifferences, takeableOf, type ConflictRow } from '../outside/rules.ts';
import { concern } from './record.ts';
import { presentCandidates, presentCounts, presentDetail, presentItem, presentReport } from './present.ts';
import { newestNote } from './rules.ts';
import {
  concernById,
  concernCounts,
  concernOutline,
  concernsFound,
  concernsNewestFirst,
  conflictOfConcern,
  pageSize,
  reportsNewestFirst,
  rollOfConcern,
} from './queries.ts';
import type { CandidateRow, ConcernRow, CountRow, ListedRow, ListValues, OutlineRow } from './queries.ts';

const byId = z.strictObject({ id: z.string() });
type ById = z.infer<typeof byId>;
const nothing = z.strictObject({});
const cursor = z.exactOptional(z.string().regex(/^[0-9T:.Z-]{24}~[0-9a-f]{32}$/));
const oneOf = <K extends string>(choices: Readonly<Record<K, string>>) =>
  z.exactOptional(z.enum(Object.keys(choices) as [K, ...K[]]));
const filter = z.strictObject({
  before: cursor,
  show: oneOf(concernShow),
  urgency: oneOf(concernUrgency),
  year: z.exactOptional(z.string().min(1).max(concernFields.yearGroup.max)),
});
const search = z.strictObject({
  words: z
    .string()
    .max(200)
    .regex(/[\p{L}\p{N}]/u, 'Write a name, a reference or a word.'),
  before: cursor,
});

const shown = [
  'ref',
  'status',
  'urgency',
  'safeNow',
  'childName',
  'childAsTyped',
  'yearGroup',
  'reporterName',
  'reportedAt',
  'takenByName',
] as const;

function after(end: string | undefined): Pick<ListValues, 'beforeAt' | 'beforeId'> {
  const [beforeAt, beforeId] = end?.split('~') ?? [];
  return { beforeAt, beforeId };
}

function presentPage(rows: readonly ListedRow[]) {
  const page = rows.slice(0, pageSize);
  const last = page.at(-1);
  const items = page.map(presentItem);
  const more = rows.length > pageSize && last;
  return {
    answer: { items, ...(more && { next: `${last.reportedAt}~${last.id}` }) },
    ids: page.map((row) => row.id),
  };
}

export const listConcerns: View<z.infer<typeof filter>, ListedRow, ConcernPage> = {
  verb: 'list-concerns',
  shape: 'page',
  fields: shown,
  params: filter,
  query: concernsNewestFirst,
  values: ({ before: end, show = 'open', urgency, year }, { person }) => ({
    person,
    ...after(end),
    ...(show !== 'all' && { open: true }),
    ...(show === 'waiting' && { waiting: true }),
    ...(show === 'mine' && { mine: true }),
    ...(show === 'unread' && { unread: true }),
    ...(urgency !== undefined && { urgency }),
    ...(year !== undefined && { yearGroup: year }),
  }),
  present: presentPage,
};

/** Numbers only: which concerns they stand for is not told. */
export const countConcerns: View<Record<string, never>, CountRow, ConcernCounts> = {
  verb: 'count-concerns',
  shape: 'page',
  fields: ['status', 'urgency', 'takenById', 'yearGroup'],
  params: nothing,
  query: concernCounts,
  values: (_params, { person }) => ({ person }),
  present: (rows) => ({ answer: presentCounts(rows), ids: [] }),
};

/** What was searched for is not journalled, for it may be a child's name; what was shown is. */
export const searchConcerns: View<z.infer<typeof search>, ListedRow, ConcernPage> = {
  verb: 'search-concerns',
  shape: 'page',
  fields: shown,
  params: search,
  query: concernsFound,
  values: ({ words, before: end }, { person }) => ({ words, person, ...after(end) }),
  present: presentPage,
};

export const readConcern: View<ById, ConcernRow, ConcernDetail> = {
  verb: 'read-concern',
  shape: 'one',
  fields: ['*'],
  params: byId,
  query: concernById,
  values: ({ id }) => ({ id }),
  present: (rows, { may }) => {
    const shown = first(rows, (row) => presentDetail(row, (verb) => may(verb, row)));
    return { ...shown, seen: { subject: shown.answer.id, upto: newestNote(shown.answer) } };
  },
};

export const listCandidates: View<ById, CandidateRow, CandidatePage> = {
  verb: 'list-candidates',
  // A concern that one may not see is not found: an empty list would be a look, and would be journalled as one.
  shape: 'one',
  fields: ['pupil.givenName', 'pupil.familyName', 'pupil.knownAs', 'pupil.yearGroup', 'pupil.formGroup'],
  params: byId,
  query: rollOfConcern,
  values: ({ id }) => ({ id }),
  present(rows, { params, actor }) {
    const answer = presentCandidates(rows, actor.kept.children);
    return { answer, ids: [params.id, ...answer.items.map((child) => child.id)] };
  },
};

export const readDifferences: View<ById, ConflictRow, DifferencePage> = {
  verb: 'read-differences',
  shape: 'one',
  fields: ['*'],
  params: byId,
  query: conflictOfConcern,
  values: ({ id }) => ({ id }),
  present: (rows, { params }) => ({
    answer: { items: presentDifferences(rows, takeableOf(concern)) },
    ids: [params.id],
  }),
};

export const listOwnReports: View<Record<string, never>, OutlineRow, ReportPage> = {
  verb: 'list-own-reports',
  shape: 'page',
  fields: ['ref', 'reportedAt', 'status', 'triageOutcome', 'takenByName'],
  params: nothing,
  query: reportsNewestFirst,
  values: () => ({}),
  present: (rows) => ({ answer: { items: rows.map(presentReport) }, ids: rows.map((row) => row.id) }),
};

export const readReceipt: View<ById, OutlineRow, ReportItem & { readonly childSettled: boolean }> = {
  verb: 'read-receipt',
  shape: 'one',
  fields: ['ref', 'reportedAt', 'status', 'triageOutcome', 'takenByName'],
  params: byId,
  query: concernOutline,
  values: ({ id }) => ({ id }),
  present: (rows) => first(rows, (row) => ({ ...presentReport(row), childSettled: row.childState !== 'unresolved' })),
};

/** What a lead's card says: enough to judge the hurry, no child's name, no narrative. */
export interface Alert {
  readonly id: string;
  readonly ref: string;
  readonly urgency: ChoiceOf<typeof concernFields.urgency>;
  readonly safeNow: ChoiceOf<typeof concernFields.safeNow>;
  readonly childState: ChoiceOf<typeof concernFields.childState>;
  readonly yearGroup?: string;
  readonly reporterName: string;
  readonly reportedAt: string;
  readonly takenByName?: string;
  /** Its filing has stopped until a person decides. */
  readonly stopped: boolean;
}

export const readAlert: View<ById, OutlineRow, Alert> = {
  verb: 'read-alert',
  shape: 'one',
  fields: ['ref', 'urgency', 'safeNow', 'childState', 'yearGroup', 'reporterName', 'reportedAt', 'takenByName'],
  params: byId,
  query: concernOutline,
  values: ({ id }) => ({ id }),
  present: (rows) =>
    first(
      rows,
      ({ id, ref, urgency, safeNow, childState, yearGroup, reporterName, reportedAt, takenByName, stopped }) => ({
        id,
        ref: ref ?? '',
        urgency,
        safeNow,
        childState,
        reporterName,
        reportedAt,
        stopped: stopped !== null,
        ...(yearGroup !== null && { yearGroup }),
        ...(takenByName !== null && { takenByName }),
      }),
    ),
};

export const readChildName: View<ById, OutlineRow, { readonly child: string }> = {
  verb: 'read-child-name',
  shape: 'one',
  fields: ['childName', 'childAsTyped'],
  params: byId,
  query: concernOutline,
  values: ({ id }) => ({ id }),
  present: (rows) => first(rows, (row) => ({ child: row.childName ?? row.childAsTyped })),
};

/** `read` has made sure that there is a row. */
function first<R extends { id: string }, O>(rows: readonly R[], present: (row: R) => O) {
  const [row] = rows;
  if (!row) throw new Error('a view of one record was asked to present none');
  return { answer: present(row), ids: [row.id] };
}
