import type { FollowedLines, LineReason } from '../../src/areas/meetings/contract.ts';
import { schoolDate } from '../actions/school-date.ts';
import type { SavingState } from './minutes-saver.ts';

/** How it stands with what was typed, in words. */
export const savingText: Readonly<Record<SavingState['kind'], string>> = {
  saved: 'All saved',
  typing: 'Saved when you pause',
  saving: 'Saving…',
  unreachable: 'Not saved yet: no connection. Keep typing, nothing is lost.',
  'signed-out': 'Not saved yet: Teams has not signed you in again. Keep typing, nothing is lost.',
  busy: 'Not saved yet: Lantern cannot take it just now. Keep typing, nothing is lost.',
  refused: 'Not saved.',
};

/** What is wrong while minutes cannot be looked at, beside what somebody types into them, and that nobody has to do anything. */
export const lookText = (code: string): string =>
  code === 'not-signed-in'
    ? 'Teams has not signed you in again, so what others write is missing here. Lantern tries again by itself.'
    : 'What others write may be missing here. Lantern tries again by itself.';

/** What is said where the minutes had to leave the screen before all was saved. */
export const keptText = (code: string): string =>
  `What you typed last is not saved. It is kept in this window, and nowhere else: leave it open. It is saved as soon as ${
    code === 'not-signed-in' ? 'Teams has signed you in again.' : 'you may write these minutes again.'
  }`;

/** Why a line with `@` becomes no action, and what helps. */
const reasons: Readonly<Record<LineReason, string>> = {
  'no-concern': 'this point is about no concern, so there is no case to put the action on',
  'no-such-person': 'nobody at the school has this name',
  'several-such-persons': 'several people have this name: write it in full',
  'no-day': 'say by when: “@Name by Friday”',
  'day-gone': 'that day is over',
  'no-task': 'say what is to be done',
  kept: 'this person is kept from what the point is about',
};

/** One line of a decision, and what becomes of it. */
export interface LineSaid {
  readonly point: string;
  readonly line: number;
  readonly becomes: boolean;
  readonly text: string;
}

/** What becomes of the lines of decisions, by point and line. */
export function linesSaid({ actions, left }: Pick<FollowedLines, 'actions' | 'left'>): readonly LineSaid[] {
  return [
    ...actions.map(({ point, line, ownerName, dueOn }) => ({
      ...{ point, line, becomes: true, text: `Action for ${ownerName}, due ${schoolDate(dueOn)}` },
    })),
    ...left.map(({ point, line, why }) => ({
      ...{ point, line, becomes: false, text: `Line ${line} becomes no action: ${reasons[why] ?? why}.` },
    })),
  ].toSorted((one, other) => one.line - other.line);
}
