import type { ReportItem } from '../../src/areas/concerns/contract.ts';
import type { Card, CardElement } from '../../src/ports/card.ts';
import { card } from '../cards/card.ts';
import { atSchool, facts, heading, line } from '../cards/text.ts';

/** Reports shown in chat; the tab has the rest. */
const shown = 10;

/** What became of one's own reports: references and states, no names. */
export function reportsCard(reports: readonly Pick<ReportItem, 'ref' | 'reportedAt' | 'state'>[]): Card {
  const none = line('You have not reported a concern yet. Write what you saw or heard, and the form comes.');
  const rest =
    reports.length > shown ? [line('Older ones stand under “My reports” in the Lantern tab.', { isSubtle: true })] : [];
  const rows = reports.slice(0, shown).map(({ ref, reportedAt, state }): CardElement => ({
    ...facts([
      ['Reference', ref],
      ['Reported', atSchool(reportedAt)],
      ['Now', state],
    ]),
    separator: true,
  }));
  return card([heading('My reports'), ...(reports.length === 0 ? [none] : rows), ...rest]);
}
