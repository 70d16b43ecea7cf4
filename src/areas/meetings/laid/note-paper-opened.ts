import { z } from 'zod';
import type { UseCase } from '../../../perform/types.ts';
import { one } from '../../../records/need.ts';
import { update } from '../../../records/patch.ts';
import { meetingPaper, type MeetingPaper } from '../record.ts';

const input = z.strictObject({ paper: z.string() });

/** Somebody on the list of a paper has it: whoever leads the meeting sees when they last did. */
export const notePaperOpened: UseCase<z.infer<typeof input>, { readonly subject: MeetingPaper | undefined }, null> = {
  verb: 'note-paper-opened',
  input,
  needs: ({ paper }) => ({ subject: one(meetingPaper, paper) }),
  decide({ subject }, _asked, { now }) {
    if (!subject) return { ok: false, problem: { code: 'not-found' } };
    const put = [update(meetingPaper, subject, { openedAt: now, opened: (subject.opened ?? 0) + 1 })];
    return { ok: true, change: { put, lane: subject.meetingId, entries: [], effects: [] }, answer: null };
  },
};
