import type { Right, RightsTable } from '../../access/types.ts';

/**
 * Whoever manages it, by role or because this one matter was given to them (KCSIE Part four). That the adult whom it is about is none
 * of these, whatever their roles, follows from `belongs` in areas.ts.
 */
const byRole: readonly Right[] = [
  { role: 'head', reach: 'school', when: { managedBy: ['head'] } },
  { role: 'chair-of-governors', reach: 'school', when: { managedBy: ['chair'] } },
];
const given: readonly Right[] = [{ role: 'staff', reach: 'own', ownField: 'caseManagerId' }];
const managers: readonly Right[] = [...byRole, ...given];
/** A receipt shows only that one reported something oneself: whoever reports about themselves keeps it. */
const receipts: readonly Right[] = [{ role: 'staff', reach: 'own', evenKept: true }];

/**
 * Of a matter that was changed in SharePoint the chair is told that it was, whoever manages it since: a head could have put into
 * their own hands what is about them. It is shown by its reference alone.
 */
const notices: readonly Right[] = [...managers, { role: 'chair-of-governors', reach: 'school' }];

/** What can be done with a concern about an adult and who may; no row, no right. The safeguarding leads have none. */
export const staffConcernRights = {
  'report-staff-concern': { audit: 'create', about: 'staffConcern', may: [{ role: 'staff', reach: 'school' }] },
  /** Whom to call past everybody at school: for whoever may report. */
  'read-lado': {
    audit: 'read',
    // Who looks this up is about to report: the journal must not tell it to those who may not know.
    about: 'staffConcern',
    over: 'agency',
    may: [{ role: 'staff', reach: 'school', when: { kind: ['lado'] } }],
  },
  'read-staff-receipt': { audit: 'read', about: 'staffConcern', may: receipts },
  'list-own-staff-reports': { audit: 'list', about: 'staffConcern', may: receipts },
  'list-staff-concerns': { audit: 'list', about: 'staffConcern', may: byRole },
  'list-given-matters': { audit: 'list', about: 'staffConcern', may: given },
  'read-staff-concern': { audit: 'read', about: 'staffConcern', may: managers },
  'read-staff-alert': { audit: 'read', about: 'staffConcern', may: managers },
  'list-colleagues': { audit: 'search', about: 'staffConcern', may: managers },
  'take-staff-concern': { audit: 'assign', about: 'staffConcern', may: managers },
  'say-subject': { audit: 'decide', about: 'staffConcern', may: managers },
  'give-staff-concern': { audit: 'permission-change', about: 'staffConcern', may: managers },
  'judge-staff-concern': { audit: 'decide', about: 'staffConcern', may: managers },
  'close-staff-concern': { audit: 'decide', about: 'staffConcern', may: managers },
  'settle-staff-filing': { audit: 'decide', about: 'staffConcern', may: managers },
  'read-staff-differences': { audit: 'read', about: 'staffConcern', may: managers },
  'add-staff-note': { audit: 'addend', about: 'staffConcern', may: [...managers, { role: 'staff', reach: 'own' }] },
  'read-staff-notice': { audit: 'read', about: 'staffConcern', may: notices },
  'staff-concern-changed-outside': { audit: 'create', about: 'staffConcern', may: [{ role: 'sync', reach: 'school' }] },
  'tell-of-stopped-staff-filing': {
    audit: 'decide',
    about: 'staffConcern',
    may: [{ role: 'filing', reach: 'school' }],
  },
} as const satisfies RightsTable;
