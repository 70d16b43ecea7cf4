import { z } from 'zod';
import type { View } from '../../perform/types.ts';
import type { Instant } from '../../ports/clock.ts';
import type { Query } from '../../records/query.ts';
import { schoolDay } from '../../records/school-day.ts';
import { concernOutline, type OutlineRow } from '../concerns/queries.ts';
import { rolesOfPerson } from '../people/queries.ts';
import type { JournalFile, JournalPage, Printed, ProofDesk, SeenPage, UnusualPage } from './contract.ts';
import { csvOf } from './csv.ts';
import { journalClass } from './fields.ts';
import { lineOf, type Entry, type Known } from './rules.ts';
import { listedBy, openedBy, type Listed } from './seen.ts';
import { unusualIn, type Looked } from './unusual.ts';

/** No record: what is asked of the store is whether this person holds the right, and at which schools. */
const byRole = {
  shape: 'page',
  query: rolesOfPerson,
  values: (_params: object, { person }: { readonly person: string }, now: Instant) => ({
    person,
    today: schoolDay(now),
  }),
} as const;
type RoleRow = typeof rolesOfPerson extends Query<never, infer R> ? R : never;

/** What was gathered comes in from Lantern itself, never from a request. */
const gathered = <T extends object>() => z.custom<T>((value) => typeof value === 'object' && value !== null);

export interface GatheredPage extends Pick<JournalPage, 'next' | 'indexedTo'> {
  readonly entries: readonly Entry[];
  readonly known: Known;
  readonly people?: readonly { readonly person: string; readonly name: string; readonly school: string }[];
}

/** Entries of the journal, each judged once more on the rights that this person holds now. */
export const listJournal: View<GatheredPage, RoleRow, JournalPage> = {
  ...byRole,
  verb: 'list-journal',
  fields: ['at', 'actor', 'act', 'about', 'subjects', 'outcome'],
  params: gathered<GatheredPage>(),
  present(_rows, { params: { entries, known, people, next, indexedTo }, may }) {
    const lines = entries.flatMap((entry) => lineOf(entry, known, may) ?? []);
    const theirs = people?.filter(({ school }) => may('list-journal', { school }));
    const named = theirs?.map(({ person, name }) => ({ person, name }));
    const answer = {
      lines,
      ...(next !== undefined && { next }),
      ...(named && { people: named }),
      ...(indexedTo !== undefined && { indexedTo }),
    };
    return { answer, ids: [] };
  },
};

export interface GatheredFile {
  readonly entries: readonly Entry[];
  readonly known: Known;
  readonly cut: boolean;
}

/** The same as a file that leaves Lantern. */
export const exportJournal: View<GatheredFile, RoleRow, JournalFile> = {
  ...byRole,
  verb: 'export-journal',
  fields: ['at', 'actor', 'act', 'about', 'subjects', 'outcome'],
  params: gathered<GatheredFile>(),
  present(_rows, { params: { entries, known, cut }, may, now }) {
    const lines = entries.flatMap((entry) => lineOf(entry, known, may) ?? []);
    const name = `lantern-journal-${schoolDay(now)}.csv`;
    return { answer: { name, lines: lines.length, cut, csv: csvOf(lines) }, ids: [] };
  },
};

/** Lets what one has before one of the journal be printed, once, and has the journal say so first. */
export const printJournal: View<object, RoleRow, Printed> = {
  ...byRole,
  verb: 'print-journal',
  fields: [],
  params: z.strictObject({}),
  present: (_rows, { now }) => ({ answer: { at: now }, ids: [] }),
};

export interface GatheredSeen extends Pick<SeenPage, 'more' | 'indexedTo'> {
  readonly id: string;
  readonly entries: readonly Entry[];
  readonly listed: readonly Listed[];
  readonly known: Known;
}

/** Who has seen a concern, or acted on it or on what hangs on it. */
export const readWhoHasSeen: View<GatheredSeen, OutlineRow, SeenPage> = {
  verb: 'read-who-has-seen',
  shape: 'one',
  fields: ['at', 'actor', 'act'],
  params: gathered<GatheredSeen>(),
  query: concernOutline,
  values: ({ id }) => ({ id }),
  present([row], { params: { id, entries, listed, known, more, indexedTo }, may }) {
    const answer = {
      ref: row?.ref ?? '',
      opened: openedBy(entries, known, may),
      listed: listedBy(listed, known, (about) => Object.hasOwn(journalClass, about)),
      more,
      ...(indexedTo !== undefined && { indexedTo }),
    };
    return { answer, ids: [id] };
  },
};

export interface GatheredUnusual extends Looked, Pick<UnusualPage, 'cut' | 'indexedTo'> {
  /** The moment of which it was gathered. */
  readonly now: Instant;
}

/** What was unusual in the reading of colleagues. */
export const lookAtUnusualReading: View<GatheredUnusual, RoleRow, UnusualPage> = {
  ...byRole,
  verb: 'look-at-unusual-reading',
  fields: ['at', 'actor', 'act', 'about', 'subjects', 'outcome'],
  params: gathered<GatheredUnusual>(),
  present: (_rows, { params: { now, cut, indexedTo, ...looked }, actor, may }) => ({
    answer: {
      ...unusualIn({ ...looked, watch: { ...looked.watch, viewer: actor.person } }, now, may),
      ...(cut && { cut }),
      ...(indexedTo !== undefined && { indexedTo }),
    },
    ids: [],
  }),
};

type Proof = Omit<ProofDesk, 'mayRead' | 'mayWatch'>;

/** How the last proof of the journal ended, and whether one goes on. */
export const lookAtProof: View<Proof, RoleRow, ProofDesk> = {
  ...byRole,
  verb: 'look-at-proof',
  fields: ['verdict'],
  params: gathered<Proof>(),
  present: (_rows, { params, actor, may }) => ({
    answer: {
      ...params,
      mayRead: actor.grants.some(({ school }) => may('list-journal', { school })),
      mayWatch: actor.grants.some(({ school }) => may('look-at-unusual-reading', { school })),
    },
    ids: [],
  }),
};

/** Has the journal proved. It shows nothing: what is found, `lookAtProof` shows. */
export const proveJournal: View<object, RoleRow, null> = {
  ...byRole,
  verb: 'prove-journal',
  fields: [],
  params: z.strictObject({}),
  present: () => ({ answer: null, ids: [] }),
};
