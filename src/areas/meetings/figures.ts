import { DateTime } from 'luxon';
import { sql } from 'kysely';
import { z } from 'zod';
import type { View } from '../../perform/types.ts';
import { defineQuery } from '../../records/query.ts';
import { schoolDay } from '../../records/school-day.ts';
import type { TableOf } from '../../records/table.ts';
import type { KindFigures, MeetingFigures } from './contract.ts';
import type { meeting } from './record.ts';
import type { MeetingKind } from './rules.ts';

interface Tables {
  meeting: TableOf<typeof meeting>;
}

export type FiguresRow = Pick<Tables['meeting'], 'id' | 'kind' | 'startsAt' | 'heldAt' | 'agreedAt'> & {
  /** Of the staff. */
  asked: number | string;
  came: number | string;
  /** Actions that came of it and are done, or should be. */
  due: number | string;
  inTime: number | string;
  /** Reports that were asked for, and those that came by their day. */
  reports: number | string;
  reportsInTime: number | string;
};

const staff = sql`from "meetingPerson" as person where person.tenant = meeting.tenant
  and person."meetingId" = meeting.id and person."invitedAs" = 'staff' and person."removedAt" is null`;
const wanted = sql`from "meetingPerson" as writer where writer.tenant = meeting.tenant
  and writer."meetingId" = meeting.id and writer."reportDueOn" is not null and writer."removedAt" is null`;
/** Of the day on which something was done the first ten letters: whoever is done by midnight is in time. */
const doneOn = sql`substr(deed."doneAt", 1, 10)`;
const deeds = sql`from action as deed
  join "agendaPoint" as point on point.tenant = deed.tenant and point.id = deed."pointId"
  where deed.tenant = meeting.tenant and point."meetingId" = meeting.id and deed.standing is null
    and deed.status <> 'cancelled-reasoned'`;

/** Meetings that were held since a moment, each with what is counted of it. */
export const meetingsForFigures = defineQuery<Tables, { from: string; now: string; today: string }, FiguresRow>(
  'meetings-for-figures',
  (tables, value) =>
    tables
      .selectFrom('meeting')
      .select(['meeting.id', 'meeting.kind', 'meeting.startsAt', 'meeting.heldAt', 'meeting.agreedAt'])
      .select([
        sql<number | string>`(select count(*) ${staff})`.as('asked'),
        sql<number | string>`(select count(*) ${staff} and person.attendance = 'attended')`.as('came'),
        sql<number | string>`(select count(*) ${deeds}
          and (deed."doneAt" is not null or deed."dueOn" < ${value('today')}))`.as('due'),
        sql<number | string>`(select count(*) ${deeds} and ${doneOn} <= deed."dueOn")`.as('inTime'),
        sql<number | string>`(select count(*) ${wanted})`.as('reports'),
        sql<number | string>`(select count(*) ${wanted}
          and writer."reportReceivedOn" <= writer."reportDueOn")`.as('reportsInTime'),
      ])
      .where('meeting.status', 'in', ['held', 'minutes-draft', 'minutes-agreed', 'minutes-published'])
      .where('meeting.startsAt', '>=', value('from'))
      .where('meeting.startsAt', '<=', value('now'))
      .where('meeting.removedAt', 'is', null)
      .orderBy('meeting.startsAt'),
);

const september = 9;

/** The first moment of the school year, by the clock at the school. */
export function schoolYearFrom(now: string): string {
  const today = DateTime.fromISO(now, { zone: 'Europe/London' });
  const year = today.month < september ? today.year - 1 : today.year;
  return today.set({ year, month: september, day: 1 }).startOf('day').toUTC().toISO() ?? now;
}

function median(numbers: readonly number[]): number | undefined {
  const sorted = numbers.toSorted((one, other) => one - other);
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return low === undefined || high === undefined ? undefined : (low + high) / 2;
}

const daysBetween = (from: string, to: string) =>
  DateTime.fromISO(schoolDay(to)).diff(DateTime.fromISO(schoolDay(from)), 'days').days;

function figuresOf(kind: MeetingKind, rows: readonly FiguresRow[]): KindFigures {
  const sum = (what: 'asked' | 'came' | 'due' | 'inTime' | 'reports' | 'reportsInTime') =>
    rows.reduce((before, row) => before + Number(row[what]), 0);
  const days = rows.flatMap(({ agreedAt, heldAt, startsAt }) =>
    agreedAt === null ? [] : [Math.max(0, daysBetween(heldAt ?? startsAt, agreedAt))],
  );
  const usual = median(days);
  return {
    ...{ kind, held: rows.length, asked: sum('asked'), came: sum('came'), agreed: days.length },
    ...(usual !== undefined && { daysToAgree: usual }),
    ...{ due: sum('due'), inTime: sum('inTime'), reports: sum('reports'), reportsInTime: sum('reportsInTime') },
  };
}

/** How meetings of each kind go in this school year: numbers only, what is held most first. */
export const countMeetings: View<Record<string, never>, FiguresRow, MeetingFigures> = {
  verb: 'count-meetings',
  shape: 'page',
  fields: [
    ...['kind', 'status', 'heldAt', 'agreedAt', 'meetingPerson.attendance', 'meetingPerson.reportDueOn'],
    ...['meetingPerson.reportReceivedOn', 'action.doneAt', 'action.dueOn'],
  ],
  params: z.strictObject({}),
  query: meetingsForFigures,
  values: (_params, _actor, now) => ({ from: schoolYearFrom(now), now, today: schoolDay(now) }),
  present: (rows, { now }) => ({
    answer: {
      from: schoolDay(schoolYearFrom(now)),
      kinds: [...new Set(rows.map(({ kind }) => kind))]
        .map((kind) =>
          figuresOf(
            kind,
            rows.filter((row) => row.kind === kind),
          ),
        )
        .toSorted((one, other) => other.held - one.held || (one.kind < other.kind ? -1 : 1)),
    },
    ids: [],
  }),
};
