import { createSpool, type Spool } from '../intake/create-spool.ts';
import type { Kernel } from './open-kernel.ts';

/** The spool under the keys that its files were sealed with, now and before. */
export const spoolOf = ({ operational, keys }: Pick<Kernel, 'operational' | 'keys'>): Spool =>
  createSpool(
    operational.spool,
    keys.spool,
    keys.earlier.map((key) => key.spool),
  );
