import { z } from 'zod';
import type { UseCase } from '../../../perform/types.ts';
import { one, rows } from '../../../records/need.ts';
import type { RecordPatch } from '../../../records/patch.ts';
import { meetingPaper, type MeetingPaper } from '../record.ts';
import { papersLaid, type PaperRow } from './paper-queries.ts';

const input = z.strictObject({ meeting: z.string(), paper: z.string() });

interface State {
  readonly subject: MeetingPaper | undefined;
  readonly laid: readonly PaperRow[];
}

/** Takes a paper of a meeting away, from everybody on its list at once. The file stays where it is. */
export const withdrawPaper: UseCase<z.infer<typeof input>, State, null> = {
  verb: 'withdraw-paper',
  input,
  needs: ({ meeting, paper }) => ({ subject: one(meetingPaper, paper), laid: rows(papersLaid, { meeting }) }),
  decide({ subject, laid }, { meeting }, { actor, now }) {
    if (subject?.meetingId !== meeting || subject.paperId !== undefined)
      return { ok: false, problem: { code: 'not-found' } };
    const open = laid.filter(({ id, paperId }) => id === subject.id || paperId === subject.id);
    if (subject.state !== 'open' || open.length === 0) return { ok: false, problem: { code: 'already-done' } };
    const values = { state: 'withdrawn', withdrawnAt: now, withdrawnByName: actor.name };
    const put = open.map(({ id, rev }): RecordPatch => ({ kind: 'update', type: meetingPaper, id, rev, values }));
    return { ok: true, change: { put, lane: meeting, entries: [], effects: [] }, answer: null };
  },
};
