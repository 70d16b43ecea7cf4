import { concernUrgency } from '../../src/areas/concerns/fields.ts';
import type { Alert } from '../../src/areas/concerns/views.ts';
import type { Card } from '../../src/ports/card.ts';
import { card } from '../cards/card.ts';
import { facts, heading, line } from '../cards/text.ts';

/** Why a lead is called to a concern that is already known. */
export type Notice = 'concern-handed-over' | 'concern-escalated' | 'addendum-added';

const notices: Readonly<Record<Notice, { readonly title: string; readonly text: string }>> = {
  'concern-handed-over': {
    title: 'Handed over to you',
    text: 'A colleague has put this concern into your hands. Open it to see where it stands.',
  },
  'concern-escalated': {
    title: '▲ Escalated to all leads',
    text: 'A colleague asks you to look at this concern now. The reason stands in Lantern.',
  },
  'addendum-added': {
    title: 'Something was added',
    text: 'More is known about this concern than when you last saw it. What was added stands in Lantern.',
  },
};

/** Calls a lead to a concern: its reference and how urgent it is. No name, no reason and no words of it. */
export function noticeCard(notice: Notice, { ref, urgency }: Pick<Alert, 'ref' | 'urgency'>, link: string): Card {
  const { title, text } = notices[notice];
  const style = notice === 'concern-escalated' ? 'warning' : 'accent';
  return card(
    [
      { type: 'Container', style, items: [heading(`${title}: concern ${ref}`)] },
      line(text),
      facts([['Urgency', concernUrgency[urgency]]]),
    ],
    [{ type: 'Action.OpenUrl', title: 'Open in Lantern', url: link }],
  );
}
