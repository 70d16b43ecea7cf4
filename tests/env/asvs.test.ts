import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { rowsOf } from '../support/markdown-table.ts';
import { asvsLevels } from './asvs-levels.ts';

const page = readFileSync('env/protection/asvs.md', 'utf8');

interface Requirement {
  readonly id: string;
  readonly level: string;
  readonly state: string;
  readonly how: string;
  readonly tests: readonly string[];
}

function requirementsOn(text: string): readonly Requirement[] {
  return rowsOf(text)
    .filter(({ head }) => head[0] === 'id')
    .map(({ cells: [id = '', level = '', , state = '', how = '', shown = ''] }) => {
      const tests = [...shown.matchAll(/`([^`]+)`/g)].map(([, file]) => file ?? '');
      return { id, level, state, how, tests };
    });
}

const known = Object.entries(asvsLevels).flatMap(([section, levels]) =>
  ([1, 2] as const).flatMap((level) => (levels[level] ?? []).map((n) => `${section}.${n} L${level}`)),
);

/** What a row lacks for the state that it claims. */
function faultsOf({ id, state, how, tests }: Requirement): readonly string[] {
  const isTest = (file: string) => file.endsWith('.test.ts') && existsSync(file);
  const faults = {
    met: tests.length > 0 && tests.every(isTest) ? undefined : 'names no test that exists',
    yours: how ? undefined : 'does not say what to do',
    'not applicable': how ? undefined : 'does not say why',
    open: /\(planned|; planned\)/.test(how) ? undefined : 'says not that it is planned',
  };
  const fault = Object.hasOwn(faults, state) ? faults[state as keyof typeof faults] : 'has no state';
  return fault === undefined ? [] : [`${id} ${fault}`];
}

describe('the mapping to ASVS 5.0', () => {
  const requirements = requirementsOn(page);

  it('holds every requirement of Levels 1 and 2 once, and no other', () => {
    expect(known.length).toBe(253);
    expect(requirements.map(({ id, level }) => `${id} L${level}`).sort()).toEqual([...known].sort());
  });

  it('gives each a state, and what the state needs: a test, a reason, a plan', () => {
    expect(requirements.flatMap(faultsOf)).toEqual([]);
  });

  it('counts them rightly', () => {
    const counted = Object.fromEntries(
      rowsOf(page)
        .filter(({ head }) => head[2] === 'how many')
        .map(({ cells: [state = '', , count] }) => [state, Number(count)]),
    );
    const found: Record<string, number> = {};
    for (const { state } of requirements) found[state] = (found[state] ?? 0) + 1;
    expect(counted).toEqual(found);
  });

  it.each([
    ['| 1.1.1 | 1 | x | met | done | `tests/env/gone.test.ts` |', '1.1.1 names no test that exists'],
    ['| 1.1.1 | 1 | x | met | done |  |', '1.1.1 names no test that exists'],
    ['| 1.1.1 | 1 | x | nearly | done |  |', '1.1.1 has no state'],
    ['| 1.1.1 | 1 | x | open | later |  |', '1.1.1 says not that it is planned'],
    ['| 1.1.1 | 1 | x | not applicable |  |  |', '1.1.1 does not say why'],
  ])('notices %s', (row, fault) => {
    const text = `| id | level | about | state | how | shown by |\n| - | - | - | - | - | - |\n${row}\n`;
    expect(requirementsOn(text).flatMap(faultsOf)).toEqual([fault]);
  });
});
