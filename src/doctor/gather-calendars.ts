import { lookAtCalendars, type LookAtCalendarsParts } from '../jobs/keep-calendars.ts';
import type { Calendar, CalendarFault } from '../ports/calendar.ts';
import type { CalendarFacts } from './facts.ts';

export interface CalendarsParts extends LookAtCalendarsParts {
  readonly calendar: Pick<Calendar, 'addressOf'>;
}

type Obstacle = keyof Extract<CalendarFacts, { readonly kind: 'looked' }>['due'];

const obstacles: Readonly<Record<CalendarFault['why'], Obstacle>> = {
  ...{ 'not-allowed': 'not-allowed', 'not-there': 'no-mailbox', 'no-answer': 'no-answer' },
  ...{ taken: 'no-answer', refused: 'no-answer' },
};

/**
 * Whether calendars say what they should, and what stands in the way: only a look at a calendar tells it, for what Exchange grants
 * stands in no token.
 * @param parts absent where the store does not open
 */
export async function gatherCalendars(wished: boolean, parts: CalendarsParts | undefined): Promise<CalendarFacts> {
  if (!wished) return { kind: 'off' };
  if (!parts) return { kind: 'unseen' };
  const { due, kept } = await lookAtCalendars(parts);
  const found: Record<Obstacle, number> = { nothing: 0, 'not-allowed': 0, 'no-mailbox': 0, 'no-answer': 0 };
  const callers = new Map<string, number>();
  for (const { meeting } of due) callers.set(meeting.calledById, (callers.get(meeting.calledById) ?? 0) + 1);
  for (const [person, meetings] of callers) {
    const end = await parts.calendar.addressOf(person);
    found[end.ok ? 'nothing' : obstacles[end.why]] += meetings;
  }
  return { kind: 'looked', kept, due: found };
}
