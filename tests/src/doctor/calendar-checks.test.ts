import { expect, it } from 'vitest';
import { calendarChecks } from '../../../src/doctor/calendar-checks.ts';
import type { CalendarFacts, Facts } from '../../../src/doctor/facts.ts';
import { gatherCalendars, type CalendarsParts } from '../../../src/doctor/gather-calendars.ts';

const judge = (calendars: CalendarFacts) => calendarChecks.calendars({ calendars } as Facts);
const none = { nothing: 0, 'not-allowed': 0, 'no-mailbox': 0, 'no-answer': 0 };

it('says that it is not wished for, and nothing where the store could not be asked', async () => {
  const unasked = {} as CalendarsParts;
  expect(judge(await gatherCalendars(false, unasked))).toMatchObject([{ state: 'ok' }]);
  expect(judge(await gatherCalendars(true, undefined))).toEqual([]);
});

it('says how many meetings stand in calendars, and how many wait for the next turn', () => {
  expect(judge({ kind: 'looked', kept: 3, due: { ...none, nothing: 2 } })).toEqual([
    { state: 'ok', says: '3 meetings to come stand in calendars as they are; 2 are told at the next turn.' },
  ]);
});

it.each([
  ['not-allowed', 'warning', /does not let Lantern use the calendars for 2/],
  ['no-mailbox', 'warning', /called 2 meetings has no mailbox/],
  ['no-answer', 'unseen', /could not be asked/],
] as const)('says what stands in the way (%s), and what to do', (why, state, says) => {
  const lines = judge({ kind: 'looked', kept: 3, due: { ...none, [why]: 2, nothing: 1 } });
  expect(lines).toMatchObject([{ state, says: expect.stringMatching(says) as string }]);
  if (state === 'warning') expect(lines[0]).toHaveProperty('mend');
});
