import { expect, test } from 'vitest';
import { ordersOf } from '../../../src/compose/orders-of.ts';

const orders = ordersOf({ import: async (order) => ({ asked: order }) });

test('a command is carried out by the one who has its name', async () => {
  await expect(orders({ command: 'import', apply: true }, () => {})).resolves.toEqual({
    asked: { command: 'import', apply: true },
  });
});

test.each([[{ command: 'constructor' }], [{ command: 'rebuild' }], [{}], ['import'], [null]])(
  'nobody carries out %j',
  async (order) => {
    await expect(orders(order, () => {})).rejects.toThrow('does not know this command');
  },
);
