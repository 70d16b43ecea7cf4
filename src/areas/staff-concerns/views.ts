import { z } from 'zod';
import type { View } from '../../perform/types.ts';
import type { DifferencePage } from '../concerns/contract.ts';
import { presentDifferences, type ConflictRow } from '../outside/rules.ts';
import type {
  Colleague,
  LadoContact,
  StaffConcernDetail,
  StaffConcernPage,
  StaffReceipt,
  StaffReportPage,
} from './contract.ts';
import { ladoOf, presentStaffDetail, presentStaffItem, presentStaffReceipt } from './present.ts';
import {
  colleaguesAtMatter,
  conflictOfMatter,
  ladoContacts,
  staffConcernById,
  staffConcernsNewestFirst,
  staffReceiptById,
  staffReceiptsNewestFirst,
  type ColleagueRow,
  type Lado,
  type StaffConcernRow,
  type StaffListRow,
  type StaffReceiptRow,
} from './queries.ts';
import { isStaffValueTakeable } from './rules.ts';

const nothing = z.strictObject({});
const byId = z.strictObject({ id: z.string() });
type ById = z.infer<typeof byId>;

const listing = (verb: string): View<Record<string, never>, StaffListRow, StaffConcernPage> => ({
  verb,
  shape: 'page',
  fields: [
    'ref',
    'status',
    'managedBy',
    'subjectName',
    'subjectAsTyped',
    'reporterName',
    'reportedAt',
    'kind',
    'outcome',
  ],
  params: nothing,
  query: staffConcernsNewestFirst,
  values: () => ({}),
  present: (rows) => ({ answer: { items: rows.map(presentStaffItem) }, ids: rows.map(({ id }) => id) }),
});

/** Concerns about adults that one manages by role, newest first. */
export const listStaffConcerns = listing('list-staff-concerns');

/** Those that were given to one. */
export const listGivenMatters = listing('list-given-matters');

/** One of them, whole. */
export const readStaffConcern: View<ById, StaffConcernRow, StaffConcernDetail> = {
  verb: 'read-staff-concern',
  shape: 'one',
  fields: ['*'],
  params: byId,
  query: staffConcernById,
  values: ({ id }) => ({ id }),
  present(rows, { may }) {
    const row = only(rows);
    return { answer: presentStaffDetail(row, (verb) => may(verb, row)), ids: [row.id] };
  },
};

/** What both sides hold where its filing has stopped. */
export const readStaffDifferences: View<ById, ConflictRow, DifferencePage> = {
  verb: 'read-staff-differences',
  shape: 'one',
  fields: ['*'],
  params: byId,
  query: conflictOfMatter,
  values: ({ id }) => ({ id }),
  present: (rows, { params }) => ({
    answer: { items: presentDifferences(rows, isStaffValueTakeable) },
    ids: [params.id],
  }),
};

/** For the card that calls somebody to it: its reference and nothing else. */
export const readStaffAlert: View<ById, StaffReceiptRow, { readonly ref: string; readonly reportedAt: string }> = {
  verb: 'read-staff-alert',
  shape: 'one',
  fields: ['ref', 'reportedAt'],
  params: byId,
  query: staffReceiptById,
  values: ({ id }) => ({ id }),
  present(rows) {
    const { id, ref, reportedAt } = only(rows);
    return { answer: { ref: ref ?? '', reportedAt }, ids: [id] };
  },
};

/** Whom it may be about, and to whom it may be given. */
export const listColleagues: View<ById, ColleagueRow, readonly Colleague[]> = {
  verb: 'list-colleagues',
  shape: 'one',
  fields: ['name', 'job'],
  params: byId,
  query: colleaguesAtMatter,
  values: ({ id }) => ({ id }),
  present: (rows, { params }) => ({
    answer: rows.flatMap(({ id, personId, name, job }) =>
      id === null || name === null
        ? []
        : [{ id, name, ...(personId !== null && { person: personId }), ...(job !== null && { job }) }],
    ),
    ids: [params.id],
  }),
};

/** Whom to call about an adult past everybody at school; empty where the school has entered nobody. */
export const readLado: View<Record<string, never>, { id: string } & Lado, { readonly lado?: LadoContact }> = {
  verb: 'read-lado',
  shape: 'page',
  fields: ['name', 'phone'],
  params: nothing,
  query: ladoContacts,
  values: () => ({}),
  present([row]) {
    const lado = row && ladoOf(row.name, row.phone);
    return { answer: { ...(lado && { lado }) }, ids: row ? [row.id] : [] };
  },
};

/** The reporter's receipt. */
export const readStaffReceipt: View<ById, StaffReceiptRow, StaffReceipt> = {
  verb: 'read-staff-receipt',
  shape: 'one',
  fields: ['ref', 'status', 'reportedAt', 'managedBy'],
  params: byId,
  query: staffReceiptById,
  values: ({ id }) => ({ id }),
  present(rows) {
    const row = only(rows);
    return { answer: presentStaffReceipt(row), ids: [row.id] };
  },
};

/** What one reported about adults. */
export const listOwnStaffReports: View<Record<string, never>, StaffReceiptRow, StaffReportPage> = {
  verb: 'list-own-staff-reports',
  shape: 'page',
  fields: ['ref', 'status', 'reportedAt', 'managedBy'],
  params: nothing,
  query: staffReceiptsNewestFirst,
  values: () => ({}),
  present: (rows) => ({ answer: { items: rows.map(presentStaffReceipt) }, ids: rows.map(({ id }) => id) }),
};

function only<R>([row]: readonly R[]): R {
  if (!row) throw new Error('a view of one record was asked to present none');
  return row;
}
