import { expect, it } from 'vitest';
import { takeUpdate } from '../../src/areas/meetings/minutes/minutes-draft.ts';
import { judge, readGoals } from './figure.ts';
import { measureMinutes, type MinutesOptions } from './minutes-lost.ts';

const line = async (options: MinutesOptions) => {
  const { figures } = await measureMinutes(options);
  return judge(figures[0]!, readGoals());
};

it('loses nothing that was confirmed', async () => {
  const { why, ...rest } = await line({ histories: 1_000 });
  expect(why).toBeUndefined();
  expect(rest).toMatchObject({ value: 0, pass: true });
}, 60_000);

it.each<[string, NonNullable<MinutesOptions['take']>]>([
  [
    'a draft in which the last who writes is right',
    (parts, update, points, most) => {
      const taken = takeUpdate([], update, points, most);
      const upto = String(parts.at(-1)?.id ?? 0);
      // What rests on text that is no longer there is kept all the same.
      return taken.ok ? { ok: true, add: taken.add, upto } : { ok: true, add: update, upto };
    },
  ],
  [
    'parts that give way to one that was made before they came',
    (parts, update, points, most) => {
      const taken = takeUpdate(parts, update, points, most);
      return taken.ok && taken.upto !== undefined ? { ...taken, upto: '1000000' } : taken;
    },
  ],
])(
  'notices %s',
  async (_what, take) => {
    const { value, pass } = await line({ histories: 500, take });
    expect(value).toBeGreaterThan(0);
    expect(pass).toBe(false);
  },
  60_000,
);
