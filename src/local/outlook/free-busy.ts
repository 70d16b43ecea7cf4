import type { ScheduleInformation } from '@microsoft/microsoft-graph-types';
import { z } from 'zod';
import { hasMailbox } from '../directory/person.ts';
import { ok } from '../graph/answer.ts';
import { onlyOptions } from '../graph/known-options.ts';
import type { TenantHandler } from '../tenant-route.ts';
import type { Workloads } from '../workloads.ts';
import { happenings, type Happening } from './calendar-view.ts';
import { mailboxOf } from './mailbox.ts';
import { outlookInvalid, parameterInvalid } from './outlook-fault.ts';
import { preferenceOf, withPreference } from './preference.ts';
import { showsAs } from './shows-as.ts';
import { momentOf, wallTimeAt, wallTimeSchema } from './time-zone.ts';

const minute = 60_000;

// Microsoft's own page sends the number as text.
const interval = z
  .union([
    z.int(),
    z
      .string()
      .regex(/^\d{1,4}$/)
      .transform(Number),
  ])
  .pipe(z.int().min(5).max(1_440));

const request = z.strictObject({
  schedules: z.array(z.string()).min(1),
  startTime: wallTimeSchema,
  endTime: wallTimeSchema,
  availabilityViewInterval: interval.default(30),
});

/** Microsoft's clients and its page spell the parameters with and without a capital; both are understood. */
const inCamelCase = (body: unknown) =>
  Object.fromEntries(
    Object.entries(Object(body) as object).map(([name, value]) => [
      name.charAt(0).toLowerCase() + name.slice(1),
      value,
    ]),
  );

/** https://learn.microsoft.com/graph/outlook-get-free-busy-schedule: so many at once, over less than so many days. */
const most = 20;
const longest = 62 * 24 * 60 * minute;

/** How each counts in `availabilityView`, the higher the more it keeps somebody away; working elsewhere does not. */
const digits = { free: 0, workingElsewhere: 0, tentative: 1, busy: 2, oof: 3 } as const;

/** One digit for each slot of the period: whatever in it keeps somebody away most. */
function availabilityView(found: readonly Happening[], from: number, to: number, slot: number): string {
  let view = '';
  for (let begins = from; begins < to; begins += slot) {
    const inside = found
      .filter(({ start, end }) => start < begins + slot && end > begins)
      .map(({ event }) => showsAs(event));
    view += String(Math.max(0, ...inside.map((status) => digits[status])));
  }
  return view;
}

interface Period {
  readonly from: number;
  readonly to: number;
  readonly slot: number;
  readonly zone: string;
  /** Whose calendar was asked: of the others nothing but the times is told. */
  readonly asked: string;
}

function scheduleOf({ directory, events }: Workloads, address: string, period: Period): ScheduleInformation {
  const person = directory.personAt(address);
  if (!person || !hasMailbox(person))
    return {
      scheduleId: address,
      availabilityView: '',
      scheduleItems: [],
      error: { message: `The mailbox '${address}' was not found.`, responseCode: 'ErrorMailRecipientNotFound' },
    };
  const found = happenings(events, person.id, period.from, period.to);
  return {
    scheduleId: address,
    availabilityView: availabilityView(found, period.from, period.to, period.slot),
    scheduleItems: found.map((happening) => {
      const { sensitivity, subject, location } = happening.event.asked;
      const isPrivate = sensitivity === 'private' || sensitivity === 'confidential';
      return {
        ...(person.id === period.asked && !isPrivate && { isPrivate, subject, location: location.displayName }),
        status: showsAs(happening.event),
        start: wallTimeAt(happening.start, period.zone),
        end: wallTimeAt(happening.end, period.zone),
      };
    }),
    workingHours: {
      daysOfWeek: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
      startTime: '08:00:00.0000000',
      endTime: '17:00:00.0000000',
      timeZone: { name: 'GMT Standard Time' },
    },
  };
}

/** `POST /users/{id}/calendar/getSchedule`: https://learn.microsoft.com/graph/api/calendar-getschedule */
export const getSchedule: TenantHandler = (call, tenant) => {
  onlyOptions(call.query, []);
  const owner = mailboxOf(call, tenant);
  const parsed = request.safeParse(inCamelCase(call.body));
  if (!parsed.success)
    throw outlookInvalid(`Invalid getSchedule request: ${parsed.error.issues[0]?.path.join('.') ?? ''}`);
  const { schedules, startTime, endTime, availabilityViewInterval } = parsed.data;
  const [from, to, slot] = [momentOf(startTime), momentOf(endTime), availabilityViewInterval * minute];
  if (schedules.length > most) throw parameterInvalid(`At most ${most} schedules can be asked for at once.`);
  if (to - from < slot)
    throw parameterInvalid('The period must be at least as long as one slot of the availability view.');
  if (to - from >= longest) throw parameterInvalid('The period must be shorter than 62 days.');
  const preference = preferenceOf(call);
  const period: Period = { from, to, slot, zone: preference.timeZone, asked: owner.id };
  return withPreference(
    preference,
    ok({
      '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#Collection(microsoft.graph.scheduleInformation)',
      value: schedules.map((address) => scheduleOf(tenant, address, period)),
    }),
  );
};
