import { z } from 'zod';
import type { UseCase } from '../../../perform/types.ts';
import { one, rows } from '../../../records/need.ts';
import { create, type RecordPatch } from '../../../records/patch.ts';
import { keptFromAgenda } from '../minutes/minutes-queries.ts';
import { meeting, meetingPerson, minutesLink, type Meeting, type MeetingPerson } from '../record.ts';
import { isMeetingActOpen } from '../rules.ts';
import { linksOfMeeting, type LinkRow } from './link-queries.ts';
import { expiryOf, linkLimits, stateOfLink } from './link-rules.ts';

const input = z.strictObject({ meeting: z.string(), invitation: z.string() });

/** What is kept of an address and a code that were made a moment ago: neither can be told from it. */
export interface KeptOfLink {
  readonly link: string;
  readonly codeDigest: string;
}

interface State {
  readonly subject: Meeting | undefined;
  readonly to: MeetingPerson | undefined;
  readonly kept: readonly object[];
  readonly links: readonly LinkRow[];
}

/**
 * Makes a link to final minutes for somebody of another agency who was asked to the meeting. An earlier link of theirs ends, so that
 * one that went astray is mended by sending again.
 */
export const sendMinutesOutside = ({
  link,
  codeDigest,
}: KeptOfLink): UseCase<z.infer<typeof input>, State, { readonly link: string; readonly expiresAt: string }> => ({
  verb: 'send-minutes-outside',
  input,
  needs: ({ meeting: id, invitation }, { person }) => ({
    subject: one(meeting, id),
    to: one(meetingPerson, invitation),
    kept: rows(keptFromAgenda, { meeting: id, person }),
    links: rows(linksOfMeeting, { meeting: id }),
  }),
  decide({ subject, to, kept, links }, _asked, { actor, now }) {
    if (!subject || kept.length > 0 || to?.meetingId !== subject.id)
      return { ok: false, problem: { code: 'not-found' } };
    const fault = (name: string, message: string) =>
      ({ ok: false, problem: { code: 'invalid-input', fields: [{ name, message }] } }) as const;
    if (!isMeetingActOpen(subject.status, 'send-minutes-outside'))
      return fault('meeting', 'Minutes go to nobody outside before they are agreed.');
    if (to.invitedAs !== 'professional')
      return fault('invitation', 'A link is for professionals of other agencies who were asked to the meeting.');
    const expiresAt = expiryOf(now);
    const ended = links
      .filter((one) => one.invitationId === to.id && stateOfLink(one, now) === 'works')
      .map(({ id, rev }): RecordPatch => ({ kind: 'update', type: minutesLink, id, rev, values: { revokedAt: now } }));
    const made = create(
      minutesLink,
      { id: link, school: subject.school },
      {
        ...{ meetingId: subject.id, invitationId: to.id, codeDigest },
        ...{ sentById: actor.person, sentByName: actor.name, sentAt: now, expiresAt },
        ...{ triesLeft: linkLimits.tries, opened: 0 },
      },
    );
    return {
      ok: true,
      change: { put: [...ended, made], lane: subject.id, entries: [], effects: [] },
      answer: { link, expiresAt },
    };
  },
});
