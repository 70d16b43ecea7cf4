import type { TimeAsked } from '../../src/areas/actions/views.ts';
import { actionFields } from '../../src/areas/actions/fields.ts';
import type { Card } from '../../src/ports/card.ts';
import { card } from '../cards/card.ts';
import { schoolDate } from '../cards/school-date.ts';
import { facts, heading, line } from '../cards/text.ts';

type Data = Readonly<Record<string, unknown>>;

export interface TimeAskedView {
  readonly asked: TimeAsked;
  readonly give: Data;
  readonly keep: Data;
  /** Address of the case in the tab. */
  readonly link: string;
}

/** Asks a lead whether somebody may have more time. What it is about stands in Lantern. */
export function timeAskedCard({ asked: { ref, ownerName, dueOn, until }, give, keep, link }: TimeAskedView): Card {
  const open = until !== undefined;
  return card(
    [
      {
        type: 'Container',
        style: open ? 'accent' : 'good',
        items: [heading(open ? `More time is asked for: action ${ref}` : `Answered: action ${ref}`)],
      },
      facts([
        [actionFields.ownerName.label, ownerName],
        [actionFields.dueOn.label, schoolDate(dueOn)],
        ...(open ? [['Asks for time until', schoolDate(until)] as const] : []),
      ]),
      ...(open ? [line('Until you answer, the day stands.')] : []),
    ],
    [
      ...(open
        ? [
            { ...button('Give the time', 'give-time', give), style: 'positive' } as const,
            button('Keep the day', 'keep-day', keep),
          ]
        : []),
      { type: 'Action.OpenUrl', title: 'Open in Lantern', url: link },
    ],
  );
}

const button = (title: string, verb: string, data: Data) =>
  ({ type: 'Action.Execute', title, verb, data, associatedInputs: 'none' }) as const;
