import { z } from 'zod';
import type { HealthPage } from '../areas/settings/contract.ts';
import type { LocalHandler } from '../system/local-socket.ts';
import { examine } from './examine.ts';
import type { Facts } from './facts.ts';

const order = z.strictObject({ command: z.literal('doctor') });

/** Carries out what the doctor command asks. */
export function createDoctorOrder(gather: () => Promise<Facts>): LocalHandler {
  return async (asked): Promise<HealthPage> => {
    order.parse(asked);
    return healthOf(await gather());
  };
}

/** What was gathered, judged. */
export function healthOf(facts: Facts): HealthPage {
  const schools = facts.schools.map(({ id, name }) => ({ id, name }));
  return { checking: false, at: facts.at, lines: examine(facts), schools };
}
