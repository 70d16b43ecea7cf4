import { z } from 'zod';
import type { Presenting, View } from '../../../perform/types.ts';
import { schoolDay } from '../../../records/school-day.ts';
import type { OfficialItem, OfficialMinutes } from '../contract.ts';
import { meetingKinds } from '../kinds.ts';
import { presentMeeting } from '../present-meeting.ts';
import type { MeetingRow } from '../queries.ts';
import { officialMinutesAwaited } from './official-queries.ts';
import { officialStepOf } from './official-rules.ts';

/** What is shown of them; what is wrong in them stands with the minutes alone. */
export const officialFields = ['officialDueOn', 'officialReceivedOn', 'officialCheck', 'inaccuraciesSentOn'] as const;

/** Where the official minutes of a meeting are, and what has to be done about them; nothing where there are none to wait for. */
export function presentOfficial(row: MeetingRow, { may, now }: Presenting<object>): OfficialMinutes | undefined {
  const step = officialStepOf(row, schoolDay(now));
  if (step === undefined) return undefined;
  const { official: rule } = meetingKinds[row.kind];
  return {
    step,
    ...(row.officialDueOn !== null && { dueOn: row.officialDueOn }),
    ...(row.officialDueBy === 'rule' && rule && { rule }),
    ...(row.officialChasedOn !== null && { chasedOn: row.officialChasedOn }),
    ...(row.officialReceivedOn !== null && { receivedOn: row.officialReceivedOn }),
    ...(row.officialCheck !== null && { check: row.officialCheck }),
    ...(row.officialCheckedByName !== null && { checkedByName: row.officialCheckedByName }),
    ...(row.inaccuraciesSentOn !== null && { sentOn: row.inaccuraciesSentOn }),
    mayExpect: row.officialReceivedOn === null && may('expect-official-minutes', row),
    mayRecord: step !== 'done' && may('record-official-minutes', row),
  };
}

/** Meetings that another body held and about whose minutes something is still to be done. */
export const listOfficialMinutesAwaited: View<Record<string, never>, MeetingRow, readonly OfficialItem[]> = {
  verb: 'list-meetings',
  shape: 'page',
  fields: ['kind', 'status', 'startsAt', 'heldByName', ...officialFields],
  params: z.strictObject({}),
  query: officialMinutesAwaited,
  values: () => ({}),
  present: (rows, seen) => ({
    answer: rows.flatMap((row) => {
      const official = presentOfficial(row, seen);
      return official ? [{ ...presentMeeting(row), official }] : [];
    }),
    ids: rows.map(({ id }) => id),
  }),
};
