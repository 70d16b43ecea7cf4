import { z } from 'zod';
import type { UseCase } from '../../../perform/types.ts';
import { one } from '../../../records/need.ts';
import { update } from '../../../records/patch.ts';
import { minutesLink, type MinutesLink } from '../record.ts';
import { isSameDigest, stateOfLink } from './link-rules.ts';

const input = z.strictObject({ link: z.string(), codeDigest: z.string() });

/** What a link gives to whoever had the right code: minutes as they were when it was made. */
export interface Opened {
  readonly meeting: string;
  readonly upto: string;
}

/**
 * Somebody outside has typed a code. A wrong one is an act too, for it takes one of the tries; what was typed stands nowhere.
 * The journal tells the two apart by the field that was written.
 */
export const openMinutesOutside: UseCase<
  z.infer<typeof input>,
  { readonly subject: MinutesLink | undefined },
  Opened | null
> = {
  verb: 'open-minutes-outside',
  input,
  needs: ({ link }) => ({ subject: one(minutesLink, link) }),
  decide({ subject }, { codeDigest }, { now }) {
    if (!subject) return { ok: false, problem: { code: 'not-found' } };
    if (stateOfLink(subject, now) !== 'works') return { ok: false, problem: { code: 'already-done' } };
    const isRight = isSameDigest(subject.codeDigest, codeDigest);
    const put = update(
      minutesLink,
      subject,
      isRight ? { opened: subject.opened + 1, openedAt: now } : { triesLeft: subject.triesLeft - 1 },
    );
    return {
      ok: true,
      change: { put: [put], lane: subject.meetingId, entries: [], effects: [] },
      answer: isRight ? { meeting: subject.meetingId, upto: subject.sentAt } : null,
    };
  },
};
