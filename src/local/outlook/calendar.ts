import { ok } from '../graph/answer.ts';
import { onlyOptions } from '../graph/known-options.ts';
import { option, selectFrom } from '../graph/query-option.ts';
import type { TenantHandler } from '../tenant-route.ts';
import { mailboxOf } from './mailbox.ts';

/** `GET /users/{id}/calendar`: the usual calendar, and whose it is. https://learn.microsoft.com/graph/api/calendar-get */
export const getCalendar: TenantHandler = (call, tenant) => {
  onlyOptions(call.query, ['select']);
  const { id, displayName, mail } = mailboxOf(call, tenant);
  const calendar = {
    '@odata.context': `https://graph.microsoft.com/v1.0/$metadata#users('${id}')/calendar/$entity`,
    id: `AAMkA${Buffer.from(`calendar ${id}`).toString('base64url')}`,
    name: 'Calendar',
    color: 'auto',
    isDefaultCalendar: true,
    canEdit: true,
    allowedOnlineMeetingProviders: ['teamsForBusiness'],
    defaultOnlineMeetingProvider: 'teamsForBusiness',
    owner: { name: displayName, address: mail ?? '' },
  };
  return ok(selectFrom(calendar, option(call.query, 'select'), 'calendar'));
};
