import { z } from 'zod';
import type { UseCase } from '../../../perform/types.ts';
import { one, rows } from '../../../records/need.ts';
import { schoolDay } from '../../../records/school-day.ts';
import { contribution, type Contribution } from '../record.ts';
import { toldOf } from '../rules.ts';
import { contributionShut, placeOfContribution, speakersOfMeeting, type SpeakerRow } from './contribution-queries.ts';

const input = z.strictObject({
  contribution: z.string(),
  meeting: z.string(),
  rev: z.int(),
  /** Entra object id; absent for nobody beside the leads. */
  speaker: z.exactOptional(z.string()),
});

interface State {
  readonly subject: Contribution | undefined;
  readonly speakers: readonly SpeakerRow[];
  readonly places: readonly { readonly id: string }[];
  readonly shut: readonly object[];
}

/** Says who speaks for the school about a child: they read and write what is brought, as long as they are in the circle of the child’s concern. They are told in their chat. */
export const nameSpeaker: UseCase<z.infer<typeof input>, State, null> = {
  verb: 'name-speaker',
  input,
  needs: ({ contribution: id, meeting }, { person }, now) => ({
    subject: one(contribution, id),
    speakers: rows(speakersOfMeeting, { meeting, now, today: schoolDay(now) }),
    places: rows(placeOfContribution, { contribution: id }),
    shut: rows(contributionShut, { id, person }),
  }),
  decide({ subject, speakers, places, shut }, { meeting, rev, speaker }, { actor }) {
    if (!subject || subject.meetingId !== meeting || shut.length > 0)
      return { ok: false, problem: { code: 'not-found' } };
    if (rev !== subject.rev) return { ok: false, problem: { code: 'changed-meanwhile' } };
    const named = speakers.find(({ personId, place }) => personId === speaker && places.some(({ id }) => id === place));
    if (speaker !== undefined && !named) {
      const message = 'Choose somebody who was asked to the meeting and was given the child’s case.';
      return { ok: false, problem: { code: 'invalid-input', fields: [{ name: 'speaker', message }] } };
    }
    const values = {
      ...{ speakerId: named?.personId ?? null, speakerName: named?.name ?? null, concernId: named?.concernId ?? null },
    };
    const put = [{ kind: 'update' as const, type: contribution, id: subject.id, rev, values }];
    const newly = subject.speakerId === named?.personId ? [] : [named?.personId];
    const effects = toldOf('speaker-named', meeting, newly, actor.person);
    return { ok: true, change: { put, lane: meeting, entries: [], effects }, answer: null };
  },
};
