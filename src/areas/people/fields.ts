import type { GrantedRole } from '../../access/types.ts';

/** Roles that can be granted, with their words. `staff` is not granted: every verified person of the tenant holds it. */
export const grantableRole = {
  dsl: 'Designated safeguarding lead',
  deputy: 'Deputy safeguarding lead',
  'safeguarding-administrator': 'Safeguarding administrator',
  head: 'Head',
  'trust-lead': 'Trust safeguarding lead',
  'chair-of-governors': 'Chair of governors, or named person',
  senco: 'SENCo',
  'pastoral-lead': 'Pastoral lead',
  'attendance-lead': 'Attendance lead',
  'behaviour-lead': 'Behaviour lead',
  'online-safety-lead': 'Online safety lead',
  'tenant-admin': 'Lantern settings',
  auditor: 'Auditor (the journal only)',
} as const satisfies Readonly<Record<GrantedRole, string>>;

/** The roles that answer for every concern of their school (KCSIE Part two: the designated safeguarding lead and deputies). */
export const leadRoles = ['dsl', 'deputy'] as const;

/** The days of a school week, as they stand in the roles list and as they are said. */
export const weekday = {
  Mon: 'Monday',
  Tue: 'Tuesday',
  Wed: 'Wednesday',
  Thu: 'Thursday',
  Fri: 'Friday',
} as const;
export type Weekday = keyof typeof weekday;

/** How a role stands. A row that does not say is in force: it was written before roles had a state. */
export const roleState = {
  'in-force': 'In force',
  'to-confirm': 'Waits for a second person',
  ended: 'Ended',
} as const;

/** Where a file from the school before stands, for a child who joined after the first import (KCSIE, Child protection files). */
export const earlierFile = {
  'to-ask': 'Ask the previous school',
  asked: 'Asked',
  received: 'Received',
  'none-held': 'None held',
} as const;

/** How somebody stands to a child, as rosters say it. None of them says who has parental responsibility. */
export const relationshipKind = {
  parent: 'Parent',
  guardian: 'Guardian',
  relative: 'Relative',
  aide: 'Aide',
  doctor: 'Doctor',
  other: 'Other',
} as const;

/** Why a child of the roll is offered for a name that somebody wrote; the closest first. */
export const whyOffered = {
  name: 'The name fits',
  'known-as': 'Known by this name',
  'former-name': 'Had this name before',
  'similar-name': 'Similar name',
  'family-name': 'Same family name',
  'given-name': 'Same first name',
  'looked-up': 'Found by looking up',
} as const;

/** How a part of a child's name stands to what was written. */
export const nameLikeness = {
  same: 'as written',
  similar: 'spelt otherwise',
  other: 'not written',
} as const;

/** What an agency is to a school; ids are those of the safeguarding glossary. */
export const agencyKind = {
  'childrens-social-care': 'Children’s social care',
  mash: 'MASH or front door',
  edt: 'Emergency duty team',
  'early-help-family-hub': 'Early help or family hub',
  police: 'Police',
  'prevent-team': 'Prevent team',
  'channel-panel': 'Channel panel',
  lado: 'Local authority designated officer (LADO)',
  'virtual-school': 'Virtual school',
  'send-team': 'SEND team',
  'educational-psychology': 'Educational psychology',
  'attendance-ews': 'Attendance or education welfare',
  'cme-team': 'Children missing education team',
  'school-nursing': 'School nursing',
  'health-visiting': 'Health visiting',
  gp: 'GP',
  paediatrics: 'Paediatrics',
  camhs: 'CAMHS',
  mhst: 'Mental health support team',
  salt: 'Speech and language therapy',
  ot: 'Occupational therapy',
  'youth-justice': 'Youth justice',
  probation: 'Probation',
  cafcass: 'Cafcass',
  court: 'Court',
  housing: 'Housing',
  'domestic-abuse-service': 'Domestic abuse service',
  'substance-misuse-service': 'Substance misuse service',
  'young-carers-service': 'Young carers service',
  voluntary: 'Voluntary organisation',
  faith: 'Faith organisation',
  'ap-provider': 'Alternative provision',
  'other-school': 'Another school',
  'early-years': 'Early years setting',
  'trust-central': 'The trust’s central team',
  ofsted: 'Ofsted',
  dfe: 'Department for Education',
  ico: 'Information Commissioner',
  nspcc: 'NSPCC',
  ceop: 'CEOP',
} as const;

/** Where a roster comes from. */
export const rosterSource = {
  files: 'The school’s files',
  'school-data-sync': 'Microsoft School Data Sync',
} as const;

/** Who a record is in the system it came from, and until when it was there. */
const fromRoster = {
  sourceId: { kind: 'text', label: 'Id in the roster', max: 255 },
  leftAt: { kind: 'instant', label: 'Not in the roster since' },
  /** Set while School Data Sync alone has named them: only they can leave by it. Empty for the school’s files. */
  rosterSource: { kind: 'choice', label: 'Brought by', of: rosterSource },
} as const;

export const staffFields = {
  /** Absent for somebody whom a roster names and Entra has not been asked about: they have no rights by it. */
  personId: { kind: 'text', label: 'Entra object id', max: 36, indexed: true },
  name: { kind: 'text', label: 'Name', max: 255, required: true },
  job: { kind: 'text', label: 'Job', max: 255 },
  email: { kind: 'text', label: 'E-mail', max: 255 },
  ...fromRoster,
} as const;

export const roleGrantFields = {
  personId: { kind: 'text', label: 'Entra object id', max: 36, required: true, indexed: true },
  personName: { kind: 'text', label: 'Name', max: 255, required: true },
  role: { kind: 'choice', label: 'Role', of: grantableRole, required: true },
  state: { kind: 'choice', label: 'State', of: roleState },
  /** Stands in for a lead: in force at once, confirmed by a second person afterwards, and never without an end. */
  acting: { kind: 'flag', label: 'Acting' },
  /** The last day at the school on which it holds, `YYYY-MM-DD`. */
  until: { kind: 'text', label: 'Until', max: 10 },
  /** On which days a lead is asked first, “Mon, Tue”; never what they may see. Empty, or not readable: on every day. */
  days: { kind: 'text', label: 'Days', max: 40 },
  givenAt: { kind: 'instant', label: 'Given at' },
  givenById: { kind: 'text', label: 'Given by (id)', max: 36 },
  givenByName: { kind: 'text', label: 'Given by', max: 255 },
  confirmedAt: { kind: 'instant', label: 'Confirmed at' },
  confirmedByName: { kind: 'text', label: 'Confirmed by', max: 255 },
  endedAt: { kind: 'instant', label: 'Ended at' },
  endedByName: { kind: 'text', label: 'Ended by', max: 255 },
  endedById: { kind: 'text', label: 'Ended by (id)', max: 36 },
  /** The group in Entra by which Lantern gave it; nobody else's roles does it end. Empty for what a person gave. */
  fedBy: { kind: 'text', label: 'Given by the Entra group', max: 36 },
} as const;

export const pupilFields = {
  givenName: { kind: 'text', label: 'Given name', max: 120, required: true, sensitive: true },
  familyName: { kind: 'text', label: 'Family name', max: 120, required: true, sensitive: true, indexed: true },
  knownAs: { kind: 'text', label: 'Known as', max: 120, sensitive: true },
  yearGroup: { kind: 'text', label: 'Year group', max: 20, required: true },
  formGroup: { kind: 'text', label: 'Form', max: 20, required: true },
  middleNames: { kind: 'text', label: 'Middle names', max: 120, sensitive: true },
  /** One a line, newest first: who knew the child by an earlier name must still find them. */
  formerNames: { kind: 'long', label: 'Former names', max: 4_000, sensitive: true },
  birthDate: { kind: 'text', label: 'Date of birth', max: 10, sensitive: true },
  upn: { kind: 'text', label: 'Unique pupil number', max: 13, sensitive: true },
  earlierFile: { kind: 'choice', label: 'File from the previous school', of: earlierFile },
  ...fromRoster,
  /** Id of the record that this child goes on as, where a person has said that two records are one child. */
  mergedInto: { kind: 'text', label: 'Goes on as', max: 32, indexed: true },
  /** One a line: the names that the other record was given when it was said, so that exactly these can be taken off again. */
  mergedNames: { kind: 'long', label: 'Names given to the other record', max: 4_000, sensitive: true },
  /** Of the last time that it was said or taken back; the list's version history has the earlier ones. */
  mergedReason: { kind: 'long', label: 'Why it is, or is not, the same child', max: 2_000, sensitive: true },
} as const;

export const contactFields = {
  givenName: { kind: 'text', label: 'Given name', max: 120, required: true, sensitive: true },
  familyName: { kind: 'text', label: 'Family name', max: 120, required: true, sensitive: true },
  email: { kind: 'text', label: 'E-mail', max: 255, sensitive: true },
  phone: { kind: 'text', label: 'Telephone', max: 60, sensitive: true },
  ...fromRoster,
} as const;

export const relationshipFields = {
  pupilId: { kind: 'text', label: 'Child id', max: 32, required: true, indexed: true },
  contactId: { kind: 'text', label: 'Contact id', max: 32, required: true, indexed: true },
  relationship: { kind: 'choice', label: 'Relationship', of: relationshipKind, required: true },
  leftAt: { kind: 'instant', label: 'Not in the roster since' },
} as const;

export const agencyFields = {
  name: { kind: 'text', label: 'Name', max: 255, required: true },
  email: { kind: 'text', label: 'E-mail', max: 255 },
  phone: { kind: 'text', label: 'Telephone', max: 60 },
  kind: { kind: 'choice', label: 'Kind', of: agencyKind, required: true },
  outOfHours: { kind: 'long', label: 'Out of hours', max: 500 },
  /** Nobody works with it any more; it stays, for what was sent to it names it. */
  retiredAt: { kind: 'instant', label: 'Retired at' },
} as const;
