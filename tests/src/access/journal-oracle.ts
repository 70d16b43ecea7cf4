const readers = ['dsl', 'head', 'auditor'];
const classes = ['concern', 'concernAddendum', 'concernDecision', 'concernPerson', 'routedLine', 'action', 'document'];
const more = [
  'outsideChange',
  ...['meeting', 'meetingChild', 'meetingPaper', 'meetingPerson', 'agendaPoint', 'agendaTemplate', 'contribution'],
  ...['minute', 'minuteAddendum', 'minutesLink'],
  ...['briefing', 'briefingReceipt', 'procedure'],
  ...['channel', 'channelPost', 'letterTemplate', 'letter'],
  'pupil',
  'contact',
  'relationship',
  'staffMember',
  'roleGrant',
  'caseAccess',
  'agency',
  'duty',
];

/** Who may do what with the journal, written a second time and by hand. */
export const journalOracle: Readonly<Record<string, readonly string[]>> = {
  'list-journal': readers,
  'export-journal': readers,
  'print-journal': readers,
  'read-who-has-seen': ['dsl', 'head'],
  'look-at-unusual-reading': ['dsl', 'head'],
  'see-reading-by-lead': ['head'],
  'see-reading-by-head': ['dsl'],
  'see-reading-by-others': ['dsl', 'head'],
  'look-at-proof': [...readers, 'tenant-admin'],
  'prove-journal': [...readers, 'tenant-admin'],
  ...Object.fromEntries([...classes, ...more].map((name) => [`see-${name}-in-journal`, readers])),
};

/** Who reads of an entry of the restricted register. */
export const journalOfRegister: Readonly<Record<string, readonly string[]>> = {
  'read-who-has-seen': ['dsl'],
  ...Object.fromEntries(
    ['concern', 'routedLine', 'action', 'document'].map((name) => [`see-${name}-in-journal`, ['dsl']]),
  ),
};
