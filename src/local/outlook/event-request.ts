import { z } from 'zod';
import { outlookInvalid } from './outlook-fault.ts';
import { recurrenceSchema } from './recurrence.ts';
import { wallTimeSchema } from './time-zone.ts';

const address = z.strictObject({ address: z.string().regex(/^[^\s@]+@[^\s@]+$/), name: z.string().optional() });
export const recipientSchema = z.strictObject({ emailAddress: address });

export const bodySchema = z.strictObject({
  contentType: z
    .string()
    .default('text')
    .transform((type) => type.toLowerCase())
    .pipe(z.enum(['text', 'html'])),
  content: z.string(),
});

/** The most that Exchange invites to one event. https://learn.microsoft.com/graph/api/resources/event */
const mostAttendees = 500;

const attendee = z.strictObject({
  emailAddress: address,
  type: z.enum(['required', 'optional', 'resource']).default('required'),
});

const properties = z.strictObject({
  subject: z.string().max(255),
  body: bodySchema,
  start: wallTimeSchema,
  end: wallTimeSchema,
  location: z.strictObject({ displayName: z.string() }),
  attendees: z.array(attendee).max(mostAttendees),
  importance: z.enum(['low', 'normal', 'high']),
  sensitivity: z.enum(['normal', 'personal', 'private', 'confidential']),
  showAs: z.enum(['free', 'tentative', 'busy', 'oof', 'workingElsewhere']),
  isAllDay: z.boolean(),
  isOnlineMeeting: z.boolean(),
  onlineMeetingProvider: z.enum(['teamsForBusiness', 'unknown']),
  isReminderOn: z.boolean(),
  reminderMinutesBeforeStart: z.int().min(0),
  responseRequested: z.boolean(),
  allowNewTimeProposals: z.boolean(),
  hideAttendees: z.boolean(),
  categories: z.array(z.string()),
  recurrence: recurrenceSchema.nullable(),
});

/** What Outlook takes for granted. */
const usual: Omit<z.output<typeof properties>, 'start' | 'end'> = {
  subject: '',
  body: { contentType: 'text', content: '' },
  location: { displayName: '' },
  attendees: [],
  importance: 'normal',
  sensitivity: 'normal',
  showAs: 'busy',
  isAllDay: false,
  isOnlineMeeting: false,
  onlineMeetingProvider: 'unknown',
  isReminderOn: true,
  reminderMinutesBeforeStart: 15,
  responseRequested: true,
  allowNewTimeProposals: true,
  hideAttendees: false,
  categories: [],
  recurrence: null,
};

const request = properties.extend({ transactionId: z.string().min(1).nullable() });
/** An event as its organiser asks for it, with what is taken for granted filled in. */
export type EventRequest = z.output<typeof request>;

const change = properties.partial();
export type EventChange = z.output<typeof change>;

function read<T>(schema: z.ZodType<T>, body: unknown): T {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw outlookInvalid(
    `The event cannot be read, or this part of it is not modelled: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`,
  );
}

/** The body of `POST …/events`. @throws GraphFault 400 for what is wrong or not modelled */
export function readEventRequest(body: unknown): EventRequest {
  const given = typeof body === 'object' ? body : {};
  return read(request, { ...usual, transactionId: null, ...given });
}

/** The body of `PATCH …/events/{id}`: only what it names changes. @throws GraphFault 400 */
export const readEventChange = (body: unknown): EventChange => read(change, body);
