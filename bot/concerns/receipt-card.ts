import type { DutyContact } from '../../src/areas/alerts/contract.ts';
import { reportForm } from '../../src/areas/concerns/fields.ts';
import type { Card } from '../../src/ports/card.ts';
import { card } from '../cards/card.ts';
import { atSchool, facts, heading, line } from '../cards/text.ts';
import { dangerLine } from './report-card.ts';

export interface ReceiptView {
  readonly ref: string;
  readonly reportedAt: string;
  /** The reporter's words for where it stands. */
  readonly state: string;
  readonly duty: DutyContact;
}

/** Takes the form's place: reference, time, who is on duty. No name of a child and no narrative stays in the chat. */
export function receiptCard({ ref, reportedAt, state, duty }: ReceiptView): Card {
  return card([
    heading(reportForm.received),
    facts([
      ['Reference', ref],
      ['Received', atSchool(reportedAt)],
      [
        'On duty',
        duty.name ? [duty.name, duty.phone].filter(Boolean).join(', ') : 'Your safeguarding leads have been told',
      ],
      ['Now', state],
    ]),
    line('Write “my reports” at any time to see where it stands.', { isSubtle: true, size: 'small' }),
    line(dangerLine(duty), { size: 'small' }),
  ]);
}
