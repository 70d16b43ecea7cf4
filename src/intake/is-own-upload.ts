import type { Identity } from '../access/types.ts';
import type { Spooled } from './create-spool.ts';

/** Whether an entry of the spool is this person's upload. What is kept in place of one is nobody's. */
export const isOwnUpload = ({ tenant, about }: Spooled, { tenant: of, person }: Identity): boolean =>
  tenant === of && about.person === person && about.of === undefined;
