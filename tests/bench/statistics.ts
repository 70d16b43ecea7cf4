/** The value below which a share of the values lies (nearest rank). @param share from above 0 to 1 */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const found = sorted[Math.ceil(sorted.length * share) - 1];
  if (found === undefined) throw new RangeError('a quantile of nothing');
  return found;
}

/** The middle value, or the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(half) - 1], sorted[Math.floor(half)]];
  if (low === undefined || high === undefined) throw new RangeError('a median of nothing');
  return (low + high) / 2;
}

/** Numbers from 0 to below 1 that are the same in every run (mulberry32): the same rounds give the same interval. */
function fixedChance(): () => number {
  let state = 0x6c616e74;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const draws = 2_000;

/**
 * Between which bounds the median of such values lies: the percentile bootstrap.
 * @param sureness share of the cases in which it does, e.g. 0.9
 */
export function medianInterval(values: readonly number[], sureness: number): readonly [number, number] {
  const chance = fixedChance();
  const drawn = () => values.map(() => values[Math.floor(chance() * values.length)] as number);
  const medians = Array.from({ length: draws }, () => median(drawn()));
  return [quantile(medians, (1 - sureness) / 2), quantile(medians, (1 + sureness) / 2)];
}
