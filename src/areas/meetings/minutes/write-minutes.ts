import { z } from 'zod';
import type { UseCase } from '../../../perform/types.ts';
import { one, rows } from '../../../records/need.ts';
import { update } from '../../../records/patch.ts';
import { pointsOfAgenda } from '../agenda-queries.ts';
import { minutesDraft } from '../contract.ts';
import { meeting, type Meeting } from '../record.ts';
import { isMeetingActOpen } from '../rules.ts';
import { takeUpdate, type DraftPart } from './minutes-draft.ts';
import { draftOf, keptFromAgenda } from './minutes-queries.ts';

/** Characters of base64 that make so many bytes. */
const charactersOf = (bytes: number) => Math.ceil(bytes / 3) * 4;

const input = z.strictObject({
  meeting: z.string(),
  update: z.base64().min(1).max(charactersOf(minutesDraft.mostBytes.update)),
});

interface State {
  readonly subject: Meeting | undefined;
  readonly parts: readonly DraftPart[];
  readonly points: readonly { readonly id: string }[];
  readonly kept: readonly object[];
}

/** Adds to the draft of a meeting's minutes what one of its writers has typed. Whatever the others type meanwhile stays. */
export const writeMinutes: UseCase<z.infer<typeof input>, State, null> = {
  verb: 'write-minutes',
  input,
  needs: ({ meeting: id }, { person }) => ({
    subject: one(meeting, id),
    parts: rows(draftOf, { subject: id }),
    points: rows(pointsOfAgenda, { meeting: id }),
    kept: rows(keptFromAgenda, { meeting: id, person }),
  }),
  decide({ subject, parts, points, kept }, asked) {
    if (!subject || kept.length > 0) return { ok: false, problem: { code: 'not-found' } };
    if (!isMeetingActOpen(subject.status, 'write-minutes')) return { ok: false, problem: { code: 'already-done' } };
    const taken = takeUpdate(parts, asked.update, new Set(points.map(({ id }) => id)));
    if (!taken.ok && taken.why === 'out-of-step') return { ok: false, problem: { code: 'changed-meanwhile' } };
    if (!taken.ok) {
      const message = taken.why === 'too-large' ? 'This is more than minutes can hold.' : 'These are no minutes.';
      return { ok: false, problem: { code: 'invalid-input', fields: [{ name: 'update', message }] } };
    }
    const { add, upto } = taken;
    return {
      ok: true,
      change: {
        // Once only: minutes that are being written change no record, so writers never stand in each other's way.
        put: subject.status === 'minutes-draft' ? [] : [update(meeting, subject, { status: 'minutes-draft' })],
        draft: { of: subject.id, add, ...(upto !== undefined && { upto }) },
        touched: ['meeting.draft'],
        entries: [],
        effects: [],
      },
      answer: null,
    };
  },
};
