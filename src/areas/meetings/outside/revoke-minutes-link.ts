import { z } from 'zod';
import type { UseCase } from '../../../perform/types.ts';
import { one } from '../../../records/need.ts';
import { update } from '../../../records/patch.ts';
import { minutesLink, type MinutesLink } from '../record.ts';
import { stateOfLink } from './link-rules.ts';

const input = z.strictObject({ meeting: z.string(), link: z.string() });

/** Ends a link to minutes before its time. Nobody opens anything by it again. */
export const revokeMinutesLink: UseCase<z.infer<typeof input>, { readonly subject: MinutesLink | undefined }, null> = {
  verb: 'revoke-minutes-link',
  input,
  needs: ({ link }) => ({ subject: one(minutesLink, link) }),
  decide({ subject }, { meeting }, { now }) {
    if (subject?.meetingId !== meeting) return { ok: false, problem: { code: 'not-found' } };
    if (stateOfLink(subject, now) !== 'works') return { ok: false, problem: { code: 'already-done' } };
    const put = update(minutesLink, subject, { revokedAt: now });
    return { ok: true, change: { put: [put], lane: meeting, entries: [], effects: [] }, answer: null };
  },
};
