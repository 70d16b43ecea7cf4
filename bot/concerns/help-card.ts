import type { DutyContact } from '../../src/areas/alerts/contract.ts';
import type { Card } from '../../src/ports/card.ts';
import { card } from '../cards/card.ts';
import { heading, line } from '../cards/text.ts';
import { dangerLine } from './report-card.ts';

/** What a person can do here. `welcome`: the first time they see Lantern. */
export function helpCard(duty: DutyContact, report: Readonly<Record<string, unknown>>, welcome?: 'welcome'): Card {
  return card(
    [
      heading(welcome ? 'Welcome to Lantern' : 'What Lantern does for you'),
      line(dangerLine(duty)),
      line(
        'Worried about a child? **Write it here**, in your own words. A short form comes back; when you send it, your safeguarding lead knows.',
      ),
      line(
        'Write **my reports** to see where your reports stand, **my actions** for what you were asked to do, **report** for an empty form, **help** for this.',
      ),
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
