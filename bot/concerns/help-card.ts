import type { DutyContact } from '../../src/areas/alerts/contract.ts';
import type { Card } from '../../src/ports/card.ts';
import { card } from '../cards/card.ts';
import { escaped, heading, line, phoneLink } from '../cards/text.ts';
import { dangerLine } from './report-card.ts';

/** Whom to ring here, and for who keeps that list how many entries wait for their review. */
export interface LocalNumbers {
  readonly numbers: readonly { readonly heading: string; readonly phone: string }[];
  readonly overdue: number;
}

/** What a person can do here. `welcome`: the first time they see Lantern. */
export function helpCard(
  duty: DutyContact,
  report: Readonly<Record<string, unknown>>,
  welcome?: 'welcome',
  { numbers, overdue }: LocalNumbers = { numbers: [], overdue: 0 },
): Card {
  return card(
    [
      heading(welcome ? 'Welcome to Lantern' : 'What Lantern does for you'),
      line(dangerLine(duty)),
      line(
        'Worried about a child? **Write it here**, in your own words. A short form comes back; when you send it, your safeguarding lead knows.',
      ),
      line(
        'Write **my reports** to see where your reports stand, **my actions** for what you were asked to do, **briefings** for what you are asked to read, **report** for an empty form, **help** for this.',
      ),
      ...(numbers.length === 0 ? [] : [line('Whom to ring here', { weight: 'bolder' })]),
      ...numbers.map(({ heading: whom, phone }) => line(`${escaped(whom)}: ${phoneLink(phone)}`, { spacing: 'small' })),
      ...(overdue === 0
        ? []
        : [line(`▲ ${overdueText(overdue)} Look at **Procedures** in Lantern’s tab.`, { weight: 'bolder' })]),
    ],
    [
      {
        type: 'Action.Execute',
        title: 'Report a concern',
        verb: 'open-report',
        style: 'positive',
        data: report,
        associatedInputs: 'none',
      },
    ],
  );
}

const overdueText = (overdue: number) =>
  overdue === 1
    ? 'One local procedure is past the day of its review.'
    : `${String(overdue)} local procedures are past the day of their review.`;
