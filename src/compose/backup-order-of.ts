import type { Config } from '../config.ts';
import { createBackupOrder } from '../jobs/backup-order.ts';
import { systemClock } from '../system/system-clock.ts';
import type { Kernel } from './open-kernel.ts';

/** What carries out the backup command. */
export const backupOrderOf = ({ LANTERN_DATA: folder }: Config, { operational, keys }: Kernel) =>
  createBackupOrder({ operational, folder, keyId: keys.id, machine: systemClock });
