import { expect, it } from 'vitest';
import { tokenRefusals } from '../../../src/identity/refusal.ts';

it('whatever is wrong with a token, its bearer hears the same, but for these', () => {
  const others = Object.entries(tokenRefusals).filter(([, told]) => told !== 'not-signed-in');
  expect(Object.fromEntries(others)).toEqual({
    ...{ guest: 'wrong-organisation', tenant: 'wrong-organisation' },
    ...{ suspended: 'suspended', 'keys-unreachable': 'busy' },
  });
  expect(Object.keys(tokenRefusals)).toHaveLength(19);
});
