import { z } from 'zod';
import type { UseCase } from '../../../perform/types.ts';
import { one, rows } from '../../../records/need.ts';
import { create, update } from '../../../records/patch.ts';
import type { BegunContribution } from '../contract.ts';
import { contributionTexts } from '../fields.ts';
import { contribution, meeting, meetingChild, type Meeting, type MeetingChild } from '../record.ts';
import { keptFromChildOfMeeting, latestContribution, type OneContribution } from './contribution-queries.ts';
import { contributionTemplates, type ContributionText } from './templates.ts';

const input = z.strictObject({
  meeting: z.string(),
  /** Id of the child’s place in the meeting. */
  child: z.string(),
});

interface State {
  readonly subject: MeetingChild | undefined;
  readonly held: Meeting | undefined;
  readonly latest: readonly OneContribution[];
  readonly kept: readonly object[];
}

/**
 * Begins what the school brings to a meeting about one child; or, where something was given already, its next version, from the words
 * of the last. There is one that is being written at a time.
 */
export const beginContribution: UseCase<z.infer<typeof input>, State, BegunContribution> = {
  verb: 'begin-contribution',
  input,
  needs: ({ meeting: id, child }, { person }) => ({
    subject: one(meetingChild, child),
    held: one(meeting, id),
    latest: rows(latestContribution, { child }),
    kept: rows(keptFromChildOfMeeting, { child, person }),
  }),
  decide({ subject, held, latest: [latest], kept }, _input, { actor, now, newId }) {
    if (!subject || !held || subject.meetingId !== held.id || subject.removedFromAt !== undefined || kept.length > 0)
      return { ok: false, problem: { code: 'not-found' } };
    if (!contributionTemplates[held.kind]) return { ok: false, problem: { code: 'not-found' } };
    if (held.status === 'cancelled' || latest?.status === 'draft')
      return { ok: false, problem: { code: 'already-done' } };
    const id = newId();
    const begun = create(
      contribution,
      { id, school: subject.school },
      {
        ...{
          meetingId: held.id,
          childId: subject.childId,
          versionNumber: (latest?.versionNumber ?? 0) + 1,
          status: 'draft',
        },
        ...(latest && carriedOver(latest)),
        ...{ writtenByName: actor.name, writtenAt: now },
      },
    );
    // The child’s place says which is the latest, so that two who begin at once do not make two.
    const put = [begun, update(meetingChild, subject, { contributionId: id })];
    return { ok: true, change: { put, lane: held.id, entries: [], effects: [] }, answer: { contribution: id } };
  },
};

const texts = Object.keys(contributionTexts) as readonly ContributionText[];

/** What of a version that was given the next one begins with. */
const carriedOver = (latest: OneContribution) => ({
  ...Object.fromEntries(texts.flatMap((text) => (latest[text] === null ? [] : [[text, latest[text]]]))),
  ...(latest.speakerId !== null && { speakerId: latest.speakerId }),
  ...(latest.speakerName !== null && { speakerName: latest.speakerName }),
  ...(latest.concernId !== null && { concernId: latest.concernId }),
});
