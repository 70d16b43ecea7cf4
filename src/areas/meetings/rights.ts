import type { Right, RightsTable } from '../../access/types.ts';
import { leads } from '../people/rules.ts';

/** Whoever calls meetings and prepares them. */
const callers: readonly Right[] = [...leads, { role: 'safeguarding-administrator', reach: 'school' }];
/** And whoever chairs or minutes this one, whatever else they are. */
const part: readonly Right[] = [
  ...callers,
  { role: 'staff', reach: 'own', ownField: 'chairId' },
  { role: 'staff', reach: 'own', ownField: 'minuteTakerId' },
];
/** Whoever was asked to it. */
const asked: readonly Right[] = [{ role: 'staff', reach: 'own', ownField: 'personId' }];

/** What can be done with a meeting and who may; no row, no right. Nobody reaches one about a child whom they are kept from. */
export const meetingRights = {
  'call-meeting': { audit: 'create', about: 'meeting', may: callers },
  'change-meeting': { audit: 'decide', about: 'meeting', may: callers },
  'cancel-meeting': { audit: 'decide', about: 'meeting', may: callers },
  'record-event': { audit: 'decide', about: 'meeting', may: [{ role: 'calendar', reach: 'school' }] },
  'refresh-agenda': { audit: 'decide', about: 'meeting', may: part },
  'arrange-agenda': { audit: 'decide', about: 'meeting', may: part },
  'add-agenda-point': { audit: 'addend', about: 'meeting', may: part },
  'list-meetings': { audit: 'list', about: 'meeting', may: part },
  'list-meetings-asked-to': { audit: 'list', about: 'meeting', over: 'meetingPerson', may: asked },
  'read-invitation': { audit: 'read', about: 'meeting', over: 'meetingPerson', may: asked },
  'answer-invitation': { audit: 'decide', about: 'meetingPerson', may: asked },
  'read-meeting': { audit: 'read', about: 'meeting', may: part },
  'list-children-of-meeting': { audit: 'list', about: 'meetingChild', may: part },
  'list-people-of-meeting': { audit: 'list', about: 'meetingPerson', may: part },
  'list-agenda': { audit: 'list', about: 'agendaPoint', may: part },
} as const satisfies RightsTable;
