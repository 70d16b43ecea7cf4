import type { Check, Found } from './check.ts';

const permission = 'Calendars.ReadWrite';

/** What is judged of meetings in calendars. */
export const calendarChecks = {
  calendars({ calendars: found }) {
    if (found.kind === 'unseen') return [];
    if (found.kind === 'off') return [{ state: 'ok', says: 'Meetings are put into no calendar; chat tells of them.' }];
    const { kept, due } = found;
    const lines: Found[] = [];
    if (due['not-allowed'] > 0)
      lines.push({
        ...{
          state: 'warning',
          says: `Exchange does not let Lantern use the calendars for ${due['not-allowed']} meetings.`,
        },
        mend: `In Exchange Online assign the role “Application ${permission}” to the registration of the API, for a group that whoever called them is in; or set LANTERN_CALENDAR=off.`,
      });
    if (due['no-mailbox'] > 0)
      lines.push({
        ...{
          state: 'warning',
          says: `Whoever called ${due['no-mailbox']} meetings has no mailbox, so they stand in no calendar.`,
        },
        mend: 'Give them a mailbox, or have the meeting called by somebody who has one. Whoever was asked is told in chat.',
      });
    if (due['no-answer'] > 0)
      lines.push({ state: 'unseen', says: 'The calendars of whoever called meetings could not be asked just now.' });
    if (lines.length > 0) return lines;
    const waits = due.nothing > 0 ? `; ${due.nothing} are told at the next turn` : '';
    return [{ state: 'ok', says: `${kept} meetings to come stand in calendars as they are${waits}.` }];
  },
} as const satisfies Record<string, Check>;
