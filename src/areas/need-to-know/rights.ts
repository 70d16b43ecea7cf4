import type { GrantedRole, Right, RightsTable } from '../../access/types.ts';
import { grantableRole } from '../people/fields.ts';
import { leads } from '../people/rules.ts';

/** Who says who may, and who may not, have to do with a child. */
const headsAndLeads: readonly Right[] = [{ role: 'head', reach: 'school' }, ...leads];

const granted = Object.keys(grantableRole) as readonly GrantedRole[];
/** Roles that come upon no child: an auditor reads the journal alone, a chair of governors what is about the head, and a trust's lead who is what. */
const withoutChildren: readonly GrantedRole[] = ['auditor', 'chair-of-governors', 'trust-lead'];
/** Whoever can come upon a child's case by their role. */
const withChildren = granted.filter((role) => !withoutChildren.includes(role));
const anyRole: readonly Right[] = withChildren.map((role) => ({ role, reach: 'school' }));

/** Who may have to know about one child at once. Leads see their school's concerns without it. */
const mayBreakGlass: readonly Right[] = (
  [
    ...(['head', 'safeguarding-administrator', 'senco', 'pastoral-lead'] as const),
    ...(['behaviour-lead', 'attendance-lead', 'online-safety-lead'] as const),
  ] satisfies readonly GrantedRole[]
).map((role) => ({ role, reach: 'school' }));

/** What was given to somebody, opened by them, or declared of them. */
const ofOneself = { reach: 'own', ownField: 'personId' } as const;
/** That a case names them is the one thing that nobody learns of themselves. */
const tellable = { kind: ['circle', 'break-glass', 'conflict'] } as const;
const theirs: readonly Right[] = withChildren.map((role) => ({ role, ...ofOneself, evenKept: true, when: tellable }));
const told: readonly Right[] = [...headsAndLeads, { role: 'staff', ...ofOneself, recognised: true }];

/** What can be done about single cases and who may; no row, no right. */
export const needToKnowRights = {
  'list-need-to-know': { audit: 'list', about: 'caseAccess', may: [...headsAndLeads, ...theirs] },
  'list-people-for-cases': { audit: 'list', about: 'staffMember', may: headsAndLeads },
  'look-up-child-by-name': { audit: 'search', about: 'pupil', may: anyRole },
  'declare-conflict': { audit: 'permission-change', about: 'pupil', may: headsAndLeads },
  'declare-own-conflict': { audit: 'permission-change', about: 'pupil', may: anyRole },
  'give-case': { audit: 'permission-change', about: 'concern', may: leads },
  'list-circle': {
    audit: 'list',
    about: 'concern',
    may: [...leads, { role: 'staff', reach: 'given', recognised: true }],
  },
  'break-glass': { audit: 'break-glass', about: 'pupil', may: mayBreakGlass },
  'see-break-glass': { audit: 'decide', about: 'caseAccess', may: leads },
  /** Whoever was given a case, or opened one, may give it up; nobody ends what keeps them out, for that hides the row from them. */
  'end-access': { audit: 'permission-change', about: 'caseAccess', may: told },
  /** No view of its own: whose screens are fetched anew when they are given something or kept from it. */
  'hear-of-own-access': {
    audit: 'read',
    about: 'caseAccess',
    may: [{ role: 'staff', ...ofOneself, recognised: true, evenKept: true, when: tellable }],
  },
  'read-case-access': { audit: 'read', about: 'caseAccess', may: told },
} as const satisfies RightsTable;
