/**
 * Which words of which class a view may show, by hand: view -> class -> fields. What stands nowhere here is shown to nobody, so a
 * receipt tells no name and no words of a child, a line for a team is the line alone, and a notice is its reference.
 */
export const mayShow: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'count-concerns': { concern: 'yearGroup' },
  'download-document': { document: 'fileName mediaType name' },
  'list-action-owners': { staffMember: 'job name' },
  'list-actions-of-concern': {
    action: 'createdByName doneByName doneNote ownerName reason verifiedByName what whatOutside',
  },
  'list-open-actions': { action: 'createdByName doneByName doneNote ownerName reason verifiedByName what whatOutside' },
  'list-own-actions': { action: 'whatOutside' },
  'read-own-action': { action: 'whatOutside' },
  'read-action-to-verify': { action: 'doneByName verifiedByName' },
  'list-agencies': { agency: 'email name outOfHours phone' },
  'list-circle': { caseAccess: 'givenByName personName reason task' },
  'list-colleagues': { staffMember: 'job name' },
  'list-concerns': { concern: 'childAsTyped childName reporterName takenByName yearGroup' },
  'search-concerns': { concern: 'childAsTyped childName reporterName takenByName yearGroup' },
  'list-concerns-of-child': { concern: 'takenByName' },
  'list-related-concerns': { concern: 'takenByName' },
  'list-documents': { document: 'addedByName madeBy mediaType name retentionLabel threat' },
  'list-given-matters': { staffConcern: 'caseManagerName reporterName subjectName takenByName' },
  'list-staff-concerns': { staffConcern: 'caseManagerName reporterName subjectName takenByName' },
  'list-misfiled': { concern: 'misfiledByName reporterName' },
  'list-need-to-know': {
    caseAccess: 'endedByName givenByName personName reason seenByName task',
    pupil: 'familyName givenName knownAs',
  },
  'list-other-leads': { roleGrant: 'personName' },
  'list-outside-changes': { outsideChange: 'byName field fieldLabel is list was' },
  'list-own-reports': { concern: 'takenByName' },
  'read-receipt': { concern: 'takenByName' },
  'list-own-staff-reports': { agency: 'name phone' },
  'read-staff-receipt': { agency: 'name phone' },
  'list-people-for-cases': { staffMember: 'job name' },
  'list-people-for-roles': { staffMember: 'job name' },
  'list-persons': { concernPerson: 'addedByName name yearGroup' },
  'look-up-trust-staff': { staffMember: 'job name' },
  'list-roles': { roleGrant: 'confirmedByName endedByName givenByName personName' },
  'list-routed': { routedLine: 'childName line routedByName seenByName yearGroup' },
  'read-routed': { routedLine: 'routedByName seenByName' },
  'list-candidates': { pupil: 'familyName formGroup givenName knownAs yearGroup' },
  'compare-candidates': { pupil: 'familyName formerNames formGroup givenName knownAs yearGroup' },
  'look-up-children': { pupil: 'familyName formerNames formGroup givenName knownAs yearGroup' },
  'look-up-child-by-name': { pupil: 'familyName formGroup givenName knownAs yearGroup' },
  'list-same-child': { pupil: 'familyName formGroup formerNames givenName knownAs mergedReason yearGroup' },
  'list-family': { pupil: 'familyName formGroup givenName knownAs yearGroup' },
  'read-alert': { concern: 'reporterName takenByName yearGroup' },
  'read-case-access': { caseAccess: 'givenByName seenByName' },
  'read-child': {
    pupil: 'familyName formGroup formerNames givenName knownAs middleNames yearGroup',
    contact: 'email familyName givenName phone',
  },
  'read-child-name': { concern: 'childName childAsTyped' },
  'read-concern': {
    concern: 'childAsTyped childName nextStep reporterName takenByName whenAsTyped words yearGroup',
    concernAddendum: 'reporterName words',
  },
  'read-duty': { duty: 'personName phone' },
  'read-history': {
    concernDecision: 'childVoice decidedByName nextStep parentsReason reason toName',
    routedLine: 'line seenByName',
  },
  'read-lado': { agency: 'name phone' },
  'read-misfiled': {
    concern: 'childAsTyped childName misfiledByName misfiledReason othersNamed reporterName whenAsTyped words',
    concernAddendum: 'reporterName words',
  },
  'read-outside-change': { outsideChange: 'list' },
  'read-staff-concern': {
    staffConcern: 'caseManagerName reporterName subjectAsTyped subjectName takenByName whenAsTyped words',
    agency: 'name phone',
    staffNote: 'byName words',
  },
};

/** What these show comes out of Lantern itself, never out of what somebody asks with; the journal and the roster have tests of their own. */
export const gatheredByLantern = [
  ...[
    'list-journal',
    'export-journal',
    'read-who-has-seen',
    'look-at-proof',
    'look-at-unusual-reading',
    'look-at-health',
  ],
  ...['preview-roster', 'compare-staff', 'compare-contacts', 'compare-relationships'],
];
