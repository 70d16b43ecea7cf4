import type { ShowEffect } from '../effects.ts';
import {
  showInvitation,
  showMinutes,
  showOfficialDue,
  showRemovedChannel,
  showPapers,
  showReport,
  showReportsAwaited,
  showSpeaker,
} from './show.ts';

/** How each message about a meeting looks at the moment it is sent, to the person it goes to. */
export const meetingEffects: Readonly<Record<string, ShowEffect>> = {
  'meeting-called': showInvitation('meeting-called'),
  'meeting-changed': showInvitation('meeting-changed'),
  'meeting-cancelled': showInvitation('meeting-cancelled'),
  'minutes-circulated': showMinutes,
  'official-minutes-due': showOfficialDue,
  'paper-laid': showPapers,
  'report-asked': showReport(false),
  'report-due': showReport(true),
  'reports-awaited': showReportsAwaited,
  'speaker-named': showSpeaker,
  'channel-removed': showRemovedChannel,
};
