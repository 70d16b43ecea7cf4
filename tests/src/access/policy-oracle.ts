import { ofRegister, oracle, teams } from './rights-oracle.ts';

/** Somebody as the lists say it: nothing here was worked out by the policy. */
export interface OraclePerson {
  readonly id: string;
  /** Where the staff list has them. */
  readonly works: readonly string[];
  readonly roles: readonly { readonly role: string; readonly school: string }[];
  /** One of Lantern's own: no person, on no list. */
  readonly own?: boolean;
  /** The channel of Teams in which they were seen a moment ago. */
  readonly sitsIn?: string;
  readonly access: readonly {
    readonly kind: 'circle' | 'break-glass' | 'conflict' | 'subject';
    readonly concernId: string | null;
    readonly childId: string | null;
    readonly concernOfChild: string | null;
    readonly meetingOfChild: string | null;
  }[];
}
export type OracleRecord = Readonly<Record<string, unknown>>;

const verbsOf = (words: string) => words.split(/\s+/).filter((word) => word !== '');
/** Of what class the records are that a verb reaches, by hand; what stands in no list is about a concern. */
const classes: Readonly<Record<string, readonly string[]>> = {
  action: verbsOf(`accept-action complete-action verify-action reopen-action cancel-action list-actions-of-concern
    list-open-actions read-action-to-verify list-own-actions read-own-action chase-action ask-for-time answer-time read-time-asked`),
  routedLine: verbsOf('list-routed read-routed acknowledge-routed'),
  document: verbsOf('download-document record-scan record-place list-files-for-meeting lay-paper'),
  outsideChange: verbsOf('changed-outside-lantern read-outside-change'),
  duty: ['read-duty'],
  staffMember: verbsOf(
    'set-up-school list-people-for-roles compare-staff list-people-for-cases list-people-for-meetings look-up-free-times list-people-for-briefings',
  ),
  letterTemplate: verbsOf('list-letter-templates keep-letter-template retire-letter-template'),
  letter: verbsOf('list-letters-of-meeting list-letters-of-concern read-letter print-letter'),
  briefing: verbsOf(`send-briefing withdraw-briefing chase-briefing list-briefings read-briefing
    list-channels-for-briefing read-bulletin-audience read-bulletin post-bulletin confirm-read-in-channel`),
  briefingReceipt: verbsOf('list-receipts-of-briefing list-briefings-to-read read-own-briefing confirm-read'),
  procedure: verbsOf('list-procedures add-procedure correct-procedure retire-procedure'),
  roleGrant:
    verbsOf(`appoint-first-leads list-roles look-up-trust-staff give-role confirm-role end-role change-role-days
    read-role-to-confirm appoint-acting-lead give-fed-role end-fed-role list-journal export-journal print-journal
    look-at-proof prove-journal look-at-health examine-health look-at-unusual-reading see-reading-by-lead
    see-reading-by-head see-reading-by-others`),
  pupil:
    verbsOf(`import-roster preview-roster read-child print-child list-family list-same-child merge-children unmerge-children
    look-up-child-by-name declare-conflict declare-own-conflict break-glass`),
  meeting:
    verbsOf(`call-meeting change-meeting cancel-meeting record-event refresh-agenda arrange-agenda add-agenda-point list-meetings
    list-channels-for-meeting read-channel-audience post-minutes read-meeting hold-meeting write-minutes agree-minutes
    keep-note expect-official-minutes record-official-minutes chase-official-minutes chase-reports publish-minutes
    add-minute-addendum
    read-minutes look-at-transcript read-renderings count-meetings send-minutes-outside give-minutes-outside
    merge-letter-of-meeting send-letter-of-meeting`),
  meetingPerson: verbsOf(`list-meetings-asked-to list-people-of-meeting read-invitation answer-invitation
    acknowledge-minutes read-minutes-as-attendee ask-for-report withdraw-report-request record-report say-report-sent
    list-speakers`),
  meetingPaper: verbsOf('withdraw-paper list-papers-of-meeting list-papers-to-read read-paper note-paper-opened'),
  meetingChild: verbsOf('list-children-of-meeting list-papers-of-minutes begin-contribution'),
  contribution: verbsOf('write-contribution give-contribution name-speaker list-contributions fill-contribution'),
  agendaPoint: ['list-agenda'],
  agendaTemplate: verbsOf('write-agenda-template list-agenda-templates'),
  minute: ['list-minutes'],
  minuteAddendum: ['list-minute-addenda'],
  minutesLink: verbsOf('revoke-minutes-link list-minutes-links open-minutes-outside'),
  channel: verbsOf(`configure-channel list-channels note-channel read-channel-removed
    list-minutes-in-channel read-minutes-in-channel`),
  channelPost: verbsOf(
    `list-channel-posts settle-channel-post read-channel-post list-posts-of-action move-channel-post`,
  ),
  contact: ['compare-contacts'],
  relationship: ['compare-relationships'],
  agency: verbsOf('list-agencies add-agency correct-agency retire-agency read-lado'),
  staffConcern: verbsOf(`report-staff-concern read-staff-receipt list-own-staff-reports list-staff-concerns
    list-given-matters read-staff-concern read-staff-alert list-colleagues take-staff-concern say-subject
    give-staff-concern judge-staff-concern close-staff-concern add-staff-note read-staff-notice
    staff-concern-changed-outside tell-of-stopped-staff-filing settle-staff-filing read-staff-differences`),
  caseAccess: verbsOf('list-need-to-know see-break-glass end-access read-case-access hear-of-own-access'),
};
const classByVerb = new Map(Object.entries(classes).flatMap(([name, verbs]) => verbs.map((verb) => [verb, name])));

/** Every verb that the oracle speaks of. */
export const listedVerbs: ReadonlySet<string> = new Set(Object.keys(oracle));

/** The class whose records a verb reaches. */
export const classOfVerb = (verb: string): string =>
  /^see-(\w+)-in-journal$/.exec(verb)?.[1] ?? classByVerb.get(verb) ?? 'concern';

/** By which field a record says to which case, child or adult it belongs. */
const ofCase: Readonly<Record<string, string>> = {
  concern: 'id',
  ...Object.fromEntries(
    ['concernAddendum', 'concernDecision', 'concernPerson', 'routedLine', 'action', 'document'].map((name) => [
      name,
      'concernId',
    ]),
  ),
  outsideChange: 'concernId',
  caseAccess: 'concernId',
  agendaPoint: 'concernId',
  meetingPaper: 'concernId',
  minute: 'concernId',
  letter: 'concernId',
  contribution: 'concernId',
};
const ofChild: Readonly<Record<string, string>> = {
  ...{ concern: 'childId', pupil: 'id', caseAccess: 'childId', meetingChild: 'childId', letter: 'childId' },
  contribution: 'childId',
};
const ofMeeting: Readonly<Record<string, string>> = {
  ...{ meeting: 'id', meetingChild: 'meetingId', meetingPerson: 'meetingId', agendaPoint: 'meetingId' },
  meetingPaper: 'meetingId',
  ...{ minute: 'meetingId', minuteAddendum: 'meetingId', minutesLink: 'meetingId', channelPost: 'meetingId' },
  letter: 'meetingId',
  contribution: 'meetingId',
};

/** Reading, by whoever was given the case or opened the child's file; and adding, by whoever was given the case. */
const reading = verbsOf(`read-concern read-history read-alert list-concerns count-concerns search-concerns list-persons
  list-documents download-document list-circle`);

const fieldOf = (record: OracleRecord, field: string | undefined) => (field === undefined ? undefined : record[field]);

/** Whether a conflict of interest keeps somebody from a record, or that it is about themselves. */
export function isKept(person: OraclePerson, name: string, record: OracleRecord): boolean {
  const { access, id } = person;
  const conflicts = access.filter(({ kind }) => kind === 'conflict' || kind === 'subject');
  const [ofThisCase, child] = [fieldOf(record, ofCase[name]), fieldOf(record, ofChild[name])];
  const held = fieldOf(record, ofMeeting[name]);
  if (name === 'staffConcern' && record['subjectId'] === id) return true;
  return conflicts.some(
    ({ concernId, childId, concernOfChild, meetingOfChild }) =>
      (typeof ofThisCase === 'string' && (ofThisCase === concernId || ofThisCase === concernOfChild)) ||
      (typeof child === 'string' && child === childId) ||
      (typeof held === 'string' && held === meetingOfChild),
  );
}

const liesInRegister = (name: string, record: OracleRecord) =>
  name === 'concern'
    ? record['status'] === 'misfiled'
    : ['action', 'routedLine', 'document'].includes(name) && record['standing'] === 'misfiled';

const importing = verbsOf('import-roster preview-roster compare-staff compare-contacts compare-relationships');
const receipts = verbsOf('read-receipt list-own-reports read-staff-receipt list-own-staff-reports');
const ofOneself = verbsOf('read-case-access end-access');
/** Whose role has nothing to do with a child's case. */
const withoutChildren = ['staff', 'auditor', 'chair-of-governors', 'trust-lead'];

/** Which roles' lines of the table hold for this very record, by their school and by what it says. */
function byRole(verb: string, name: string, person: OraclePerson, record: OracleRecord, hidden: boolean): boolean {
  const allowed = (hidden ? ofRegister : oracle)[verb] ?? [];
  return person.roles.some(({ role, school }) => {
    if (school !== record['school']) return false;
    // An administrator sees no case.
    if (name === 'letter' && role === 'safeguarding-administrator' && record['writtenOf'] !== 'meeting') return false;
    if (['list-procedures', 'confirm-read-in-channel'].includes(verb)) return role === 'staff' && isKnown(person);
    if (verb === 'read-lado') return role === 'staff' && record['kind'] === 'lado';
    if (teams.includes(role) && ['list-routed', 'read-routed', 'acknowledge-routed'].includes(verb))
      return allowed.includes(role) && record['toRole'] === role;
    const ofManagers = name === 'staffConcern' && allowed.includes('head');
    if (ofManagers && role === 'head') return record['managedBy'] === 'head';
    if (ofManagers && role === 'chair-of-governors')
      return record['managedBy'] === 'chair' || allowed.includes('chair-of-governors');
    return allowed.includes(role);
  });
}

/** What reaches somebody because the record names them. */
function byName(verb: string, person: OraclePerson, record: OracleRecord, hidden: boolean): boolean {
  const allowed = oracle[verb] ?? [];
  const { id } = person;
  if (hidden && !ofRegister[verb]?.includes('own')) return false;
  // That a case names them is the one thing that nobody learns of themselves.
  const tellable = ['circle', 'break-glass', 'conflict'].includes(String(record['kind']));
  if (verb === 'list-need-to-know')
    return tellable && record['personId'] === id && person.roles.some(({ role }) => !withoutChildren.includes(role));
  if (verb === 'hear-of-own-access') return tellable && isKnown(person) && record['personId'] === id;
  if (ofOneself.includes(verb)) return isKnown(person) && record['personId'] === id;
  const settling = verb === 'resolve-child' || verb === 'list-candidates';
  if (settling && record['childState'] !== 'unresolved') return false;
  if (verb === 'list-candidates' && !isKnown(person)) return false;
  return (
    (allowed.includes('own') && record['reporterId'] === id) ||
    (allowed.includes('owner') && record['ownerId'] === id) ||
    (allowed.includes('manager') && record['caseManagerId'] === id) ||
    (allowed.includes('chair') && record['chairId'] === id) ||
    (allowed.includes('minute-taker') && record['minuteTakerId'] === id) ||
    (allowed.includes('part') && (record['chairId'] === id || record['minuteTakerId'] === id)) ||
    (allowed.includes('asked') && record['personId'] === id) ||
    (allowed.includes('listed') && isKnown(person) && record['personId'] === id && record['state'] === 'open') ||
    (allowed.includes('attendee') && isAttendee(person, record)) ||
    (allowed.includes('sitting') &&
      isKnown(person) &&
      person.sitsIn !== undefined &&
      record['channelId'] === person.sitsIn)
  );
}

const isAttendee = (person: OraclePerson, record: OracleRecord) =>
  isKnown(person) &&
  record['personId'] === person.id &&
  record['invitedAs'] === 'staff' &&
  (record['attendance'] === 'attended' || record['attendance'] === 'apologies');

const isKnown = ({ works, roles }: OraclePerson) => works.length > 0 || roles.some(({ role }) => role !== 'staff');

function byGift(verb: string, name: string, person: OraclePerson, record: OracleRecord): boolean {
  if (!isKnown(person)) return false;
  const gifts = person.access.filter(({ kind }) => kind === 'circle' || kind === 'break-glass');
  const [ofThisCase, child] = [fieldOf(record, ofCase[name]), fieldOf(record, ofChild[name])];
  // What they opened themselves they lay before nobody.
  if (['add-addendum', 'list-files-for-meeting', 'lay-paper'].includes(verb))
    return gifts.some(({ kind, concernId }) => kind === 'circle' && concernId === ofThisCase);
  // Whoever speaks about a child at a meeting, within the case that they were given.
  if (oracle[verb]?.includes('speaker'))
    return (
      record['speakerId'] === person.id &&
      gifts.some(({ kind, concernId }) => kind === 'circle' && concernId !== null && concernId === ofThisCase)
    );
  if (!reading.includes(verb)) return false;
  return gifts.some(
    ({ concernId, childId, concernOfChild }) =>
      (typeof ofThisCase === 'string' && (ofThisCase === concernId || ofThisCase === concernOfChild)) ||
      (typeof child === 'string' && child === childId),
  );
}

/** Whether somebody may do this to this record: worked out a second time, from lists written by hand. */
export function mayByHand(verb: string, person: OraclePerson, record: OracleRecord): boolean {
  const name = classOfVerb(verb);
  const hidden = liesInRegister(name, record);
  const roleWay = byRole(verb, name, person, record, hidden);
  const nameWay = !person.own && byName(verb, person, record, hidden);
  const giftWay = !person.own && !hidden && byGift(verb, name, person, record);
  if (!isKept(person, name, record)) return roleWay || nameWay || giftWay;
  // Nobody is kept from their own words and receipts, nor is a child left out of the roll.
  if (roleWay && importing.includes(verb)) return true;
  const ownWords = [...receipts, 'add-addendum', 'list-need-to-know', 'hear-of-own-access'];
  return nameWay && ownWords.includes(verb);
}
