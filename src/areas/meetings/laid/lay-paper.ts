import { z } from 'zod';
import type { UseCase } from '../../../perform/types.ts';
import { one, rows } from '../../../records/need.ts';
import { create, type RecordPatch } from '../../../records/patch.ts';
import { document, type Document } from '../../files/record.ts';
import { meetingPaperFields } from '../fields.ts';
import { peopleOfMeeting, type MeetingPersonRow } from '../queries.ts';
import { meeting, meetingPaper, type Meeting } from '../record.ts';
import { toldOf } from '../rules.ts';
import { filesForMeeting, keptFromFile, papersLaid, type FileRow, type PaperRow } from './paper-queries.ts';
import { arePapersOpen, leadsMeeting, reading } from './paper-rules.ts';

const input = z.strictObject({
  meeting: z.string(),
  document: z.string(),
  heading: z.string().trim().min(1, 'Write what it is called.').max(meetingPaperFields.heading.max),
  /** Ids of how they were asked: all who may read it, and nobody else. */
  readers: z.array(z.string()).max(60),
});
type Input = z.infer<typeof input>;

interface State {
  readonly subject: Document | undefined;
  readonly of: Meeting | undefined;
  readonly files: readonly FileRow[];
  readonly laid: readonly PaperRow[];
  readonly people: readonly MeetingPersonRow[];
  readonly kept: readonly { readonly id: string }[];
}

/**
 * Lays a file before a meeting and says who of the staff asked to it may read it there, or says that anew. Only whoever may see the
 * file by their own right and leads the meeting does it. Whoever is taken off the list can read it no more from the next look on.
 */
export const layPaper: UseCase<Input, State, null> = {
  verb: 'lay-paper',
  input,
  needs: ({ meeting: id, document: file }) => ({
    subject: one(document, file),
    of: one(meeting, id),
    files: rows(filesForMeeting, { meeting: id }),
    laid: rows(papersLaid, { meeting: id }),
    people: rows(peopleOfMeeting, { meeting: id }),
    kept: rows(keptFromFile, { meeting: id, document: file }),
  }),
  decide({ subject, of, files, laid, people, kept }, { heading, readers }, { actor, now, newId }) {
    if (!subject || !of || subject.school !== of.school || !leadsMeeting(actor, of))
      return { ok: false, problem: { code: 'not-found' } };
    if (!arePapersOpen(of, now)) return { ok: false, problem: { code: 'already-done' } };
    const fits = files.some(({ id }) => id === subject.id);
    const faults = [
      ...(fits ? [] : [{ name: 'document', message: 'Choose a file of a child of this meeting.' }]),
      ...faultsOf(readers, people, kept),
    ];
    if (faults.length > 0) return { ok: false, problem: { code: 'invalid-input', fields: faults } };
    const ofFile = laid.filter(({ documentId }) => documentId === subject.id);
    const there = ofFile.find(({ paperId }) => paperId === null);
    const paperId = there?.id ?? newId();
    const at = { school: of.school };
    const by = { addedById: actor.person, addedByName: actor.name, addedAt: now };
    const hangs = {
      ...{ meetingId: of.id, documentId: subject.id, concernId: subject.concernId, state: 'open' as const, ...by },
      ...(of.chairId !== undefined && { chairId: of.chairId }),
      ...(of.minuteTakerId !== undefined && { minuteTakerId: of.minuteTakerId }),
    };
    const paper: readonly RecordPatch[] = !there
      ? [create(meetingPaper, { id: paperId, ...at }, { ...hangs, heading })]
      : there.heading === heading
        ? []
        : [{ kind: 'update', type: meetingPaper, id: there.id, rev: there.rev, values: { heading } }];
    const wanted = new Set(readers);
    const listed = ofFile.filter((row) => row.paperId === paperId);
    const off = listed.filter(({ invitationId }) => invitationId === null || !wanted.has(invitationId));
    const on = people.filter(({ id }) => wanted.has(id) && !listed.some(({ invitationId }) => invitationId === id));
    const withdrawn = { state: 'withdrawn', withdrawnAt: now, withdrawnByName: actor.name };
    const put: readonly RecordPatch[] = [
      ...paper,
      ...off.map(({ id, rev }): RecordPatch => ({ kind: 'update', type: meetingPaper, id, rev, values: withdrawn })),
      ...on.flatMap(({ id, personId, name }) =>
        personId === null
          ? []
          : [create(meetingPaper, { id: newId(), ...at }, { ...hangs, paperId, invitationId: id, personId, name })],
      ),
    ];
    if (put.length === 0) return { ok: false, problem: { code: 'already-done' } };
    const told = on.map(({ personId }) => personId ?? undefined);
    const effects = toldOf('paper-laid', of.id, told, actor.person);
    return { ok: true, change: { put, lane: of.id, entries: [], effects }, answer: null };
  },
};

function faultsOf(readers: Input['readers'], people: State['people'], kept: State['kept']) {
  const staff = new Map(
    people.flatMap(({ id, name, personId, attendance, removedAt }) =>
      personId !== null && removedAt === null && reading.includes(attendance) ? [[id, name] as const] : [],
    ),
  );
  if (readers.some((reader) => !staff.has(reader)))
    return [{ name: 'readers', message: 'Choose staff who were asked to this meeting and have not said no.' }];
  const apart = readers.filter((reader) => kept.some(({ id }) => id === reader)).map((reader) => staff.get(reader));
  const message = `${apart.join(', ')}: there is a conflict of interest with this file. Leave them out.`;
  return apart.length > 0 ? [{ name: 'readers', message }] : [];
}
