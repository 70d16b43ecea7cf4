import type { OwnAction } from '../../src/areas/actions/contract.ts';
import { actionFields, actionPriority, actionStatus } from '../../src/areas/actions/fields.ts';
import type { Card, CardElement, Container } from '../../src/ports/card.ts';
import { card } from '../cards/card.ts';
import { schoolDate } from '../cards/school-date.ts';
import { facts, heading, line, plain } from '../cards/text.ts';

type Data = Readonly<Record<string, unknown>>;

export interface ActionView {
  readonly action: OwnAction;
  /** Whether it comes to remind, and not because something has changed. */
  readonly reminder: boolean;
  readonly accept: Data;
  readonly complete: Data;
  /** Address of one's actions in the tab. */
  readonly link: string;
}

/** How a card begins in each state: in words, which the colour only repeats. */
const looks: Readonly<
  Record<OwnAction['status'], { readonly title: string; readonly style: NonNullable<Container['style']> }>
> = {
  open: { title: 'You are asked to do something', style: 'accent' },
  accepted: { title: 'You have accepted this', style: 'accent' },
  'done-unverified': { title: 'Done: thank you', style: 'good' },
  verified: { title: 'Done: thank you', style: 'good' },
  'cancelled-reasoned': { title: 'No longer needed', style: 'emphasis' },
};

/** Asks somebody to do something, in the words that were written for people outside the circle. No name and nothing of the concern. */
export function actionCard({ action, reminder, accept, complete, link }: ActionView): Card {
  const { abilities, overdue, priority, status } = action;
  const open = abilities.accept || abilities.complete;
  const { style, title: now } = looks[status];
  const title = reminder && open ? 'A reminder' : now;
  return card(
    [
      {
        type: 'Container',
        style: overdue ? 'warning' : style,
        items: [heading(`${overdue ? '▲ Overdue' : title}: action ${action.ref}`)],
      },
      ...(open ? [wording(action)] : []),
      facts([
        ['Priority', actionPriority[priority]],
        [actionFields.dueOn.label, schoolDate(action.dueOn)],
        ['Now', actionStatus[status]],
      ]),
      ...(abilities.complete ? [note] : []),
      ...(status === 'done-unverified' ? [line('A safeguarding lead now makes sure that all is well.')] : []),
    ],
    [
      ...(abilities.accept
        ? [
            {
              type: 'Action.Execute',
              title: 'I will do this',
              verb: 'accept-action',
              data: accept,
              associatedInputs: 'none',
            } as const,
          ]
        : []),
      ...(abilities.complete
        ? [
            {
              type: 'Action.Execute',
              title: 'It is done',
              verb: 'complete-action',
              style: 'positive',
              data: complete,
            } as const,
          ]
        : []),
      { type: 'Action.OpenUrl', title: 'My actions in Lantern', url: link },
    ],
  );
}

const wording = ({ whatOutside }: OwnAction): CardElement =>
  whatOutside === undefined
    ? line('What it is about stands in Lantern: it is not written here, since Teams keeps what lies in chats.')
    : plain(whatOutside);

const note: CardElement = {
  type: 'Input.Text',
  id: 'note',
  label: 'When it is done: what did you do? Please write no names.',
  isMultiline: true,
  isRequired: true,
  errorMessage: 'Write in a few words what you did.',
};
