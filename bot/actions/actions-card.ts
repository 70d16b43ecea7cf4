import type { OwnAction } from '../../src/areas/actions/contract.ts';
import { actionPriority } from '../../src/areas/actions/fields.ts';
import type { Card, CardElement } from '../../src/ports/card.ts';
import { card } from '../cards/card.ts';
import { schoolDate } from '../cards/school-date.ts';
import { facts, heading, line, plain } from '../cards/text.ts';

export interface ActionsView {
  readonly actions: readonly OwnAction[];
  /** Sealed data of the button that opens one. */
  open(id: string): Readonly<Record<string, unknown>>;
  readonly link: string;
}

/** Teams shows at most six buttons under a card, and one leads to the tab. */
const shown = 5;

/** What one was asked to do and has not done, soonest due first. */
export function actionsCard({ actions, open, link }: ActionsView): Card {
  const toDo = actions.filter(({ abilities }) => abilities.complete);
  const first = toDo.slice(0, shown);
  const none = line('You have nothing to do here: nobody has asked you, or all of it is done.');
  const rest =
    toDo.length > shown ? [line('Further ones stand under “My actions” in the Lantern tab.', { isSubtle: true })] : [];
  return card(
    [heading('My actions'), ...(first.length === 0 ? [none] : first.flatMap(rows)), ...rest],
    [
      ...first.map(
        ({ id, ref }) =>
          ({
            type: 'Action.Execute',
            title: `Open ${ref}`,
            verb: 'open-action',
            data: open(id),
            associatedInputs: 'none',
          }) as const,
      ),
      { type: 'Action.OpenUrl', title: 'My actions in Lantern', url: link },
    ],
  );
}

const rows = ({ ref, whatOutside, dueOn, overdue, priority }: OwnAction): readonly CardElement[] => [
  { ...plain(whatOutside ?? 'What it is about stands in Lantern.', { weight: 'bolder' }), separator: true },
  facts([
    ['Reference', ref],
    ['Due', overdue ? `${schoolDate(dueOn)}: overdue` : schoolDate(dueOn)],
    ['Priority', actionPriority[priority]],
  ]),
];
