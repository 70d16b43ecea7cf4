import { expect, it } from 'vitest';
import { createBell } from '../../../src/sharepoint/bell.ts';

const hour = 3_600_000;

it('wakes who sleeps', async () => {
  const bell = createBell();
  const slept = bell.wait(hour);
  bell.ring();
  expect(await slept).toBeUndefined();
});

it('keeps a ring for who sleeps next, and only for them', async () => {
  const bell = createBell();
  bell.ring();
  bell.ring();
  expect(await bell.wait(hour)).toBeUndefined();
  let woken = false;
  const again = bell.wait(hour).then(() => (woken = true));
  await Promise.resolve();
  expect(woken).toBe(false);
  bell.ring();
  expect(await again).toBe(true);
});

it('wakes by itself when the time is over', async () => {
  expect(await createBell().wait(5)).toBeUndefined();
});
