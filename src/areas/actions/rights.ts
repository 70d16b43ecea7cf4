import type { Restricted, Right, RightsTable } from '../../access/types.ts';
import { leads } from '../people/rules.ts';

/** Whoever was given it, in the circle or not. */
const owner: readonly Right[] = [{ role: 'staff', reach: 'own', ownField: 'ownerId' }];

/** What hangs on an entry for the wrong child is hidden with it: nobody may act upon the wrong child. */
export const restrictedActions: Restricted = { action: { standing: ['misfiled'] } };

/** What can be done with an action and who may; no row, no right. */
export const actionRights = {
  'create-action': { audit: 'assign', about: 'concern', may: leads },
  'accept-action': { audit: 'assign', about: 'action', may: owner },
  'complete-action': { audit: 'decide', about: 'action', may: owner },
  'chase-action': { audit: 'assign', about: 'action', may: [{ role: 'chasing', reach: 'school' }] },
  'ask-for-time': { audit: 'decide', about: 'action', may: owner },
  'answer-time': { audit: 'decide', about: 'action', may: leads },
  'read-time-asked': { audit: 'read', about: 'action', may: leads },
  'verify-action': { audit: 'decide', about: 'action', may: leads },
  'reopen-action': { audit: 'decide', about: 'action', may: leads },
  'cancel-action': { audit: 'decide', about: 'action', may: leads },
  'list-actions-of-concern': { audit: 'list', about: 'action', may: leads },
  'list-open-actions': { audit: 'list', about: 'action', may: leads },
  'read-action-to-verify': { audit: 'read', about: 'action', may: leads },
  'list-action-owners': { audit: 'search', about: 'concern', may: leads },
  'list-own-actions': { audit: 'list', about: 'action', may: owner },
  'read-own-action': { audit: 'read', about: 'action', may: owner },
} as const satisfies RightsTable;
