import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { concern, concernAddendum, concernDecision } from '../../src/areas/concerns/record.ts';
import { startTenant } from '../../src/local/tenant.ts';
import { localTransport } from '../../src/local/transport.ts';
import { createGraph } from '../../src/graph/client.ts';
import { demo } from '../../src/local/cast.ts';
import type { Budget } from '../../src/ports/graph.ts';
import { provision } from '../../src/sharepoint/provision.ts';
import { startKernel } from '../support/kernel.ts';
import { recordedLog } from '../support/recorded-log.ts';
import { batchOver, school } from '../support/sharepoint-tenant.ts';

/** The records that runs are about. */
export const simulatedTypes = [concern, concernAddendum, concernDecision] as const;

/** A school that has begun, and its SharePoint with its lists: made once, copied for each run. */
export interface Template {
  /** @returns a folder with `lantern.db` and `sharepoint.db` */
  copy(): string;
  remove(): void;
}

/** When every run begins. */
export const beginning = '2026-12-10T08:05:00.000Z';

const boundless: Budget = { wait: () => 0, spend: () => () => undefined, rest: () => undefined };

export async function makeTemplate(): Promise<Template> {
  const root = mkdtempSync(join(tmpdir(), 'lantern-simulation-'));
  const folder = join(root, 'template');
  const kernel = await startKernel({ folder, now: () => beginning });
  kernel.database.sqlite.exec('delete from outbox');
  kernel.close('keep');

  const tenant = await startTenant({ port: 0, dataDir: folder });
  const token = tenant.core.graphToken(demo.provisionAppId);
  const transport = localTransport(tenant.origin);
  const graph = createGraph({ token: async () => token, transport, userAgent: 'Simulation', budget: boundless });
  const { log } = recordedLog();
  await provision({ graph, batch: batchOver(graph), schools: [school], types: [...simulatedTypes], log });
  await tenant.close();

  let copies = 0;
  return {
    copy() {
      const made = join(root, `copy-${++copies}`);
      mkdirSync(made);
      for (const name of ['lantern.db', 'sharepoint.db']) cpSync(join(folder, name), join(made, name));
      return made;
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}
