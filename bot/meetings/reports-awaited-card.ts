import type { MeetingItem, ReportOfPerson } from '../../src/areas/meetings/contract.ts';
import { meetingKind } from '../../src/areas/meetings/fields.ts';
import type { Card } from '../../src/ports/card.ts';
import { card } from '../cards/card.ts';
import { schoolDate } from '../cards/school-date.ts';
import { atSchool, facts, heading, line } from '../cards/text.ts';

/** Tells whoever called a meeting that reports to it are awaited, and what to do. Nobody whom it is about, and nobody who writes one. */
export function reportsAwaitedCard(
  { kind, startsAt, ref }: MeetingItem,
  awaited: readonly ReportOfPerson[],
  link: string,
): Card {
  const late = awaited.filter(({ state }) => state === 'overdue').length;
  const sent = awaited.filter(({ sentAt }) => sentAt !== undefined).length;
  const [first = ''] = awaited.map(({ dueOn }) => dueOn).toSorted();
  return card(
    [
      {
        type: 'Container',
        style: late > 0 ? 'warning' : 'accent',
        items: [heading(late > 0 ? 'Reports to a meeting are overdue' : 'Reports to a meeting are awaited')],
      },
      facts([
        ['To', meetingKind[kind]],
        ['When', atSchool(startsAt)],
        ['Awaited', `${awaited.length}, the first by ${schoolDate(first)}`],
        ...(late > 0 ? [['Overdue', String(late)] as const] : []),
        ...(sent > 0 ? [['Said to be sent', String(sent)] as const] : []),
        ['Meeting', ref],
      ]),
      line(
        'Staff are reminded by Lantern until they say that theirs is sent. Ask people of other agencies yourself, and say in Lantern which reports came.',
      ),
    ],
    [{ type: 'Action.OpenUrl', title: 'Open in Lantern', url: link }],
  );
}
