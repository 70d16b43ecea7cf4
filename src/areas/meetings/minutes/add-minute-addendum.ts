import { z } from 'zod';
import type { UseCase } from '../../../perform/types.ts';
import { one, rows } from '../../../records/need.ts';
import { create } from '../../../records/patch.ts';
import { splitText } from '../../../records/split-text.ts';
import { postsOf, type PostRow } from '../../channels/queries.ts';
import { repliesTo } from '../../channels/rules.ts';
import { minutesDraft } from '../contract.ts';
import { minuteAddendumFields } from '../fields.ts';
import { meeting, minuteAddendum, type Meeting } from '../record.ts';
import { isMeetingActOpen } from '../rules.ts';
import { keptFromAgenda } from './minutes-queries.ts';

const input = z.strictObject({
  meeting: z.string(),
  words: z.string().trim().min(1, 'Write what you want to add.').max(minutesDraft.mostBytes.update),
});

interface State {
  readonly subject: Meeting | undefined;
  readonly kept: readonly object[];
  readonly posts: readonly PostRow[];
}

/** Adds to minutes that were agreed; what was agreed stays as it is. */
export const addMinuteAddendum: UseCase<z.infer<typeof input>, State, null> = {
  verb: 'add-minute-addendum',
  input,
  needs: ({ meeting: id }, { person }) => ({
    subject: one(meeting, id),
    kept: rows(keptFromAgenda, { meeting: id, person }),
    posts: rows(postsOf, { of: id }),
  }),
  decide({ subject, kept, posts }, { words }, { actor, now, newId }) {
    if (!subject || kept.length > 0) return { ok: false, problem: { code: 'not-found' } };
    if (!isMeetingActOpen(subject.status, 'add-minute-addendum'))
      return { ok: false, problem: { code: 'changed-meanwhile' } };
    const { chairId, minuteTakerId } = subject;
    const rest = {
      meetingId: subject.id,
      ...(chairId !== undefined && { chairId }),
      ...(minuteTakerId !== undefined && { minuteTakerId }),
      ...{ writtenById: actor.person, writtenByName: actor.name, writtenAt: now },
    };
    const added = splitText(words, minuteAddendumFields.words.max).map((piece, i) =>
      create(minuteAddendum, { id: newId(), school: subject.school }, { ...rest, words: piece, part: i + 1 }),
    );
    const replies = repliesTo(posts, added[0]?.id ?? '', { actor, now, newId });
    const put = [...added, ...replies.map((reply) => reply.put)];
    const effects = replies.map(({ effect }) => effect);
    return { ok: true, change: { put, lane: subject.id, entries: [], effects }, answer: null };
  },
};
