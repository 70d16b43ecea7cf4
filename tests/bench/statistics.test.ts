import { expect, it } from 'vitest';
import { median, medianInterval, quantile } from './statistics.ts';

const hundred = Array.from({ length: 100 }, (_, i) => 100 - i);

it('takes quantiles by nearest rank, in whatever order the values come', () => {
  expect(quantile(hundred, 0.99)).toBe(99);
  expect(quantile(hundred, 1)).toBe(100);
  expect(quantile([7], 0.5)).toBe(7);
});

it('takes the middle, or the mean of the two in the middle', () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(median([4, 1, 3, 2])).toBe(2.5);
  expect(() => median([])).toThrow(RangeError);
});

it('gives the same interval for the same values, round their median and within them', () => {
  const ratios = [2.1, 2.4, 2.2, 2.3, 2.9, 2.2, 2.3, 2.5];
  const [low, high] = medianInterval(ratios, 0.9);
  expect(medianInterval(ratios, 0.9)).toEqual([low, high]);
  expect(low).toBeGreaterThanOrEqual(2.1);
  expect(low).toBeLessThanOrEqual(median(ratios));
  expect(high).toBeGreaterThanOrEqual(median(ratios));
  expect(high).toBeLessThan(2.9);
});

it('gives a wider interval for values that differ more', () => {
  const width = ([low, high]: readonly [number, number]) => high - low;
  expect(width(medianInterval([1, 2, 3, 4, 5, 6, 7], 0.9))).toBeGreaterThan(
    width(medianInterval([3.8, 3.9, 4, 4, 4, 4.1, 4.2], 0.9)),
  );
});
