import { z } from 'zod';
import type { Health } from '../areas/settings/contract.ts';
import type { LocalHandler } from '../system/local-socket.ts';
import { examine } from './examine.ts';
import type { Facts } from './facts.ts';

const order = z.strictObject({ command: z.literal('doctor') });

/** Carries out what the doctor command asks. */
export function createDoctorOrder(gather: () => Promise<Facts>): LocalHandler {
  return async (asked): Promise<Health> => {
    order.parse(asked);
    const facts = await gather();
    return { at: facts.at, lines: examine(facts) };
  };
}
