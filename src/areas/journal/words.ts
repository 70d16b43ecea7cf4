import type { RightUsed } from '../../access/types.ts';
import { grantableRole } from '../people/fields.ts';
import type { JournalKind } from './contract.ts';

/**
 * What is done by each verb, as it is said of somebody: “{}” stands for what it was done to, and the first word is set into the past
 * where it was done. A verb that is not here is told by its kind.
 */
export const deeds: Readonly<Record<string, string>> = {
  'report-concern': 'report {}',
  'resolve-child': 'say which child is meant in {}',
  'take-concern': 'take on {}',
  'triage-concern': 'judge {}',
  'file-low-level': 'file {} as low level',
  'hand-over-concern': 'hand over {}',
  'escalate-concern': 'escalate {}',
  'add-addendum': 'add to {}',
  'read-history': 'read the decisions about {}',
  'list-outside-changes': 'look at what was changed in SharePoint of {}',
  'list-other-leads': 'look up who could take over {}',
  'list-related-concerns': 'look at what is related: {}',
  'list-concerns-of-child': 'look at a child’s concerns: {}',
  'list-routed': 'look at {}',
  'read-routed': 'read {}',
  'acknowledge-routed': 'acknowledge {}',
  'show-child': 'have the child of {} shown in the chat',
  'read-child-name': 'have the child’s name in {} shown',
  'read-alert': 'be alerted to {}',
  'read-concern': 'look at {}',
  'print-concern': 'print {}',
  'list-concerns': 'look at the list of concerns: {}',
  'count-concerns': 'look at the numbers of concerns',
  'search-concerns': 'search the concerns: {}',
  'list-candidates': 'look for the child who is meant: {}',
  'compare-candidates': 'compare the children who may be meant: {}',
  'look-up-children': 'look up children: {}',
  'list-persons': 'look at who is named in a concern: {}',
  'add-person': 'name somebody in {}',
  'withdraw-person': 'take somebody out of {}',
  'say-child-role': 'say what part the child has in {}',
  'mark-misfiled': 'move {} from the wrong child to the right one',
  'list-misfiled': 'look at the misfiled entries: {}',
  'read-misfiled': 'look at the misfiled {}',
  'settle-filing': 'settle what SharePoint and Lantern say of {}',
  'read-differences': 'compare what SharePoint and Lantern say of {}',
  'tell-of-stopped-filing': 'tell that filing has stopped for {}',
  'read-receipt': 'look at the receipt of {}',
  'list-own-reports': 'look at their own reports: {}',
  'create-action': 'give somebody an action: {}',
  'accept-action': 'accept {}',
  'complete-action': 'complete {}',
  'verify-action': 'verify {}',
  'reopen-action': 'reopen {}',
  'cancel-action': 'cancel {}',
  'list-actions-of-concern': 'look at the actions of a concern: {}',
  'list-open-actions': 'look at the open actions: {}',
  'read-action-to-verify': 'be asked to verify {}',
  'list-action-owners': 'look up who could be given an action: {}',
  'list-own-actions': 'look at their own actions: {}',
  'read-own-action': 'look at their own {}',
  'ask-for-time': 'ask for more time for {}',
  'answer-time': 'answer whether there is more time for {}',
  'read-time-asked': 'be asked for more time for {}',
  'configure-channel': 'say which minutes go to {}',
  'list-channels': 'look at the channels that are set up: {}',
  'list-channels-for-meeting': 'look to which channels the minutes of a meeting may go: {}',
  'read-channel-audience': 'look at who belongs to the school, for posting the minutes of {}',
  'post-minutes': 'post the minutes to a channel: {}',
  'list-channel-posts': 'look at what was posted to channels: {}',
  'settle-channel-post': 'say whether {} is in the channel',
  'read-channel-post': 'look at {} to carry it out',
  'list-posts-of-action': 'look at which posts show an action: {}',
  'move-channel-post': 'carry out {}, and say what became of it',
  'note-channel': 'note that Lantern was put into {}, or taken out of it',
  'read-channel-removed': 'be told that Lantern was taken out of {}',
  'call-meeting': 'call {}',
  'change-meeting': 'change {}',
  'cancel-meeting': 'cancel {}',
  'record-event': 'note that a calendar was told of {}',
  'refresh-agenda': 'bring the agenda up to date: {}',
  'arrange-agenda': 'arrange the agenda: {}',
  'add-agenda-point': 'add a point to the agenda: {}',
  'hold-meeting': 'say that {} was held',
  'write-minutes': 'write minutes: {}',
  'agree-minutes': 'agree the minutes: {}',
  'publish-minutes': 'publish the minutes: {}',
  'acknowledge-minutes': 'say that they have read the minutes: {}',
  'file-minutes': 'file the minutes of a meeting in {}',
  'list-papers-of-minutes': 'look at where minutes are filed: {}',
  'add-minute-addendum': 'add to agreed minutes: {}',
  'read-minutes': 'look at the draft of the minutes: {}',
  'list-minutes': 'look at the minutes: {}',
  'list-minute-addenda': 'look at what was added to the minutes: {}',
  'read-renderings': 'look at the renderings of the minutes: {}',
  'send-minutes-outside': 'make a link to minutes for somebody of another agency: {}',
  'revoke-minutes-link': 'end {}',
  'list-minutes-links': 'look at which links to minutes there are: {}',
  'open-minutes-outside': 'open minutes from outside, or try to, by {}',
  'give-minutes-outside': 'give the minutes of {} to whoever had the link and its code',
  'list-meetings': 'look at the meetings: {}',
  'list-meetings-asked-to': 'look at the meetings that they were asked to: {}',
  'read-invitation': 'look at when and where {} is',
  'answer-invitation': 'say whether they come to a meeting: {}',
  'read-meeting': 'look at {}',
  'list-children-of-meeting': 'look at the children of a meeting: {}',
  'list-people-of-meeting': 'look at who was asked to a meeting: {}',
  'list-agenda': 'look at the agenda: {}',
  'send-briefing': 'send {}',
  'withdraw-briefing': 'withdraw {}',
  'chase-briefing': 'chase {}',
  'confirm-read': 'confirm that they have read a briefing: {}',
  'list-briefings': 'look at the briefings that were sent: {}',
  'read-briefing': 'look at {}',
  'list-receipts-of-briefing': 'look at who has read a briefing: {}',
  'list-briefings-to-read': 'look at what they have to read: {}',
  'read-own-briefing': 'look at {} that they were asked to read',
  'list-people-for-briefings': 'look up who could be sent a briefing: {}',
  'list-procedures': 'look at the local procedures: {}',
  'add-procedure': 'add {}',
  'correct-procedure': 'correct {}',
  'retire-procedure': 'retire or bring back {}',
  'begin-upload': 'begin to add a file to {}',
  'list-uploads': 'look at their unfinished files: {}',
  'add-document': 'add a file: {}',
  'list-documents': 'look at the files of a concern: {}',
  'download-document': 'download {}',
  'record-scan': 'record the virus scan of {}',
  'record-place': 'record where {} is filed',
  'changed-outside-lantern': 'find that somebody wrote in SharePoint: {}',
  'read-outside-change': 'be told of {}',
  'read-duty': 'look up who is on duty',
  'set-up-school': 'set up the school: {}',
  'import-roster': 'bring in a roster: {}',
  'preview-roster': 'hold a roster against the children: {}',
  'compare-staff': 'hold a roster against the staff: {}',
  'compare-contacts': 'hold a roster against the contacts: {}',
  'compare-relationships': 'hold a roster against the families: {}',
  'read-child': 'look at {}',
  'print-child': 'print {}',
  'list-family': 'look at a child’s family: {}',
  'list-same-child': 'look for the same child: {}',
  'merge-children': 'say that two records are one child: {}',
  'unmerge-children': 'say that two records are two children: {}',
  'list-agencies': 'look at the agencies: {}',
  'add-agency': 'add {}',
  'correct-agency': 'correct {}',
  'retire-agency': 'retire {}',
  'appoint-first-leads': 'appoint the first leads: {}',
  'list-roles': 'look at the roles: {}',
  'list-people-for-roles': 'look up who could be given a role: {}',
  'look-up-trust-staff': 'look up by name who could be a trust’s lead: {}',
  'give-role': 'give {}',
  'confirm-role': 'confirm {}',
  'read-role-to-confirm': 'be told that a second person is needed: {}',
  'change-role-days': 'say anew on which days they are asked first: {}',
  'end-role': 'end {}',
  'appoint-acting-lead': 'appoint an acting lead: {}',
  'give-fed-role': 'give {}, as an Entra group says',
  'end-fed-role': 'end {}, as an Entra group says',
  'list-need-to-know': 'look at who may see single cases: {}',
  'look-up-free-times': 'look up when people are free for a meeting: {}',
  'list-people-for-meetings': 'look up who could be asked to a meeting: {}',
  'list-people-for-cases': 'look up who could be given a case: {}',
  'look-up-child-by-name': 'look up a child by name: {}',
  'declare-conflict': 'declare a conflict of interest: {}',
  'declare-own-conflict': 'declare a conflict of interest of their own: {}',
  'give-case': 'give somebody {}',
  'list-circle': 'look at who else may see {}',
  'break-glass': 'open a child’s file by break-glass: {}',
  'see-break-glass': 'say that they saw a break-glass: {}',
  'end-access': 'end {}',
  'hear-of-own-access': 'be told of {}',
  'read-case-access': 'be told of {}',
  'look-at-health': 'look at Lantern’s health',
  'examine-health': 'have Lantern examined',
  'list-journal': 'read the journal',
  'print-journal': 'print what they had before them of the journal',
  'export-journal': 'take the journal out as a file',
  'read-who-has-seen': 'look up who has seen {}',
  'look-at-unusual-reading': 'look at unusual reading',
  'look-at-proof': 'look at the proof of the journal',
  'prove-journal': 'have the journal proved',
  'verify-journal': 'prove the journal',
};

/** Of a verb that is not known here: what a newer Lantern did. */
export const deedOfKind: Readonly<Record<JournalKind, string>> = {
  read: 'look at {}',
  list: 'look at a list: {}',
  search: 'search: {}',
  create: 'make {}',
  addend: 'add to {}',
  assign: 'give or take work: {}',
  decide: 'decide about {}',
  export: 'take out of Lantern: {}',
  print: 'print {}',
  share: 'share {}',
  transfer: 'transfer {}',
  'break-glass': 'open in an emergency: {}',
  'permission-change': 'change {}',
  'config-change': 'change {}',
  dispose: 'dispose of {}',
  deny: 'do something that was refused: {}',
};

const irregular: Readonly<Record<string, string>> = {
  ...{ say: 'said', take: 'took', hand: 'handed', read: 'read', have: 'had', be: 'was', give: 'gave', begin: 'began' },
  ...{ find: 'found', bring: 'brought', hold: 'held', tell: 'told', make: 'made', set: 'set', do: 'did', put: 'put' },
  ...{ send: 'sent', withdraw: 'withdrew' },
};

/** `look at concern …` -> `looked at concern …`. */
export function past(deed: string): string {
  const [verb = '', ...rest] = deed.split(' ');
  const regular = verb.endsWith('e') ? `${verb}d` : verb.endsWith('y') ? `${verb.slice(0, -1)}ied` : `${verb}ed`;
  return [Object.hasOwn(irregular, verb) ? irregular[verb] : verb === 'cancel' ? 'cancelled' : regular, ...rest].join(
    ' ',
  );
}

/** Why somebody was refused, by the problem's code. */
export const whyRefused: Readonly<Record<string, string>> = {
  'not-found': 'Not theirs to see, or not there.',
  'changed-meanwhile': 'Somebody else had changed it a moment before.',
  'already-done': 'It had been done already.',
  'needs-another-person': 'They had done it themselves, so somebody else has to verify it.',
  'needs-second-person': 'A second person has to confirm it.',
  'last-lead': 'The school would have had no lead.',
  'invalid-input': 'Something in the form was not right.',
};
export const otherwiseRefused = 'Lantern did not do it.';

/** What a right is called where it is no role that a school gives. Lantern's own are told by its name. */
const rightWords: Readonly<Partial<Record<RightUsed, string>>> = {
  'break-glass': 'by break-glass',
  acting: 'as acting lead',
  circle: 'in the circle of the case',
  own: 'of what is their own',
  staff: 'as a member of staff',
};

const roleNames: Readonly<Record<string, string>> = grantableRole;

/** A role's name within a sentence: what is written in capitals stays so. */
const within = (name: string): string => (/^[A-Z]{2}/.test(name) ? name : name.charAt(0).toLowerCase() + name.slice(1));

/**
 * By which rights something was done, in words; empty where there is nothing to say. What opened a file comes first, and what
 * everybody has last.
 */
export function rightsInWords(rights: readonly string[]): string {
  const told = (right: string) =>
    rightWords[right as RightUsed] ??
    (Object.hasOwn(roleNames, right) ? `as ${within(roleNames[right] ?? '')}` : undefined);
  const order = [
    'break-glass',
    'circle',
    ...rights.filter((right) => Object.hasOwn(roleNames, right)),
    'acting',
    'own',
    'staff',
  ];
  return order.flatMap((right) => (rights.includes(right) ? (told(right) ?? []) : [])).join(' and ');
}
