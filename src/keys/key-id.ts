import { hkdfSync } from 'node:crypto';
import type { DataKey } from './key-ring.ts';

/** A name for a data key: eight digits that say nothing about it, for logs and for the names of backups. */
export const keyId = (key: DataKey): string => Buffer.from(hkdfSync('sha256', key, '', 'id', 4)).toString('hex');
