import { z } from 'zod';
import type { UseCase } from '../../../perform/types.ts';
import { one } from '../../../records/need.ts';
import { update } from '../../../records/patch.ts';
import { schoolDay } from '../../../records/school-day.ts';
import type { AgreedMinutes } from '../contract.ts';
import { meetingFields } from '../fields.ts';
import { meeting, type Meeting } from '../record.ts';
import { isMeetingActOpen, isOfOtherBody } from '../rules.ts';
import { becomesRecords, faultOfSources, needsOfDraft, type DraftedMeeting } from './becomes-records.ts';

const input = z.strictObject({
  meeting: z.string(),
  rev: z.int(),
  /** Why the school did not agree with what was decided; absent where it did, or was not asked. */
  dissent: z.exactOptional(
    z.string().trim().min(1, 'Write why the school did not agree.').max(meetingFields.dissent.max),
  ),
  /** When the body that holds it meets again. */
  nextOn: z.exactOptional(z.iso.date('Choose a day.')),
});

interface State extends DraftedMeeting {
  readonly subject: Meeting | undefined;
}

/**
 * What the school wrote down of a meeting that another body holds becomes the school’s own note: records that nobody changes, with
 * the actions of its lines. Nobody agrees it: the minutes that are agreed are that body’s.
 */
export const keepNote: UseCase<z.infer<typeof input>, State, AgreedMinutes> = {
  verb: 'keep-note',
  input,
  needs: ({ meeting: id }, { person }, now) => ({ subject: one(meeting, id), ...needsOfDraft(id, person, now) }),
  decide(state, { rev, dissent, nextOn }, context) {
    const { subject, kept } = state;
    if (!subject || kept.length > 0 || !isOfOtherBody(subject.kind))
      return { ok: false, problem: { code: 'not-found' } };
    if (!isMeetingActOpen(subject.status, 'keep-note')) return { ok: false, problem: { code: 'already-done' } };
    if (rev !== subject.rev) return { ok: false, problem: { code: 'changed-meanwhile' } };
    const bare = faultOfSources(state);
    if (bare) return { ok: false, problem: bare };
    if (nextOn !== undefined && nextOn <= schoolDay(subject.startsAt)) {
      const message = 'Choose a day after this meeting.';
      return { ok: false, problem: { code: 'invalid-input', fields: [{ name: 'nextOn', message }] } };
    }
    const noted = becomesRecords(subject, state, context, (outcome) =>
      update(meeting, subject, {
        ...{ status: 'note-kept', notedAt: context.now, notedByName: context.actor.name },
        ...(outcome !== undefined && { outcome }),
        ...(dissent !== undefined && { dissent }),
        ...(nextOn !== undefined && { nextOn }),
      }),
    );
    return { ok: true, ...noted };
  },
};
