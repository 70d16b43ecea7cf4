import type { Right, RightsTable } from '../../access/types.ts';

/** Who may read what everyone did at their school. An auditor may read this and nothing else. */
const readers: readonly Right[] = [
  { role: 'dsl', reach: 'school' },
  { role: 'head', reach: 'school' },
  { role: 'auditor', reach: 'school' },
];
/** Of what hangs on an entry for the wrong child only the one person who answers for it. */
const register: readonly Right[] = readers.map((right) =>
  right.role === 'dsl' ? { ...right, restricted: true } : right,
);
/** Who answers for how colleagues read. An auditor sees the entries themselves. */
const watchers: readonly Right[] = [
  { role: 'dsl', reach: 'school' },
  { role: 'head', reach: 'school' },
];
/** A proof shows no entry, so whoever keeps Lantern in order may have it made. */
const provers: readonly Right[] = [...readers, { role: 'tenant-admin', reach: 'school' }];

const seen = (about: string, may: readonly Right[]) => ({ audit: 'read', about, may }) as const;
const watching = (may: readonly Right[]) => ({ audit: 'read', about: 'journal', over: 'roleGrant', may }) as const;

/**
 * Who may read the journal, and of which classes of records a line is shown: one verb for each, judged on the records that the
 * line is about. No row, no line.
 */
export const journalRights = {
  'list-journal': { audit: 'list', about: 'journal', over: 'roleGrant', may: readers },
  'export-journal': { audit: 'export', about: 'journal', over: 'roleGrant', may: readers },
  'print-journal': { audit: 'print', about: 'journal', over: 'roleGrant', may: readers },
  'read-who-has-seen': {
    ...{ audit: 'read', about: 'journal', over: 'concern' },
    may: [
      { role: 'dsl', reach: 'school', restricted: true },
      { role: 'head', reach: 'school' },
    ],
  },
  'look-at-unusual-reading': { audit: 'list', about: 'journal', over: 'roleGrant', may: watchers },
  'see-reading-by-lead': watching(watchers.filter(({ role }) => role === 'head')),
  'see-reading-by-head': watching(watchers.filter(({ role }) => role === 'dsl')),
  'see-reading-by-others': watching(watchers),
  'look-at-proof': { audit: 'read', about: 'journal', over: 'roleGrant', may: provers },
  'prove-journal': { audit: 'read', about: 'journal', over: 'roleGrant', may: provers },
  'see-concern-in-journal': seen('concern', register),
  'see-concernAddendum-in-journal': seen('concernAddendum', register),
  'see-concernDecision-in-journal': seen('concernDecision', register),
  'see-concernPerson-in-journal': seen('concernPerson', register),
  'see-routedLine-in-journal': seen('routedLine', register),
  'see-action-in-journal': seen('action', register),
  'see-document-in-journal': seen('document', register),
  'see-outsideChange-in-journal': seen('outsideChange', register),
  'see-meeting-in-journal': seen('meeting', readers),
  'see-meetingChild-in-journal': seen('meetingChild', readers),
  'see-meetingPaper-in-journal': seen('meetingPaper', readers),
  'see-meetingPerson-in-journal': seen('meetingPerson', readers),
  'see-agendaPoint-in-journal': seen('agendaPoint', readers),
  'see-minute-in-journal': seen('minute', readers),
  'see-minuteAddendum-in-journal': seen('minuteAddendum', readers),
  'see-minutesLink-in-journal': seen('minutesLink', readers),
  'see-letterTemplate-in-journal': seen('letterTemplate', readers),
  'see-letter-in-journal': seen('letter', readers),
  'see-contribution-in-journal': seen('contribution', readers),
  'see-agendaTemplate-in-journal': seen('agendaTemplate', readers),
  'see-briefing-in-journal': seen('briefing', readers),
  'see-briefingReceipt-in-journal': seen('briefingReceipt', readers),
  'see-procedure-in-journal': seen('procedure', readers),
  'see-channel-in-journal': seen('channel', readers),
  'see-channelPost-in-journal': seen('channelPost', readers),
  'see-pupil-in-journal': seen('pupil', readers),
  'see-contact-in-journal': seen('contact', readers),
  'see-relationship-in-journal': seen('relationship', readers),
  'see-staffMember-in-journal': seen('staffMember', readers),
  'see-roleGrant-in-journal': seen('roleGrant', readers),
  'see-caseAccess-in-journal': seen('caseAccess', readers),
  'see-agency-in-journal': seen('agency', readers),
  'see-duty-in-journal': seen('duty', readers),
} as const satisfies RightsTable;
