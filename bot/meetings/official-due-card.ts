import type { MeetingItem, OfficialMinutes } from '../../src/areas/meetings/contract.ts';
import { meetingKind } from '../../src/areas/meetings/fields.ts';
import type { Card } from '../../src/ports/card.ts';
import { schoolDate } from '../cards/school-date.ts';
import { card } from '../cards/card.ts';
import { atSchool, facts, heading, line } from '../cards/text.ts';

/** Says that another body’s own minutes have not come, and what to do. Nothing of what was said there, and nobody of whom. */
export function officialDueCard(
  { kind, startsAt, ref, official }: MeetingItem & { readonly official?: OfficialMinutes },
  link: string,
): Card {
  return card(
    [
      { type: 'Container', style: 'warning', items: [heading('Official minutes have not come')] },
      facts([
        ['What', meetingKind[kind]],
        ['When', atSchool(startsAt)],
        ...(official?.dueOn === undefined ? [] : [['Expected by', schoolDate(official.dueOn)] as const]),
        ['Meeting', ref],
      ]),
      line('Ask whoever held it for them. Say in Lantern when they come, or set another day.'),
    ],
    [{ type: 'Action.OpenUrl', title: 'Open in Lantern', url: link }],
  );
}
