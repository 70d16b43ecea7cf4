import { mkdirSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import type { Clock } from '../ports/clock.ts';
import type { OperationalStore } from '../store/operational-store.ts';
import type { Snapshot } from '../store/snapshot.ts';
import type { LocalHandler } from '../system/local-socket.ts';

export interface BackupParts {
  readonly operational: Pick<OperationalStore, 'copyTo'>;
  /** Lantern's data folder. */
  readonly folder: string;
  /** Names the data key, without which the copy cannot be read. */
  readonly keyId: string;
  /** The machine's. */
  readonly machine: Clock;
}

export type BackupAnswer =
  | {
      readonly ok: true;
      /** Lantern's data folder. */
      readonly folder: string;
      /** Where the copy lies until it has been checked. */
      readonly part: string;
      readonly file: string;
      readonly snapshot: Snapshot;
    }
  | { readonly ok: false; readonly why: string };

const order = z.strictObject({ command: z.literal('backup'), file: z.exactOptional(z.string()) });

const onPostgres =
  'The operational store lies in PostgreSQL (DATABASE_URL). Use the server’s own tools: a base backup with archived logs can be brought back to any moment (point-in-time recovery). Keep the data key too: it is in the table key_ring if Key Vault wraps it, else copy data.key.';

/**
 * Carries out what the backup command asks: the copy only. To read all of it again would keep people waiting, so the command does
 * that in its own process.
 */
export function createBackupOrder({ operational, folder, keyId, machine }: BackupParts): LocalHandler {
  return async (asked): Promise<BackupAnswer> => {
    const { file: named } = order.parse(asked);
    if (!operational.copyTo) return { ok: false, why: onPostgres };
    const name = `${machine.now().replaceAll(/[-:]/g, '')}.${keyId}.backup`;
    const file = resolve(named ?? join(folder, 'backups', name));
    const part = `${file}.part`;
    try {
      mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
      return { ok: true, folder: resolve(folder), part, file, snapshot: await operational.copyTo(part) };
    } catch (error) {
      rmSync(part, { force: true });
      return { ok: false, why: `No copy could be made at ${file}: ${error instanceof Error ? error.message : ''}` };
    }
  };
}
