import { expect, it } from 'vitest';
import { judge, readGoals, type Line } from '../bench/figure.ts';
import { killNames } from './kills.ts';
import { measureCrash, type CrashOptions } from './measure-crash.ts';

async function crash(options: CrashOptions): Promise<{ lines: Readonly<Record<string, Line>>; struck: object }> {
  const { figures, rounds } = await measureCrash(options);
  const lines = figures.map((figure) => judge(figure, readGoals()));
  for (const line of lines) console.log(JSON.stringify(line));
  const { struck } = rounds as { readonly struck: object };
  return { lines: Object.fromEntries(lines.map((line) => [line.metric, line])), struck };
}

it('loses nothing, doubles nothing and keeps the order when it is killed a hundred times, in every moment', async () => {
  const { lines, struck } = await crash({ kills: 100 });
  expect(Object.keys(struck).sort()).toEqual([...killNames].sort());
  expect(Object.values(struck).every((times) => times > 0)).toBe(true);
  expect(Object.values(lines).filter(({ pass }) => !pass)).toEqual([]);
  expect(Object.keys(lines)).toEqual([
    'crash.lost',
    'crash.doubled',
    'crash.disordered',
    'crash.journal',
    'crash.refused',
    'crash.apart',
  ]);
});

it('would notice a product that forgets forms and words', async () => {
  const { lines } = await crash({ kills: 8, only: ['between COMMIT and the answer'], forgets: true });
  expect(lines).toMatchObject({
    'crash.lost': { pass: false },
    'crash.doubled': { pass: false },
    'crash.journal': { pass: false },
    'crash.refused': { pass: false },
  });
});
