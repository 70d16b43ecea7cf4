import { readRemovedChannel } from '../../src/areas/channels/views.ts';
import { readInvitation } from '../../src/areas/meetings/invitations.ts';
import { listPeopleOfMeeting, readMeeting } from '../../src/areas/meetings/views.ts';
import type { ShowEffect } from '../effects.ts';
import { theirs } from '../theirs.ts';
import { channelRemovedCard } from './channel-removed-card.ts';
import { invitationCard, type InvitationView } from './invitation-card.ts';
import { circulatedCard } from './circulated-card.ts';
import { officialDueCard } from './official-due-card.ts';
import { papersCard } from './papers-card.ts';
import { reportCard } from './report-card.ts';
import { reportsAwaitedCard } from './reports-awaited-card.ts';
import { speakerCard } from './speaker-card.ts';

/** The tab's page of meetings, as a deep link names it: there one sees when and where, also without a right to the meeting itself. */
const page = 'meetings';

/** The card of somebody who was asked, as things stand; nothing when they were not, or are kept from the meeting (now). */
export const showInvitation =
  (message: InvitationView['message']): ShowEffect =>
  async ({ read, seals, linkTo }, who, about) => {
    const invitation = theirs(await read(readInvitation, who, { id: about }));
    if (!invitation) return undefined;
    // The form is sealed with the meeting; which place in it is one's own is read again when the button is pressed.
    const sealed = (verb: string) => seals.seal(who, verb, about);
    return invitationCard({
      ...{ invitation, message, come: sealed('come-to-meeting'), decline: sealed('decline-meeting') },
      link: linkTo(invitation.mayOpen ? `meeting-${about}` : page, who),
    });
  };

/** That the minutes are there, for whoever may read them (now), as one who leads it or as one who was there; the others are told nothing that they could not read. */
export const showMinutes: ShowEffect = async ({ read, seals, linkTo }, who, about) => {
  const invitation = theirs(await read(readInvitation, who, { id: about }));
  if (!invitation || !(invitation.mayOpen || invitation.mayRead)) return undefined;
  const sealed = seals.seal(who, 'acknowledge-minutes', about);
  const page = invitation.mayOpen ? `meeting-${about}` : `minutes-${about}`;
  return circulatedCard({ invitation, read: sealed, link: linkTo(page, who) });
};

/** That another body’s own minutes have not come; nothing once they have, or for whoever may not open the meeting (now). */
export const showOfficialDue: ShowEffect = async ({ read, linkTo }, who, about) => {
  const meeting = theirs(await read(readMeeting, who, { id: about }));
  return meeting?.official?.step === 'chase' ? officialDueCard(meeting, linkTo(`meeting-${about}`, who)) : undefined;
};

/** The report that somebody was asked for, as things stand; nothing when none is asked of them any more, the meeting is off, or they are kept from it (now). */
export const showReport =
  (again: boolean): ShowEffect =>
  async ({ read, seals, linkTo }, who, about) => {
    const invitation = theirs(await read(readInvitation, who, { id: about }));
    const report = invitation?.report;
    if (!invitation || !report || invitation.status === 'cancelled') return undefined;
    const link = linkTo(invitation.mayOpen ? `meeting-${about}` : page, who);
    return reportCard({ invitation, report, again, sent: seals.seal(who, 'report-sent', about), link });
  };

/** That there are papers of a meeting for somebody to read; nothing when they may read none (now). */
export const showPapers: ShowEffect = async ({ read, linkTo }, who, about) => {
  const invitation = theirs(await read(readInvitation, who, { id: about }));
  return invitation && invitation.papers > 0 ? papersCard(invitation, linkTo(page, who)) : undefined;
};

/** That somebody speaks for the school; nothing once the meeting is off, or where they could not write what it brings (now). */
export const showSpeaker: ShowEffect = async ({ read, linkTo }, who, about) => {
  const invitation = theirs(await read(readInvitation, who, { id: about }));
  if (!invitation || invitation.status === 'cancelled') return undefined;
  if (!invitation.mayContribute && !invitation.mayOpen) return undefined;
  return speakerCard(invitation, linkTo(invitation.mayOpen ? `meeting-${about}` : page, who));
};

/** That reports to a meeting have not come; nothing once all have, or for whoever may not open the meeting (now). */
export const showReportsAwaited: ShowEffect = async ({ read, linkTo }, who, about) => {
  const meeting = theirs(await read(readMeeting, who, { id: about }));
  if (!meeting?.reports.mayAsk) return undefined;
  const people = theirs(await read(listPeopleOfMeeting, who, { id: about })) ?? [];
  const awaited = people.flatMap(({ report }) => (report && report.receivedOn === undefined ? [report] : []));
  return awaited.length > 0 ? reportsAwaitedCard(meeting, awaited, linkTo(`meeting-${about}`, who)) : undefined;
};

/** The card of whoever set a channel up from which Lantern was taken; nothing when it is back there. */
export const showRemovedChannel: ShowEffect = async ({ read, linkTo }, who, about) => {
  const channel = theirs(await read(readRemovedChannel, who, { id: about }));
  return channel?.status === 'removed' ? channelRemovedCard(channel, linkTo(page, who)) : undefined;
};
