import type { Letter } from '../areas/letters/record.ts';
import { onDay } from './on-day.ts';
import type { Paper } from './paper.ts';

/** A letter as it was sent: what stands in it is what the person wrote, and nothing of the case. */
export function paperOfLetter({ ref, subject, words, addresseeName, agencyName, sentOn, sentAt }: Letter): Paper {
  const to = agencyName === undefined ? addresseeName : `${addresseeName}, ${agencyName}`;
  return {
    title: subject,
    reference: ref ?? '',
    confidential: 'Private and confidential',
    madeAt: sentAt,
    facts: [
      { label: 'To', value: to },
      { label: 'Date', value: onDay(sentOn) },
    ],
    sections: [{ texts: [{ words }] }],
  };
}
