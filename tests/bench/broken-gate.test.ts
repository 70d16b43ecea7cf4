import { expect, it, vi } from 'vitest';
import type { TokenRefusal } from '../../src/identity/refusal.ts';
import type { VerifyToken } from '../../src/identity/token-verifier.ts';
import { ids } from '../support/bot-door.ts';
import { person, tenant } from '../support/entra-keys.ts';
import { measureAcceptedMutants, type MutantOptions } from './accepted-mutants.ts';
import { judge, readGoals } from './figure.ts';

// botbuilder writes to the console when a signature is wrong.
vi.spyOn(console, 'error').mockImplementation(() => undefined);

const line = async (options: MutantOptions = {}) => {
  const { figures, rounds } = await measureAcceptedMutants(options);
  return { ...judge(figures[0]!, readGoals()), rounds };
};

/** The token check as it would be without one of its rules. */
const without =
  (rule: TokenRefusal) =>
  (verify: VerifyToken): VerifyToken =>
  async (header) => {
    const verified = await verify(header);
    const through = !verified.ok && verified.why === rule;
    return through ? { ok: true, identity: { tenant, person, name: 'Priya Raman', door: 'tab' } } : verified;
  };

it('lets none in, and the genuine one', async () => {
  expect(await line()).toMatchObject({ value: 0, pass: true });
});

it.each<TokenRefusal>(['audience', 'guest', 'signature', 'times'])(
  'notices that the tab’s door no longer looks at: %s',
  async (rule) => {
    const { value, pass } = await line({ around: without(rule) });
    expect(value).toBeGreaterThan(0);
    expect(pass).toBe(false);
  },
);

it('notices that the bot’s door knows a tenant too many', async () => {
  const { value, pass } = await line({ door: { tenants: [ids.tenant, ids.otherTenant] } });
  expect(value).toBeGreaterThan(0);
  expect(pass).toBe(false);
});

it('does not count a door that nobody gets through', async () => {
  const shut = () => async () => ({ ok: false, why: 'no-token' }) as const;
  expect(await line({ around: shut })).toMatchObject({ value: 0, pass: false, why: expect.stringContaining('tab') });
});
