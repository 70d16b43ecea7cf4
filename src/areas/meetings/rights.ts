import type { Right, RightsTable } from '../../access/types.ts';
import { leads } from '../people/rules.ts';
import { attending } from './rules.ts';

/** Whoever calls meetings and prepares them. */
const callers: readonly Right[] = [...leads, { role: 'safeguarding-administrator', reach: 'school' }];
/** And whoever chairs or minutes this one, whatever else they are. */
const part: readonly Right[] = [
  ...callers,
  { role: 'staff', reach: 'own', ownField: 'chairId' },
  { role: 'staff', reach: 'own', ownField: 'minuteTakerId' },
];
/** Whoever keeps the school’s own note of a meeting that another body chairs, and sees to its official minutes. */
const noters: readonly Right[] = [...callers, { role: 'staff', reach: 'own', ownField: 'minuteTakerId' }];
/** Whoever chairs it, and nobody else. */
const chair: readonly Right[] = [{ role: 'staff', reach: 'own', ownField: 'chairId' }];
/** Whoever was asked to it. */
const asked: readonly Right[] = [{ role: 'staff', reach: 'own', ownField: 'personId' }];

/** Whoever speaks for the school about a child, as long as they are in the circle of the child’s concern. */
const speaker: readonly Right[] = [{ role: 'staff', reach: 'circle', ownField: 'speakerId', recognised: true }];

/** Whoever of the staff was at it, or sent apologies; who was asked and stayed away is told nothing of it, nor who has left since. */
const attendees: readonly Right[] = [
  {
    ...{ role: 'staff', reach: 'own', ownField: 'personId', recognised: true },
    when: { attendance: attending, invitedAs: ['staff'] },
  },
];

/** Whoever may see a file by their own right, and not for having opened the child’s file themselves: only they lay it before others. */
const layers: readonly Right[] = [...leads, { role: 'staff', reach: 'circle', recognised: true }];

/** Whoever of the staff stands on the list of a paper, as long as it does; the look itself asks for the rest (`papersToRead`). */
const paperReaders: readonly Right[] = [
  { ...{ role: 'staff', reach: 'own', ownField: 'personId', recognised: true }, when: { state: ['open'] } },
];

/** Lantern itself, which files minutes and says which have not come. What was misfiled meanwhile lies in the restricted register and gets no paper. */
const filing: readonly Right[] = [{ role: 'filing', reach: 'school' }];

/** Lantern itself, on behalf of somebody outside who has a link and its code. */
const reader: readonly Right[] = [{ role: 'outside-reader', reach: 'school' }];

/** What can be done with a meeting and who may; no row, no right. Nobody reaches one about a child whom they are kept from. */
export const meetingRights = {
  'call-meeting': { audit: 'create', about: 'meeting', may: callers },
  'list-people-for-meetings': { audit: 'list', about: 'staffMember', may: callers },
  'look-up-free-times': { audit: 'list', about: 'staffMember', may: callers },
  'change-meeting': { audit: 'decide', about: 'meeting', may: callers },
  'cancel-meeting': { audit: 'decide', about: 'meeting', may: callers },
  'record-event': { audit: 'decide', about: 'meeting', may: [{ role: 'calendar', reach: 'school' }] },
  'refresh-agenda': { audit: 'decide', about: 'meeting', may: part },
  'arrange-agenda': { audit: 'decide', about: 'meeting', may: part },
  'add-agenda-point': { audit: 'addend', about: 'meeting', may: part },
  'hold-meeting': { audit: 'decide', about: 'meeting', may: part },
  'write-minutes': { audit: 'addend', about: 'meeting', may: part },
  'agree-minutes': { audit: 'decide', about: 'meeting', may: chair },
  'keep-note': { audit: 'decide', about: 'meeting', may: noters },
  'expect-official-minutes': { audit: 'decide', about: 'meeting', may: noters },
  'record-official-minutes': { audit: 'decide', about: 'meeting', may: noters },
  'chase-official-minutes': { audit: 'decide', about: 'meeting', may: filing },
  'ask-for-report': { audit: 'decide', about: 'meetingPerson', may: part },
  'withdraw-report-request': { audit: 'decide', about: 'meetingPerson', may: part },
  'record-report': { audit: 'decide', about: 'meetingPerson', may: part },
  'say-report-sent': { audit: 'decide', about: 'meetingPerson', may: asked },
  'chase-reports': { audit: 'decide', about: 'meeting', may: [{ role: 'chasing', reach: 'school' }] },
  'list-files-for-meeting': { audit: 'list', about: 'document', may: layers },
  'lay-paper': { audit: 'share', about: 'document', may: layers },
  'withdraw-paper': { audit: 'decide', about: 'meetingPaper', may: part },
  'list-papers-of-meeting': { audit: 'list', about: 'meetingPaper', may: part },
  'list-papers-to-read': { audit: 'list', about: 'meetingPaper', may: paperReaders },
  // It leaves Lantern as a file does that is downloaded from the case.
  'read-paper': { audit: 'export', about: 'meetingPaper', may: paperReaders },
  'note-paper-opened': { audit: 'read', about: 'meetingPaper', may: paperReaders },
  'publish-minutes': { audit: 'share', about: 'meeting', may: part },
  'add-minute-addendum': { audit: 'addend', about: 'meeting', may: part },
  'read-minutes': { audit: 'read', about: 'meeting', may: part },
  'look-at-transcript': { audit: 'read', about: 'meeting', may: part },
  'list-minutes': { audit: 'list', about: 'minute', may: part },
  'list-minute-addenda': { audit: 'list', about: 'minuteAddendum', may: part },
  'read-renderings': { audit: 'read', about: 'meeting', may: [...part, { role: 'posting', reach: 'school' }] },
  'file-minutes': { audit: 'create', about: 'concern', may: filing },
  'list-papers-of-minutes': { audit: 'list', about: 'meetingChild', may: part },
  'count-meetings': { audit: 'list', about: 'meeting', may: callers },
  'send-minutes-outside': { audit: 'transfer', about: 'meeting', may: leads },
  'revoke-minutes-link': { audit: 'decide', about: 'minutesLink', may: leads },
  'list-minutes-links': { audit: 'list', about: 'minutesLink', may: leads },
  'open-minutes-outside': { audit: 'transfer', about: 'minutesLink', may: reader },
  'give-minutes-outside': { audit: 'read', about: 'meeting', may: reader },
  'list-meetings': { audit: 'list', about: 'meeting', may: part },
  'list-meetings-asked-to': { audit: 'list', about: 'meeting', over: 'meetingPerson', may: asked },
  'read-invitation': { audit: 'read', about: 'meeting', over: 'meetingPerson', may: asked },
  'answer-invitation': { audit: 'decide', about: 'meetingPerson', may: asked },
  'read-minutes-as-attendee': { audit: 'read', about: 'meeting', over: 'meetingPerson', may: attendees },
  // Nobody has read what they may not read.
  'acknowledge-minutes': { audit: 'decide', about: 'meetingPerson', may: attendees },
  'read-meeting': { audit: 'read', about: 'meeting', may: part },
  'list-children-of-meeting': { audit: 'list', about: 'meetingChild', may: part },
  'list-people-of-meeting': { audit: 'list', about: 'meetingPerson', may: part },
  'begin-contribution': { audit: 'create', about: 'meetingChild', may: leads },
  'write-contribution': { audit: 'addend', about: 'contribution', may: [...leads, ...speaker] },
  'give-contribution': { audit: 'share', about: 'contribution', may: [...leads, ...speaker] },
  'name-speaker': { audit: 'assign', about: 'contribution', may: leads },
  'list-speakers': { audit: 'list', about: 'meetingPerson', may: leads },
  'list-contributions': { audit: 'list', about: 'contribution', may: [...leads, ...speaker] },
  'fill-contribution': { audit: 'read', about: 'contribution', may: [...leads, ...speaker] },
  'write-agenda-template': { audit: 'config-change', about: 'agendaTemplate', may: leads },
  'list-agenda-templates': { audit: 'list', about: 'agendaTemplate', may: leads },
  'list-agenda': { audit: 'list', about: 'agendaPoint', may: part },
} as const satisfies RightsTable;
