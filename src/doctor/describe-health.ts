import type { HealthLine, Health, HealthState } from '../areas/settings/contract.ts';
import { healthCheck, healthPart, healthState } from '../areas/settings/fields.ts';

const mark: Readonly<Record<HealthState, string>> = {
  fault: 'FAULT  ',
  warning: 'warning',
  unseen: '?      ',
  ok: 'ok     ',
};

/** What the doctor command prints, and whether Lantern is in order: warnings do not stand in the way. */
export function describeHealth({ lines }: Health): { readonly ok: boolean; readonly lines: readonly string[] } {
  const count = (state: HealthState) => lines.filter((line) => line.state === state).length;
  const parts = Object.entries(healthPart).flatMap(([part, title]) => {
    const ofPart = lines.filter(({ check }) => healthCheck[check].part === part);
    return ofPart.length === 0 ? [] : ['', title, ...ofPart.flatMap(textOf)];
  });
  const [faults, warnings, unseen] = [count('fault'), count('warning'), count('unseen')];
  const end =
    faults === 0 && warnings === 0
      ? 'Lantern is in order, as far as can be seen.'
      : `${faults} ${faults === 1 ? 'fault' : 'faults'}, ${warnings} ${warnings === 1 ? 'warning' : 'warnings'}.`;
  const dark = unseen === 0 ? [] : [`${unseen} lines say “?”: ${healthState.unseen.toLowerCase()} from here.`];
  return { ok: faults === 0, lines: [...parts, '', end, ...dark] };
}

function textOf({ check, state, school, says, mend }: HealthLine): readonly string[] {
  const where = school === undefined ? '' : `${school}: `;
  const line = `  ${mark[state]}  ${healthCheck[check].label.padEnd(22)}  ${where}${says}`;
  return mend === undefined ? [line] : [line, `${' '.repeat(35)}-> ${mend}`];
}
