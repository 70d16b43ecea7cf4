import { z } from 'zod';
import type { UseCase } from '../../../perform/types.ts';
import { one } from '../../../records/need.ts';
import { update } from '../../../records/patch.ts';
import type { AgreedMinutes } from '../contract.ts';
import { meeting, type Meeting } from '../record.ts';
import { isMeetingActOpen, isOfOtherBody } from '../rules.ts';
import { becomesRecords, faultOfSources, needsOfDraft, type DraftedMeeting } from './becomes-records.ts';

const input = z.strictObject({ meeting: z.string(), rev: z.int() });

interface State extends DraftedMeeting {
  readonly subject: Meeting | undefined;
}

/**
 * The chair agrees the minutes: what was a draft becomes records that nobody changes, and what its decisions give somebody to do
 * becomes actions; what was not decided goes on to the next meeting of the series. If anybody has typed meanwhile, it is decided again with what they typed.
 */
export const agreeMinutes: UseCase<z.infer<typeof input>, State, AgreedMinutes> = {
  verb: 'agree-minutes',
  input,
  needs: ({ meeting: id }, { person }, now) => ({ subject: one(meeting, id), ...needsOfDraft(id, person, now) }),
  decide(state, { rev }, context) {
    const { subject, kept } = state;
    if (!subject || kept.length > 0) return { ok: false, problem: { code: 'not-found' } };
    // Another body's minutes are agreed there; of those the school keeps a note.
    if (isOfOtherBody(subject.kind) || subject.chairId !== context.actor.person)
      return { ok: false, problem: { code: 'not-found' } };
    if (!isMeetingActOpen(subject.status, 'agree-minutes')) return { ok: false, problem: { code: 'already-done' } };
    if (rev !== subject.rev) return { ok: false, problem: { code: 'changed-meanwhile' } };
    const bare = faultOfSources(state);
    if (bare) return { ok: false, problem: bare };
    const agreed = becomesRecords(subject, state, context, (outcome) =>
      update(meeting, subject, {
        ...{ status: 'minutes-agreed', agreedAt: context.now, agreedByName: context.actor.name },
        ...(outcome !== undefined && { outcome }),
      }),
    );
    return { ok: true, ...agreed };
  },
};
