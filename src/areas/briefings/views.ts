import { z } from 'zod';
import type { View } from '../../perform/types.ts';
import { peopleByName } from '../roles/queries.ts';
import type { BriefingColleague, BriefingDetail, BriefingPage, OwnBriefing, ReceiptItem } from './contract.ts';
import { presentBriefing, presentReceipt } from './present.ts';
import { briefingById, briefingsSent, briefingsToRead, ownBriefing, receiptsOfBriefing } from './queries.ts';
import type { BriefingRow, OwnRow, ReceiptRow } from './queries.ts';
import { isOut } from './rules.ts';
import { isHttps } from './values.ts';

const nothing = z.strictObject({});
const byId = z.strictObject({ id: z.string() });
type ById = z.infer<typeof byId>;

const listed = ['heading', 'readBy', 'audience', 'status', 'sentByName', 'sentAt'];

/** Briefings of the schools that one answers for, with how many have read each. */
export const listBriefings: View<Record<string, never>, BriefingRow, BriefingPage> = {
  ...{ verb: 'list-briefings', shape: 'page', fields: listed, params: nothing, query: briefingsSent },
  values: () => ({}),
  present(rows, seen) {
    const schools = [...new Set(seen.actor.grants.map(({ school }) => school))];
    const items = rows.map((row) => presentBriefing(row, seen));
    const maySend = schools.filter((school) => seen.may('send-briefing', { school }));
    return { answer: { items, maySend }, ids: items.map(({ id }) => id) };
  },
};

export const readBriefing: View<ById, BriefingRow, BriefingDetail['briefing']> = {
  verb: 'read-briefing',
  shape: 'one',
  fields: [...listed, 'words', 'policyUrl', 'reason'],
  params: byId,
  query: briefingById,
  values: ({ id }) => ({ id }),
  present([row], seen) {
    if (!row) throw new Error('a view of one record was asked to present none');
    const answer = {
      ...presentBriefing(row, seen),
      words: row.words,
      ...(row.policyUrl !== null && isHttps(row.policyUrl) && { policyUrl: row.policyUrl }),
      ...(row.chasedByName !== null && { chasedByName: row.chasedByName }),
      ...(row.withdrawnAt !== null && { withdrawnAt: row.withdrawnAt }),
      ...(row.withdrawnByName !== null && { withdrawnByName: row.withdrawnByName }),
      ...(row.reason !== null && { reason: row.reason }),
    };
    return { answer, ids: [row.id] };
  },
};

/** Who was asked to read a briefing, and how far it came with each. */
export const listReceipts: View<ById, ReceiptRow, readonly ReceiptItem[]> = {
  ...{ verb: 'list-receipts-of-briefing', shape: 'page', fields: ['personName', 'readAt'], params: byId },
  query: receiptsOfBriefing,
  values: ({ id }) => ({ briefing: id }),
  present: (rows) => ({ answer: rows.map(presentReceipt), ids: rows.map(({ id }) => id) }),
};

const ownFields = ['heading', 'words', 'policyUrl', 'readBy', 'status', 'sentByName', 'sentAt'].map(
  (field) => `briefing.${field}`,
);

/** What one was asked to read, whatever one’s role; what was withdrawn says so and nothing else. */
function presentOwn(row: OwnRow): OwnBriefing {
  const about = { id: row.briefingId, receipt: row.id, sentByName: row.sentByName, sentAt: row.sentAt };
  if (!isOut(row)) return { ...about, withdrawn: true, heading: '', words: '', readBy: row.readBy };
  return {
    ...{ ...about, withdrawn: false, heading: row.heading, words: row.words, readBy: row.readBy },
    ...(row.policyUrl !== null && isHttps(row.policyUrl) && { policyUrl: row.policyUrl }),
    ...(row.readAt !== null && { readAt: row.readAt }),
  };
}

export const listBriefingsToRead: View<Record<string, never>, OwnRow, readonly OwnBriefing[]> = {
  ...{ verb: 'list-briefings-to-read', shape: 'page', fields: ownFields, params: nothing, query: briefingsToRead },
  values: (_params, { person }) => ({ person }),
  present(rows) {
    const once = [...new Map(rows.map((row) => [row.id, row] as const)).values()];
    return { answer: once.map(presentOwn), ids: once.map(({ briefingId }) => briefingId) };
  },
};

/** One briefing that one was asked to read. That they opened it is noted; that Lantern made a card of it is not. */
export const readOwnBriefing: View<ById, OwnRow, OwnBriefing> = {
  ...{ verb: 'read-own-briefing', shape: 'one', fields: ownFields, params: byId, query: ownBriefing },
  values: ({ id }, { person }) => ({ briefing: id, person }),
  present([row], { actor, now }) {
    if (!row) throw new Error('a view of one record was asked to present none');
    const seen = { subject: row.briefingId, upto: now };
    return { answer: presentOwn(row), ids: [row.briefingId], ...(actor.door !== 'lantern' && { seen }) };
  },
};

type PersonRow = { id: string; school: string; personId: string | null; name: string; job: string | null };

/** Who can be named in a briefing’s audience: whoever works at a school where one may send briefings. */
export const listPeopleForBriefings: View<Record<string, never>, PersonRow, readonly BriefingColleague[]> = {
  ...{
    verb: 'list-people-for-briefings',
    shape: 'page',
    fields: ['name', 'job'],
    params: nothing,
    query: peopleByName,
  },
  values: () => ({}),
  present: (rows) => ({
    answer: rows.flatMap(({ personId, school, name, job }) =>
      personId === null ? [] : [{ person: personId, school, name, ...(job !== null && { job }) }],
    ),
    ids: rows.map(({ id }) => id),
  }),
};
