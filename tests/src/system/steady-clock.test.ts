import { afterEach, expect, it, vi } from 'vitest';
import { steadyClock } from '../../../src/system/steady-clock.ts';
import { systemClock } from '../../../src/system/system-clock.ts';

afterEach(() => void vi.useRealTimers());

it('goes on as it went when the machine’s clock is set', () => {
  const before = Date.parse(steadyClock.now());
  expect(Math.abs(before - Date.now())).toBeLessThan(5_000);
  vi.useFakeTimers({ toFake: ['Date'], now: before - 3_600_000 });
  expect(Date.parse(systemClock.now())).toBe(before - 3_600_000);
  const after = Date.parse(steadyClock.now());
  expect(after - before).toBeGreaterThanOrEqual(0);
  expect(after - before).toBeLessThan(5_000);
});
