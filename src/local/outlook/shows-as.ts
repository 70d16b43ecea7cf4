import type { FreeBusyStatus } from '@microsoft/microsoft-graph-types';
import type { StoredEvent } from './event-store.ts';

/** How an event keeps the owner of a calendar: until an invitation is accepted nothing is certain. */
export function showsAs({
  isCancelled,
  isOrganizer,
  response,
  asked,
}: StoredEvent): Exclude<FreeBusyStatus, 'unknown'> {
  if (isCancelled) return 'free';
  return isOrganizer || response === 'accepted' ? asked.showAs : 'tentative';
}
