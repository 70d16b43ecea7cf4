import { z } from 'zod';
import type { UseCase } from '../../../perform/types.ts';
import { one, rows } from '../../../records/need.ts';
import { create } from '../../../records/patch.ts';
import { schoolDay } from '../../../records/school-day.ts';
import { concern, type Concern } from '../../concerns/record.ts';
import { document, type Document } from '../../files/record.ts';
import { meetingKind } from '../fields.ts';
import { concernsOfMeeting } from '../minutes/minutes-queries.ts';
import { meeting, type Meeting } from '../record.ts';
import { areMinutesFinal } from '../rules.ts';
import { paperFormats } from './paper-formats.ts';

const input = z.strictObject({
  /** Id of the document, which is also that of its bytes in the spool. */
  document: z.string(),
  meeting: z.string(),
  concern: z.string(),
  format: z.enum(['pdf', 'docx'] satisfies (keyof typeof paperFormats)[]),
  size: z.int().min(1),
  /** SHA-256 of the bytes. */
  digest: z.string(),
  state: z.enum(['pending-scan', 'not-scanned']),
});

interface State {
  readonly subject: Concern | undefined;
  readonly held: Meeting | undefined;
  readonly already: Document | undefined;
  readonly concerns: readonly { readonly id: string }[];
}

/** Lantern’s own act: a paper of final minutes is a file of a concern that the meeting spoke of. */
export const fileMinutes: UseCase<z.infer<typeof input>, State, null> = {
  verb: 'file-minutes',
  input,
  needs: (said) => ({
    subject: one(concern, said.concern),
    held: one(meeting, said.meeting),
    already: one(document, said.document),
    concerns: rows(concernsOfMeeting, { meeting: said.meeting }),
  }),
  decide({ subject, held, already, concerns }, { document: id, format, size, digest, state }, { actor, now }) {
    if (!subject || !held || held.school !== subject.school) return { ok: false, problem: { code: 'not-found' } };
    if (!areMinutesFinal(held) || !concerns.some((spoken) => spoken.id === subject.id))
      return { ok: false, problem: { code: 'not-found' } };
    if (already) return { ok: false, problem: { code: 'already-done' } };
    const { ending, mediaType, label } = paperFormats[format];
    const put = create(
      document,
      { id, school: subject.school },
      {
        ...{ concernId: subject.id, concernRef: subject.ref ?? '', meetingId: held.id },
        ...{ kind: 'meeting-record', source: 'our-school', madeOn: schoolDay(held.startsAt) },
        name: `${held.notedAt === undefined ? 'Minutes' : 'School’s note'} ${held.ref ?? ''}, ${meetingKind[held.kind]} (${label})`,
        ...(held.chairName !== undefined && { madeBy: held.chairName }),
        ...{ fileName: `${id}.${ending}`, mediaType, size, digest, originalDigest: digest, state },
        ...{ addedById: actor.person, addedByName: actor.name, addedAt: now },
      },
    );
    const entries = [{ about: subject.id, what: 'document-added' }];
    return { ok: true, change: { put: [put], entries, effects: [] }, answer: null };
  },
};
