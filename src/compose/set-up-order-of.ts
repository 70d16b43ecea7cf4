import type { Config } from '../config.ts';
import { createSetUpOrder } from '../jobs/set-up-order.ts';
import type { Kernel } from './open-kernel.ts';

/** What carries out the set-up command. */
export const setUpOrderOf = ({ LANTERN_TENANT_ID: tenant, LANTERN_SCHOOLS: schools }: Config, kernel: Kernel) =>
  createSetUpOrder({ ...kernel, tenant, schools });
