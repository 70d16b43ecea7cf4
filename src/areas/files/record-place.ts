import { z } from 'zod';
import type { UseCase } from '../../perform/types.ts';
import { one } from '../../records/need.ts';
import { update } from '../../records/patch.ts';
import { document, type Document } from './record.ts';
import { mayLeave } from './rules.ts';

const input = z.strictObject({
  document: z.string(),
  driveId: z.string(),
  driveItemId: z.string(),
  webUrl: z.string(),
  /** Absent where there is none, or SharePoint would not set it. */
  retentionLabel: z.exactOptional(z.string()),
});

/** Lantern's own act: the file lies in the school's library. */
export const recordPlace: UseCase<z.infer<typeof input>, { readonly subject: Document | undefined }, null> = {
  verb: 'record-place',
  input,
  needs: ({ document: id }) => ({ subject: one(document, id) }),
  decide({ subject }, { document: _id, ...place }, { now }) {
    if (!subject) return { ok: false, problem: { code: 'not-found' } };
    if (subject.driveItemId !== undefined) return { ok: false, problem: { code: 'already-done' } };
    // Whatever the worker believes: what was not cleared is not filed.
    if (!mayLeave(subject.state)) return { ok: false, problem: { code: 'changed-meanwhile' } };
    return {
      ok: true,
      change: {
        put: [update(document, subject, { ...place, placedAt: now })],
        lane: subject.concernId,
        entries: [{ about: subject.concernId, what: 'document-filed' }],
        effects: [],
      },
      answer: null,
    };
  },
};
