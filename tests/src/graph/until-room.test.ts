import { expect, it } from 'vitest';
import { createBudget } from '../../../src/graph/budget.ts';
import { untilRoom } from '../../../src/graph/until-room.ts';
import { handSetClock } from '../../support/hand-set-clock.ts';

it('gives room for one call to one of those who ask for it in the same moment', async () => {
  const clock = handSetClock();
  const budget = createBudget({ licences: 1_000, clock });
  // A small tenant may spend 1,250 units a minute.
  budget.spend(1_248)({ status: 200, headers: {} });
  let naps = 0;
  const nap = async () => {
    naps++;
    clock.forward(1);
  };
  const took: number[] = [];
  const take = (who: number) => () => {
    took.push(clock.seconds());
    return { who, answered: budget.spend(2) };
  };
  const began = clock.seconds();
  const [one, other] = await Promise.all([1, 2].map((who) => untilRoom(budget, 2, nap, take(who))));
  expect([one?.who, other?.who]).toEqual([1, 2]);
  expect(took[0]).toBe(began);
  expect(took[1]).toBeGreaterThanOrEqual(began + 60);
  expect(naps).toBeGreaterThan(30);
});
