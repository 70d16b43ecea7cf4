import { join } from 'node:path';
import { expect, it } from 'vitest';
import { changesOf, scoreOf, survivorsOf, type Change } from './score.ts';

const change = (status: string): Change => ({
  fileName: join(process.cwd(), 'src/access/rules.ts'),
  mutatorName: 'StringLiteral',
  replacement: '{\n  }',
  status,
  location: { start: { line: 7, column: 3 } },
});
const changes = (...statuses: readonly string[]) => statuses.map(change);

it('counts as noticed what failed a test or never ended, and as missed what no test reached', () => {
  expect(scoreOf(changes('Killed', 'Timeout', 'Survived', 'NoCoverage'))).toEqual({
    ...{ score: 50, noticed: 2, counted: 4 },
  });
});

it('does not count what was taken out with its reason, or was no program', () => {
  expect(scoreOf(changes('Killed', 'Ignored', 'CompileError', 'RuntimeError'))).toEqual({
    ...{ score: 100, noticed: 1, counted: 1 },
  });
});

it('is nothing where nothing was changed', () => {
  expect(scoreOf([]).score).toBe(0);
  expect(scoreOf(changes('Ignored')).score).toBe(0);
});

it('names what was missed, by its place in the checkout', () => {
  expect(survivorsOf(changes('Killed', 'Survived', 'Timeout', 'Ignored', 'NoCoverage'))).toEqual([
    'src/access/rules.ts:7:3  Survived  StringLiteral  { }',
    'src/access/rules.ts:7:3  NoCoverage  StringLiteral  { }',
  ]);
});

it('tells the changes to one module from those to another', () => {
  expect(changesOf('src/access/rules.ts', changes('Killed'))).toHaveLength(1);
  expect(changesOf('access/rules.ts', changes('Killed'))).toEqual([]);
});
