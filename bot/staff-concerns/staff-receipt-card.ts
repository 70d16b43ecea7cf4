import type { StaffReceipt } from '../../src/areas/staff-concerns/contract.ts';
import { staffReportForm } from '../../src/areas/staff-concerns/fields.ts';
import type { Card } from '../../src/ports/card.ts';
import { card } from '../cards/card.ts';
import { atSchool, facts, heading, line } from '../cards/text.ts';
import { ladoLine } from './staff-report-card.ts';

/** Takes the form's place: reference, time, who reads it. No name of whom it is about and no word of it stays in the chat. */
export function staffReceiptCard(
  receipt: Pick<StaffReceipt, 'ref' | 'reportedAt' | 'state' | 'managedBy' | 'lado'>,
  told = true,
): Card {
  const { ref, reportedAt, state, managedBy, lado } = receipt;
  return card([
    heading(staffReportForm.received),
    facts([
      ['Reference', ref],
      ['Received', atSchool(reportedAt)],
      ['Goes to', staffReportForm.toldTo[managedBy]],
      ['Now', state],
    ]),
    ...(told ? [] : [line(`**${staffReportForm.untold}**`)]),
    ...(managedBy === 'chair' ? [line(ladoLine(lado))] : []),
    line('Write “my reports” at any time to see where it stands. Do not speak of it with colleagues.', {
      isSubtle: true,
      size: 'small',
    }),
  ]);
}
