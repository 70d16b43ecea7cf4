import type { Restricted, Right, RightsTable } from '../../access/types.ts';
import { leads } from '../people/rules.ts';
import { team } from './fields.ts';

const unsettled = { childState: ['unresolved'] };
/** Each team sees the lines that were written for it. */
const teams: readonly Right[] = Object.keys(team).map((role) => ({
  role: role as keyof typeof team,
  reach: 'school',
  when: { toRole: [role] },
}));
const reporter: Right = { role: 'staff', reach: 'own' };
/** A receipt names no child and holds no narrative, so a misfiled report's says where it goes on. */
const receipts: readonly Right[] = [{ ...reporter, restricted: true, evenKept: true }];
/** Whoever was given the case, or opened the child's file by break-glass: to read it, and nothing else. */
const given: Right = { role: 'staff', reach: 'given', recognised: true };
/** Whoever was given the case adds to it what they find. */
const circle: Right = { ...given, reach: 'circle' };
/** Entries for the wrong child, kept whole. One person of a school answers for them. */
const register: readonly Right[] = [{ role: 'dsl', reach: 'school', when: { status: ['misfiled'] }, restricted: true }];

/** What lies in the restricted register: no other right reaches it, whatever area declares it. */
export const restrictedConcerns: Restricted = {
  concern: { status: ['misfiled'] },
  routedLine: { standing: ['misfiled'] },
};

/** What can be done with a concern and who may; no row, no right. */
export const concernRights = {
  'report-concern': { audit: 'create', about: 'concern', may: [{ role: 'staff', reach: 'school' }] },
  'resolve-child': { audit: 'decide', about: 'concern', may: [...leads, { ...reporter, when: unsettled }] },
  'take-concern': { audit: 'assign', about: 'concern', may: leads },
  'triage-concern': { audit: 'decide', about: 'concern', may: leads },
  'file-low-level': { audit: 'decide', about: 'concern', may: leads },
  'hand-over-concern': { audit: 'assign', about: 'concern', may: leads },
  'escalate-concern': { audit: 'assign', about: 'concern', may: leads },
  'add-addendum': { audit: 'addend', about: 'concern', may: [...leads, { ...reporter, evenKept: true }, circle] },
  'read-history': { audit: 'read', about: 'concern', may: [...leads, given] },
  'list-outside-changes': { audit: 'list', about: 'concern', may: leads },
  'list-other-leads': { audit: 'list', about: 'concern', may: leads },
  'list-related-concerns': { audit: 'list', about: 'concern', may: leads },
  'list-concerns-of-child': { audit: 'list', about: 'concern', may: leads },
  'list-routed': { audit: 'list', about: 'routedLine', may: teams },
  'read-routed': { audit: 'read', about: 'routedLine', may: teams },
  'acknowledge-routed': { audit: 'decide', about: 'routedLine', may: teams },
  'show-child': { audit: 'read', about: 'concern', may: leads },
  'read-child-name': { audit: 'read', about: 'concern', may: leads },
  'read-alert': { audit: 'read', about: 'concern', may: [...leads, given] },
  'read-concern': { audit: 'read', about: 'concern', may: [...leads, given] },
  /** Paper is read by whoever finds it: whoever was given a case reads it on the screen. */
  'print-concern': { audit: 'print', about: 'concern', may: leads },
  'list-concerns': { audit: 'list', about: 'concern', may: [...leads, given] },
  'count-concerns': { audit: 'list', about: 'concern', may: [...leads, given] },
  'search-concerns': { audit: 'search', about: 'concern', may: [...leads, given] },
  'list-candidates': {
    audit: 'search',
    about: 'concern',
    may: [...leads, { ...reporter, recognised: true, when: unsettled }],
  },
  'compare-candidates': { audit: 'search', about: 'concern', may: leads },
  'look-up-children': { audit: 'search', about: 'concern', may: leads },
  'list-persons': { audit: 'list', about: 'concern', may: [...leads, given] },
  'add-person': { audit: 'addend', about: 'concern', may: leads },
  'withdraw-person': { audit: 'addend', about: 'concern', may: leads },
  'say-child-role': { audit: 'decide', about: 'concern', may: leads },
  'mark-misfiled': { audit: 'decide', about: 'concern', may: leads },
  'list-misfiled': { audit: 'list', about: 'concern', may: register },
  'read-misfiled': { audit: 'read', about: 'concern', may: register },
  'settle-filing': { audit: 'decide', about: 'concern', may: [...leads, ...register] },
  'read-differences': { audit: 'read', about: 'concern', may: [...leads, ...register] },
  'tell-of-stopped-filing': {
    audit: 'decide',
    about: 'concern',
    may: [{ role: 'filing', reach: 'school', restricted: true }],
  },
  'read-receipt': { audit: 'read', about: 'concern', may: receipts },
  'list-own-reports': { audit: 'list', about: 'concern', may: receipts },
} as const satisfies RightsTable;
