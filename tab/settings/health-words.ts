import type { HealthLine, HealthState } from '../../src/areas/settings/contract.ts';

const counted = (count: number, word: string) => `${count} ${word}${count === 1 ? '' : 's'}`;

/** How many lines say so. */
export const countOf = (lines: readonly HealthLine[], state: HealthState): number =>
  lines.filter((line) => line.state === state).length;

/** The first thing to know of a Lantern: `2 faults, 1 warning`. */
export function summaryOf(lines: readonly HealthLine[]): string {
  const [faults, warnings] = [countOf(lines, 'fault'), countOf(lines, 'warning')];
  if (faults + warnings === 0) return 'In order, as far as can be seen';
  const parts = [faults > 0 && counted(faults, 'fault'), warnings > 0 && counted(warnings, 'warning')];
  return parts.filter((part) => part !== false).join(', ');
}

/** The command that a mend names, to be copied; undefined where a mend is done by hand. */
export function commandIn(mend: string): string | undefined {
  const [found] = /\b(?:npm run [a-z-]+(?: -- --[a-z]+)?|npx [a-z]+(?: [a-z]+)*)/.exec(mend) ?? [];
  return found;
}
