import type { AreaAccess } from '../access/rules.ts';
import type { WatchedView } from '../perform/watched-view.ts';
import type { RecordType } from '../records/define-record.ts';
import { action } from './actions/record.ts';
import { actionRights, restrictedActions } from './actions/rights.ts';
import { watchedActions } from './actions/watched.ts';
import { duty } from './alerts/record.ts';
import { alertRights } from './alerts/rights.ts';
import { briefing, briefingReceipt, procedure } from './briefings/record.ts';
import { briefingRights } from './briefings/rights.ts';
import { watchedBriefings } from './briefings/watched.ts';
import { channel, channelPost } from './channels/record.ts';
import { channelRights } from './channels/rights.ts';
import { watchedChannels } from './channels/watched.ts';
import { concern, concernAddendum, concernDecision, concernPerson, routedLine } from './concerns/record.ts';
import { concernRights, restrictedConcerns } from './concerns/rights.ts';
import { watchedConcerns } from './concerns/watched.ts';
import { document } from './files/record.ts';
import { fileRights, restrictedFiles } from './files/rights.ts';
import { watchedFiles } from './files/watched.ts';
import { journalRights } from './journal/rights.ts';
import { outsideChange } from './outside/record.ts';
import { outsideRights } from './outside/rights.ts';
import {
  agendaPoint,
  agendaTemplate,
  contribution,
  meeting,
  meetingChild,
  meetingPaper,
  meetingPerson,
  minute,
  minuteAddendum,
  minutesLink,
} from './meetings/record.ts';
import { letter, letterTemplate } from './letters/record.ts';
import { letterRights } from './letters/rights.ts';
import { watchedLetters } from './letters/watched.ts';
import { meetingRights } from './meetings/rights.ts';
import { watchedMeetings } from './meetings/watched.ts';
import { caseAccess } from './need-to-know/record.ts';
import { needToKnowRights } from './need-to-know/rights.ts';
import { watchedNeedToKnow } from './need-to-know/watched.ts';
import { agency, contact, pupil, relationship, roleGrant, staffMember } from './people/record.ts';
import { peopleRights } from './people/rights.ts';
import { watchedPeople } from './people/watched.ts';
import { roleRights } from './roles/rights.ts';
import { watchedRoles } from './roles/watched.ts';
import { staffConcern, staffNote } from './staff-concerns/record.ts';
import { staffConcernRights } from './staff-concerns/rights.ts';
import { watchedStaffConcerns } from './staff-concerns/watched.ts';
import { settingsRights } from './settings/rights.ts';

interface Area extends AreaAccess {
  readonly records: readonly RecordType[];
  readonly watched?: readonly WatchedView[];
}

/** The registry: one line for each area. */
export const areas: Readonly<Record<string, Area>> = {
  actions: {
    records: [action],
    rights: actionRights,
    restricted: restrictedActions,
    belongs: { action: { concern: 'concernId' } },
    watched: watchedActions,
  },
  alerts: { records: [duty], rights: alertRights },
  briefings: { records: [briefing, briefingReceipt, procedure], rights: briefingRights, watched: watchedBriefings },
  channels: {
    records: [channel, channelPost],
    rights: channelRights,
    belongs: { channelPost: { meeting: 'meetingId' } },
    watched: watchedChannels,
  },
  concerns: {
    records: [concern, concernAddendum, concernDecision, routedLine, concernPerson],
    rights: concernRights,
    restricted: restrictedConcerns,
    belongs: {
      concern: { concern: 'id', child: 'childId' },
      concernAddendum: { concern: 'concernId' },
      concernDecision: { concern: 'concernId' },
      concernPerson: { concern: 'concernId', child: 'pupilId' },
      routedLine: { concern: 'concernId' },
    },
    watched: watchedConcerns,
  },
  files: {
    records: [document],
    rights: fileRights,
    restricted: restrictedFiles,
    belongs: { document: { concern: 'concernId' } },
    watched: watchedFiles,
  },
  journal: { records: [], rights: journalRights },
  letters: {
    records: [letterTemplate, letter],
    rights: letterRights,
    belongs: { letter: { concern: 'concernId', child: 'childId', meeting: 'meetingId' } },
    watched: watchedLetters,
  },
  meetings: {
    records: [
      ...[meeting, meetingChild, meetingPerson, meetingPaper, agendaPoint, agendaTemplate],
      ...[minute, minuteAddendum, minutesLink, contribution],
    ],
    rights: meetingRights,
    belongs: {
      meeting: { meeting: 'id' },
      meetingChild: { meeting: 'meetingId', child: 'childId' },
      meetingPerson: { meeting: 'meetingId' },
      meetingPaper: { meeting: 'meetingId', concern: 'concernId' },
      agendaPoint: { meeting: 'meetingId', concern: 'concernId' },
      minute: { meeting: 'meetingId', concern: 'concernId' },
      minuteAddendum: { meeting: 'meetingId' },
      minutesLink: { meeting: 'meetingId' },
      contribution: { meeting: 'meetingId', child: 'childId', concern: 'concernId' },
    },
    watched: watchedMeetings,
  },
  'need-to-know': {
    records: [caseAccess],
    rights: needToKnowRights,
    belongs: { caseAccess: { concern: 'concernId', child: 'childId' } },
    watched: watchedNeedToKnow,
  },
  outside: { records: [outsideChange], rights: outsideRights, belongs: { outsideChange: { concern: 'concernId' } } },
  people: {
    records: [staffMember, roleGrant, pupil, contact, relationship, agency],
    rights: peopleRights,
    belongs: { pupil: { child: 'id' }, relationship: { child: 'pupilId' } },
    watched: watchedPeople,
  },
  roles: { records: [], rights: roleRights, watched: watchedRoles },
  'staff-concerns': {
    records: [staffConcern, staffNote],
    rights: staffConcernRights,
    belongs: { staffConcern: { subject: 'subjectId' } },
    watched: watchedStaffConcerns,
  },
  settings: { records: [], rights: settingsRights },
};

/** Every record type there is. */
export const recordTypes: readonly RecordType[] = Object.values(areas).flatMap((area) => area.records);

/** What the tab is told of, over all areas. */
export const watchedViews: readonly WatchedView[] = Object.values(areas).flatMap(({ watched = [] }) => watched);
