import type { SendOutsideDoor } from '../areas/meetings/routes.ts';
import type { Config } from '../config.ts';
import type { OutsideParts } from '../http/outside/outside.ts';
import { createMinutesOutside } from '../jobs/minutes-outside.ts';
import { createBuckets, limitOutside } from '../perform/limits.ts';
import { systemClock } from '../system/system-clock.ts';
import type { Kernel } from './open-kernel.ts';

/** Minutes to people outside: what makes a link for the tab, and the door to which it leads. Its limits hold in every mode. */
export function openOutside(
  config: Config,
  { store, perform, read, ids, log }: Kernel,
): { desk: SendOutsideDoor; http: Pick<OutsideParts, 'door' | 'take'> } {
  const { desk, door } = createMinutesOutside({
    ...{ tenant: config.LANTERN_TENANT_ID, origin: config.LANTERN_PUBLIC_ORIGIN },
    ...{ store, perform, read, ids, log },
  });
  const bucket = createBuckets(systemClock);
  const take = (address: string) =>
    bucket(`address ${address}`, limitOutside.person) || bucket('everywhere', limitOutside.tenant);
  // Where nobody of the tenant is let in, nobody outside is either.
  const shut = config.LANTERN_SUSPENDED === 'on';
  return { desk, http: { door: shut ? { open: () => door.open('', '') } : door, take } };
}
