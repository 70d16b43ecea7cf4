import type { TenantRoute } from '../tenant-route.ts';
import { getCalendar } from './calendar.ts';
import { getCalendarView } from './calendar-view.ts';
import { createEvent } from './create-event.ts';
import { cancelEvent, deleteEvent, getEvent, updateEvent } from './events.ts';
import { getSchedule } from './free-busy.ts';
import { sendMail } from './mail.ts';
import { needsOutlook } from './outlook-fault.ts';
import { respond } from './respond.ts';

const write = needsOutlook('Calendars.ReadWrite');
const read = needsOutlook('Calendars.Read', 'Calendars.ReadWrite');

/** Calendars and mail, and the application permissions that each call asks for. */
export const outlookRoutes: readonly TenantRoute[] = [
  ['post', '/users/:user/events', write, createEvent],
  ['post', '/users/:user/calendar/events', write, createEvent],
  ['get', '/users/:user/events/:event', read, getEvent],
  ['patch', '/users/:user/events/:event', write, updateEvent],
  ['delete', '/users/:user/events/:event', write, deleteEvent],
  ['post', '/users/:user/events/:event/cancel', write, cancelEvent],
  ['post', '/users/:user/events/:event/accept', write, respond('accepted')],
  ['post', '/users/:user/events/:event/tentativelyAccept', write, respond('tentativelyAccepted')],
  ['post', '/users/:user/events/:event/decline', write, respond('declined')],
  ['get', '/users/:user/calendar', read, getCalendar],
  ['get', '/users/:user/calendarView', read, getCalendarView],
  ['get', '/users/:user/calendar/calendarView', read, getCalendarView],
  ['post', '/users/:user/calendar/getSchedule', read, getSchedule],
  ['post', '/users/:user/sendMail', needsOutlook('Mail.Send'), sendMail],
];
