import { expect, it } from 'vitest';
import { createRefreshed } from '../../../src/identity/refreshed.ts';
import { handSetClock } from '../../support/hand-set-clock.ts';

const day = 24 * 60 * 60;

/** A document whose fetches are counted, and fail while `broken` holds an error. */
function counted() {
  const clock = handSetClock();
  const failures: [unknown, boolean][] = [];
  const state = { fetches: 0, broken: undefined as Error | undefined };
  const document = createRefreshed<number>(
    async () => {
      state.fetches += 1;
      if (state.broken) throw state.broken;
      return state.fetches;
    },
    clock,
    (error, holding) => failures.push([error, holding]),
  );
  return { clock, failures, state, document, find: () => document.find(() => true) };
}

it('holds nothing until somebody needs it, and then what was fetched', async () => {
  const { document, find } = counted();
  expect(document.held()).toBeUndefined();
  expect(await find()).toBe(1);
  expect(document.held()).toBe(1);
});

it('is used for less than a day', async () => {
  const { clock, find } = counted();
  await find();
  clock.forward(day - 1);
  expect(await find()).toBe(1);
  clock.forward(1);
  expect(await find()).toBe(2);
});

it('that does not serve is fetched anew, a minute after the last fetch and no sooner', async () => {
  const { clock, document, state } = counted();
  const bad = () => document.find(() => false);
  expect(await bad()).toBe(1);
  clock.forward(59);
  expect(await bad()).toBe(1);
  clock.forward(1);
  expect(await bad()).toBe(2);
  expect(state.fetches).toBe(2);
});

it('that could not be had is tried again after five seconds, and once it is held after a minute', async () => {
  const { clock, failures, find, state } = counted();
  const broken = new Error('no answer');
  state.broken = broken;
  expect(await find()).toBeUndefined();
  clock.forward(4);
  expect(await find()).toBeUndefined();
  expect(state.fetches).toBe(1);
  clock.forward(1);
  await find();
  expect(state.fetches).toBe(2);
  state.broken = undefined;
  clock.forward(5);
  expect(await find()).toBe(3);

  state.broken = broken;
  clock.forward(day);
  expect(await find()).toBe(3);
  clock.forward(59);
  expect(await find()).toBe(3);
  expect(state.fetches).toBe(4);
  expect(failures).toEqual([
    [broken, false],
    [broken, false],
    [broken, true],
  ]);
});

it('is fetched once for all who wait for it at the same time', async () => {
  const { find, state } = counted();
  expect(await Promise.all([find(), find(), find()])).toEqual([1, 1, 1]);
  expect(state.fetches).toBe(1);
});
