import type { Event, PatternedRecurrence } from '@microsoft/microsoft-graph-types';
import { asHtml, asText } from './event-body.ts';
import type { StoredEvent } from './event-store.ts';
import type { Preference } from './preference.ts';
import type { Occurrence, Recurrence } from './recurrence.ts';
import { showsAs } from './shows-as.ts';
import { wallTimeAt } from './time-zone.ts';

export const changeKey = ({ uid, version }: StoredEvent) =>
  Buffer.from(`${uid.slice(-12)};${version}`).toString('base64url');

export const eventETag = (event: StoredEvent) => `W/"${changeKey(event)}"`;

const never = '0001-01-01T00:00:00Z';

/** Outlook fills in what a pattern has no use for. */
const presentRecurrence = ({ pattern, range }: Recurrence, timeZone: string): PatternedRecurrence => ({
  pattern: {
    type: pattern.type,
    interval: pattern.interval,
    month: 0,
    dayOfMonth: pattern.type === 'absoluteMonthly' ? pattern.dayOfMonth : 0,
    ...(pattern.type === 'weekly' && { daysOfWeek: pattern.daysOfWeek }),
    firstDayOfWeek: pattern.type === 'weekly' ? pattern.firstDayOfWeek : 'sunday',
    index: 'first',
  },
  range: {
    type: range.type,
    startDate: range.startDate,
    endDate: range.type === 'endDate' ? range.endDate : '0001-01-01',
    recurrenceTimeZone: range.recurrenceTimeZone ?? timeZone,
    numberOfOccurrences: range.type === 'numbered' ? range.numberOfOccurrences : 0,
  },
});

/**
 * https://learn.microsoft.com/graph/api/resources/event
 * @param occurrence one of the series, in place of its master
 */
export function presentEvent(
  event: StoredEvent,
  { timeZone, bodyType }: Preference,
  occurrence?: Occurrence,
): Event & { '@odata.etag': string } {
  const { asked } = event;
  const series = asked.recurrence !== null;
  return {
    '@odata.etag': eventETag(event),
    id: occurrence ? `${event.id}.${occurrence.day}` : event.id,
    createdDateTime: event.createdAt,
    lastModifiedDateTime: event.modifiedAt,
    changeKey: changeKey(event),
    categories: asked.categories,
    ...(asked.transactionId !== null && event.isOrganizer && { transactionId: asked.transactionId }),
    originalStartTimeZone: asked.start.timeZone,
    originalEndTimeZone: asked.end.timeZone,
    iCalUId: event.uid,
    reminderMinutesBeforeStart: asked.reminderMinutesBeforeStart,
    isReminderOn: asked.isReminderOn,
    hasAttachments: false,
    subject: event.isCancelled ? `Canceled: ${asked.subject}` : asked.subject,
    bodyPreview: asText(asked.body).slice(0, 255),
    importance: asked.importance,
    sensitivity: asked.sensitivity,
    isAllDay: asked.isAllDay,
    isCancelled: event.isCancelled,
    isOrganizer: event.isOrganizer,
    responseRequested: asked.responseRequested,
    seriesMasterId: occurrence ? event.id : null,
    showAs: showsAs(event),
    type: occurrence ? 'occurrence' : series ? 'seriesMaster' : 'singleInstance',
    webLink: `https://outlook.office365.com/owa/?itemid=${encodeURIComponent(event.id)}&exvsurl=1&path=/calendar/item`,
    onlineMeetingUrl: null,
    isOnlineMeeting: asked.isOnlineMeeting,
    onlineMeetingProvider: asked.isOnlineMeeting ? 'teamsForBusiness' : 'unknown',
    allowNewTimeProposals: asked.allowNewTimeProposals,
    isDraft: false,
    hideAttendees: asked.hideAttendees,
    responseStatus: {
      response: event.response,
      time: event.answeredAt ?? never,
    },
    body: { contentType: bodyType, content: bodyType === 'html' ? asHtml(asked.body) : asText(asked.body) },
    start: wallTimeAt(occurrence?.start ?? event.start, timeZone),
    end: wallTimeAt(occurrence?.end ?? event.end, timeZone),
    location: { ...asked.location, locationType: 'default' },
    locations: asked.location.displayName === '' ? [] : [{ ...asked.location, locationType: 'default' }],
    recurrence: occurrence || !asked.recurrence ? null : presentRecurrence(asked.recurrence, asked.start.timeZone),
    attendees: asked.attendees.map(({ type, emailAddress }) => ({
      type,
      status: event.answers[emailAddress.address.toLowerCase()] ?? { response: 'none', time: never },
      emailAddress: { address: emailAddress.address, name: emailAddress.name ?? emailAddress.address },
    })),
    organizer: { emailAddress: event.organizer },
    onlineMeeting: event.joinUrl === null ? null : { joinUrl: event.joinUrl },
  };
}
