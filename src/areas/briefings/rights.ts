import type { Right, RightsTable } from '../../access/types.ts';
import { leads } from '../people/rules.ts';

/** Who looks after what the leads have sent: who has read it is no secret of a case. */
const keepers: readonly Right[] = [...leads, { role: 'safeguarding-administrator', reach: 'school' }];
/** Whoever was asked to read it. */
const asked: readonly Right[] = [{ role: 'staff', reach: 'own', ownField: 'personId' }];
/** Everybody whom the staff list knows: whom to ring is no secret of a few. */
const staff: readonly Right[] = [{ role: 'staff', reach: 'school', recognised: true }];

/** What can be done with briefings and local procedures, and who may; no row, no right. */
export const briefingRights = {
  'send-briefing': { audit: 'share', about: 'briefing', may: leads },
  'list-people-for-briefings': { audit: 'list', about: 'staffMember', may: leads },
  'withdraw-briefing': { audit: 'decide', about: 'briefing', may: leads },
  'chase-briefing': { audit: 'decide', about: 'briefing', may: keepers },
  'list-briefings': { audit: 'list', about: 'briefing', may: keepers },
  'read-briefing': { audit: 'read', about: 'briefing', may: keepers },
  'list-receipts-of-briefing': { audit: 'list', about: 'briefingReceipt', may: keepers },
  'list-briefings-to-read': { audit: 'list', about: 'briefing', over: 'briefingReceipt', may: asked },
  'read-own-briefing': { audit: 'read', about: 'briefing', over: 'briefingReceipt', may: asked },
  'confirm-read': { audit: 'decide', about: 'briefingReceipt', may: asked },
  'read-bulletin': {
    ...{ audit: 'read', about: 'briefing' },
    may: [...keepers, { role: 'posting', reach: 'school' }],
  },
  'post-bulletin': { audit: 'share', about: 'briefing', may: leads },
  'confirm-read-in-channel': { audit: 'decide', about: 'briefing', may: staff },
  'list-procedures': { audit: 'list', about: 'procedure', may: staff },
  'add-procedure': { audit: 'config-change', about: 'procedure', may: leads },
  'correct-procedure': { audit: 'config-change', about: 'procedure', may: leads },
  'retire-procedure': { audit: 'config-change', about: 'procedure', may: leads },
} as const satisfies RightsTable;
