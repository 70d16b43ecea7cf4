import type { Door } from '../../access/types.ts';

/** Kinds of acts and looks as people choose among them; ids are the `auditVerb`s of the glossary. */
export const journalKind = {
  read: 'Opened',
  list: 'Looked at a list',
  search: 'Searched',
  create: 'Made something new',
  addend: 'Added to a record',
  assign: 'Gave or took work',
  decide: 'Decided',
  export: 'Took out of Lantern',
  print: 'Printed',
  share: 'Shared',
  transfer: 'Transferred',
  'break-glass': 'Opened in an emergency',
  'permission-change': 'Changed a role',
  'config-change': 'Changed lists or settings',
  dispose: 'Disposed of',
  deny: 'Was refused',
} as const;

/** From where an act or a look came in. */
export const cameFrom = {
  tab: 'In the tab',
  chat: 'In the chat',
  command: 'At the machine',
  lantern: 'By Lantern itself',
} as const satisfies Readonly<Record<Door, string>>;

interface Words {
  /** In a filter. */
  readonly label: string;
  readonly one: string;
  readonly many: string;
}

/**
 * What a line of the journal may be about. A closed list: of a class that is not in it no line is shown to anybody, none is counted,
 * and nothing tells that there is one.
 */
export const journalClass = {
  concern: { label: 'Concerns', one: 'concern', many: 'concerns' },
  concernAddendum: { label: 'Additions to concerns', one: 'an addition to a concern', many: 'additions to concerns' },
  concernDecision: { label: 'Decisions', one: 'a decision', many: 'decisions' },
  concernPerson: { label: 'People in concerns', one: 'a person’s part in a concern', many: 'people in concerns' },
  routedLine: { label: 'Lines to teams', one: 'a line to a team', many: 'lines to teams' },
  action: { label: 'Actions', one: 'action', many: 'actions' },
  document: { label: 'Files', one: 'a file', many: 'files' },
  outsideChange: { label: 'Changes in SharePoint', one: 'a change in SharePoint', many: 'changes in SharePoint' },
  meeting: { label: 'Meetings', one: 'meeting', many: 'meetings' },
  meetingChild: { label: 'Children of meetings', one: 'a child of a meeting', many: 'children of a meeting' },
  meetingPaper: { label: 'Papers of meetings', one: 'a paper of a meeting', many: 'papers of a meeting' },
  meetingPerson: { label: 'People of meetings', one: 'somebody asked to a meeting', many: 'people of a meeting' },
  agendaPoint: { label: 'Agenda points', one: 'a point of an agenda', many: 'points of an agenda' },
  minute: { label: 'Minutes', one: 'minutes of a point', many: 'minutes' },
  minuteAddendum: { label: 'Addenda to minutes', one: 'an addendum to minutes', many: 'addenda to minutes' },
  minutesLink: { label: 'Links to minutes', one: 'a link to minutes', many: 'links to minutes' },
  contribution: { label: 'What the school brings', one: 'what the school brings', many: 'what the school brings' },
  agendaTemplate: { label: 'Agendas by kind', one: 'the agenda of a kind', many: 'agendas of kinds' },
  briefing: { label: 'Briefings', one: 'a briefing', many: 'briefings' },
  briefingReceipt: { label: 'Receipts of briefings', one: 'a receipt of a briefing', many: 'receipts of briefings' },
  procedure: { label: 'Local procedures', one: 'a local procedure', many: 'local procedures' },
  letterTemplate: { label: 'Letter templates', one: 'a letter template', many: 'letter templates' },
  letter: { label: 'Letters', one: 'a letter', many: 'letters' },
  channel: { label: 'Channels', one: 'a channel', many: 'channels' },
  channelPost: { label: 'Channel posts', one: 'a post to a channel', many: 'posts to channels' },
  pupil: { label: 'Children', one: 'a child’s page', many: 'children' },
  contact: { label: 'Family contacts', one: 'a family contact', many: 'family contacts' },
  relationship: { label: 'Family relationships', one: 'a family relationship', many: 'family relationships' },
  staffMember: { label: 'Staff', one: 'a member of staff', many: 'members of staff' },
  roleGrant: { label: 'Roles', one: 'a role', many: 'roles' },
  caseAccess: { label: 'Who may see single cases', one: 'who may see a case', many: 'who may see single cases' },
  agency: { label: 'Agencies', one: 'an agency', many: 'agencies' },
  duty: { label: 'Duty', one: 'who is on duty', many: 'who is on duty' },
  journal: { label: 'The journal', one: 'the journal', many: 'the journal' },
  health: { label: 'Lantern’s health', one: 'Lantern’s health', many: 'Lantern’s health' },
} as const satisfies Readonly<Record<string, Words>>;

/** Entries that one file holds at most. */
export const mostExported = 10_000;

/** When reading is unusual: what these numbers say stands on the page too. */
export const unusual = {
  /** The days that are looked at, and those before them that they are held against. */
  days: 7,
  daysBefore: 28,
  /** So many different cases within an hour, and more than so many times their most before. */
  leastCases: 10,
  timesBefore: 2,
  /** So many refused looks within so many minutes. */
  leastRefusals: 5,
  refusalMinutes: 10,
} as const;

/**
 * Begins what a spreadsheet would work out instead of showing (OWASP, CSV Injection): at the beginning of a text or of a line in it,
 * also after blanks, quotes and what is not seen, and in the wide forms of East Asian keyboards.
 */
export const formula =
  /(?:^|[\r\n\u0085\u2028\u2029])(?:(?![\r\n\u0085\u2028\u2029])[\s\p{C}"'])*[=+\-@|%\uff1d\uff0b\uff0d\uff20]|^[\t\r]/u;
