import type { ContributionItem, FilledContribution } from '../../../src/areas/meetings/contract.ts';
import { contributionHow, contributionStatus } from '../../../src/areas/meetings/fields.ts';
import { schoolDate } from '../../actions/school-date.ts';

/** How what the school brings stands, in one line. */
export function statusText({ status, given, version }: Pick<ContributionItem, 'status' | 'given' | 'version'>): string {
  const which = version > 1 ? `Version ${version}: ` : '';
  const what = given
    ? `Given on ${schoolDate(given.on)}. ${contributionHow[given.how] ?? given.how}.`
    : `${contributionStatus[status] ?? status}.`;
  return `${which}${what}`;
}

/** What came of filling, said aloud. */
export function filledText(filled: number, kept: number, { leftOut }: FilledContribution): string {
  const parts = (number: number) => (number === 1 ? '1 part' : `${number} parts`);
  return [
    filled === 0 ? 'The file has nothing for what is still empty.' : `${parts(filled)} filled from the file.`,
    ...(kept > 0 ? [`${parts(kept)} left as you wrote ${kept === 1 ? 'it' : 'them'}.`] : []),
    ...(leftOut > 0
      ? [`${leftOut === 1 ? '1 line was' : `${leftOut} lines were`} left out: look in the file for more.`]
      : []),
    'Read it through before you save.',
  ].join(' ');
}
