import type { LetterItem } from '../../src/areas/letters/contract.ts';
import { letterPurpose, letterSentHow } from '../../src/areas/letters/fields.ts';
import { schoolDate } from '../actions/school-date.ts';

/** How and when a letter went out: “By post, Thu 10 Dec 2026”. */
export const sentText = ({ how, sentOn }: Pick<LetterItem, 'how' | 'sentOn'>): string =>
  `${letterSentHow[how] ?? how}, ${schoolDate(sentOn)}`;

export const purposeText = (purpose: LetterItem['purpose']): string => letterPurpose[purpose] ?? purpose;

/** Where a letter lies, in words that are true at this moment. */
export function fileText({ file, concernRef }: Pick<LetterItem, 'file' | 'concernRef'>): string {
  if (file === 'none') return 'Kept here; the child has no concern whose file it could lie in';
  const where = `the file of ${concernRef ?? 'the child'}`;
  return file === 'in-library' ? `Filed as PDF and Word in ${where}` : `On its way into ${where}`;
}
