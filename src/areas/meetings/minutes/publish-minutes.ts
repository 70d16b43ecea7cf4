import { z } from 'zod';
import type { UseCase } from '../../../perform/types.ts';
import { one } from '../../../records/need.ts';
import { update } from '../../../records/patch.ts';
import { meetingKinds } from '../kinds.ts';
import { meeting, type Meeting } from '../record.ts';
import { isMeetingActOpen } from '../rules.ts';

const input = z.strictObject({ meeting: z.string(), rev: z.int() });

/** Says that agreed minutes may go to whom they are for. What a kind keeps from every channel is never published. */
export const publishMinutes: UseCase<z.infer<typeof input>, { readonly subject: Meeting | undefined }, null> = {
  verb: 'publish-minutes',
  input,
  needs: ({ meeting: id }) => ({ subject: one(meeting, id) }),
  decide({ subject }, { rev }, { now }) {
    if (!subject) return { ok: false, problem: { code: 'not-found' } };
    if (!isMeetingActOpen(subject.status, 'publish-minutes')) return { ok: false, problem: { code: 'already-done' } };
    if (rev !== subject.rev) return { ok: false, problem: { code: 'changed-meanwhile' } };
    if (!meetingKinds[subject.kind].toChannel) {
      const message = 'Minutes of a meeting of this kind stay with those who were there.';
      return { ok: false, problem: { code: 'invalid-input', fields: [{ name: 'meeting', message }] } };
    }
    const put = update(meeting, subject, { status: 'minutes-published', publishedAt: now });
    return { ok: true, change: { put: [put], entries: [], effects: [] }, answer: null };
  },
};
