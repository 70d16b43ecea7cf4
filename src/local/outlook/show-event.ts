import { option, selectFrom } from '../graph/query-option.ts';
import type { TenantCall } from '../graph/tenant-call.ts';
import type { StoredEvent } from './event-store.ts';
import type { Preference } from './preference.ts';
import { presentEvent } from './present-event.ts';
import type { Occurrence } from './recurrence.ts';

/** An event, or one of a series, alone: as `$select` wants it. */
export function showEvent(
  call: TenantCall,
  preference: Preference,
  event: StoredEvent,
  occurrence?: Occurrence,
): object {
  const mailbox = encodeURIComponent(event.mailbox);
  const context = `https://graph.microsoft.com/v1.0/$metadata#users('${mailbox}')/events/$entity`;
  const shown = { '@odata.context': context, ...presentEvent(event, preference, occurrence) };
  return selectFrom(shown, option(call.query, 'select'), 'event');
}
