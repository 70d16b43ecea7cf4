import type { Answer } from '../graph/answer.ts';
import { onlyOptions } from '../graph/known-options.ts';
import { option, selectFrom } from '../graph/query-option.ts';
import type { TenantCall } from '../graph/tenant-call.ts';
import type { StoredEvent } from './event-store.ts';
import { presentEvent } from './present-event.ts';
import type { Occurrence } from './recurrence.ts';
import { preferredZone } from './time-zone.ts';

/** An event, or one of a series, as `$select` wants it, in the zone that `Prefer` asks for. */
export function showEvent(call: TenantCall, event: StoredEvent, occurrence?: Occurrence): object {
  onlyOptions(call.query, ['select']);
  const shown = presentEvent(event, preferredZone(call.header('prefer')), occurrence);
  const mailbox = encodeURIComponent(event.mailbox);
  const context = `https://graph.microsoft.com/v1.0/$metadata#users('${mailbox}')/events/$entity`;
  return selectFrom({ '@odata.context': context, ...shown }, option(call.query, 'select'), 'event');
}

/** `Preference-Applied`, where a time zone was asked for. */
export function withPreference(call: TenantCall, answer: Answer): Answer {
  const zone = preferredZone(call.header('prefer'));
  if (!call.header('prefer')?.includes('outlook.timezone')) return answer;
  return { ...answer, headers: { ...answer.headers, 'preference-applied': `outlook.timezone="${zone}"` } };
}
