import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { setupIdentity } from '../../src/access/actor.ts';
import { recordTypes } from '../../src/areas/areas.ts';
import type { GrantedRole } from '../../src/access/types.ts';
import { setUpSchool } from '../../src/areas/people/set-up-school.ts';
import type { HealthLine, Health } from '../../src/areas/settings/contract.ts';
import { doctorHere, type DoctorHereParts } from '../../src/compose/doctor-here.ts';
import { openKernel } from '../../src/compose/open-kernel.ts';
import { readConfig, type Config } from '../../src/config.ts';
import { createBudget } from '../../src/graph/budget.ts';
import { journalLists } from '../../src/journal/journal-lists.ts';
import { projectRoot } from '../../src/local/lantern-process.ts';
import { startTenant, type Tenant } from '../../src/local/tenant.ts';
import { createJournalFiling } from '../../src/sharepoint/file-journal.ts';
import { caseFiles } from '../../src/sharepoint/case-library.ts';
import { provision } from '../../src/sharepoint/provision.ts';
import { createSites } from '../../src/sharepoint/sites.ts';
import type { Transport } from '../../src/ports/transport.ts';
import { localTransport } from '../../src/local/transport.ts';
import { systemClock } from '../../src/system/system-clock.ts';
import { schoolOfTests, tenant as tenantId } from './kernel.ts';
import { recordedLog } from './recorded-log.ts';
import { batchOver, graphOf, school } from './sharepoint-tenant.ts';

/** A healthy Lantern on disk, and its tenant: copied for each fault that is planted. */
export interface DoctorScenes {
  open(): Promise<DoctorScene>;
  close(): Promise<void>;
}

export interface DoctorScene {
  readonly tenant: Tenant;
  /** Lantern's data folder. */
  readonly data: string;
  readonly transport: Transport;
  /** Runs the doctor as the command does while no Lantern runs. */
  examine(over?: {
    readonly env?: Readonly<Record<string, string>>;
    readonly parts?: Partial<DoctorHereParts>;
  }): Promise<readonly HealthLine[]>;
  close(): Promise<void>;
}

const { log } = recordedLog();
const minute = 60_000;
const at = (ms: number) => new Date(Date.now() + ms).toISOString();
const named = (instant: string) => `${instant.replaceAll(/[-:]/g, '')}.backup`;

function configOf(
  data: string,
  origins: { readonly tenant: string; readonly lantern: string },
  env: object = {},
): Config {
  return readConfig({
    ...parseEnv(readFileSync(join(projectRoot, 'env', '.env.local'), 'utf8')),
    ...{ LANTERN_SCHOOLS: JSON.stringify([school]), LANTERN_DATA: data, LANTERN_LOG: 'silent' },
    ...{ LANTERN_LOCAL_ORIGIN: origins.tenant, LANTERN_PUBLIC_ORIGIN: origins.lantern },
    ...env,
  });
}

const held = (n: number, personName: string, role: GrantedRole) => ({
  ...{ personId: `6b1c7a1e-1111-4111-8111-0000000000${String(n).padStart(2, '0')}`, personName, role },
});

/** Makes the school, and brings its journal with an anchor into SharePoint. */
async function fill(config: Config, origin: string): Promise<void> {
  const graph = graphOf(origin);
  const provisioner = graphOf(origin, config.PROVISION_APP_ID);
  const schools = [school];
  await provision({
    graph: provisioner,
    batch: batchOver(provisioner),
    schools,
    types: recordTypes,
    once: journalLists,
    libraries: [caseFiles],
    log,
  });
  // A page that is not full is filed when it is ten minutes old.
  const kernel = await openKernel(config, {
    clock: { now: () => at(-20 * minute) },
    log,
    transport: localTransport(origin),
  });
  await kernel.operational.restored?.settled();
  const managers = [held(5, 'Margaret Eaves', 'head'), held(15, 'Alan Fairweather', 'chair-of-governors')];
  const whole = { ...schoolOfTests, roles: [...schoolOfTests.roles, ...managers] };
  const made = await kernel.perform(setUpSchool, setupIdentity(tenantId), whole, '0'.repeat(32));
  if (!made.ok) throw new Error(made.problem.code);
  const filing = createJournalFiling({
    ...{ tenant: tenantId, school: school.id, graph, log, clock: systemClock, machine: systemClock },
    lines: kernel.operational.journalLines,
    marks: kernel.operational.journalMarks,
    budget: createBudget({ licences: 100_000, clock: systemClock }),
    sites: createSites({ graph, schools }),
  });
  while ((await filing.runOnce()) > 0);
  await kernel.operational.close();
}

/** The scenes of one run, from one template; close them when done. */
export async function doctorScenes(): Promise<DoctorScenes> {
  const folder = mkdtempSync(join(tmpdir(), 'lantern-doctor-'));
  const template = join(folder, 'template');
  const live = createServer((request, response) => {
    response.writeHead(request.url === '/live' ? 200 : 404).end(request.url === '/live' ? '{"live":true}' : '');
  }).listen(0, '127.0.0.1');
  await once(live, 'listening');
  const lantern = `http://127.0.0.1:${(live.address() as AddressInfo).port}`;
  const start = (dataDir: string) => startTenant({ port: 0, dataDir: join(dataDir, 'tenant') });

  const first = await start(template);
  const data = join(template, 'lantern');
  await fill(configOf(data, { tenant: first.origin, lantern }), first.origin);
  await first.close();
  mkdirSync(join(data, 'backups'), { mode: 0o700 });
  writeFileSync(join(data, 'backups', named(at(-60 * minute))), 'a copy');
  let scenes = 0;

  return {
    async open() {
      const own = join(folder, `scene-${++scenes}`);
      cpSync(template, own, { recursive: true });
      const tenant = await start(own);
      const transport = localTransport(tenant.origin);
      const dataFolder = join(own, 'lantern');
      return {
        ...{ tenant, transport, data: dataFolder },
        async examine({ env, parts } = {}) {
          const config = configOf(dataFolder, { tenant: tenant.origin, lantern }, env);
          const plenty = { freeFor: () => 20_000_000_000, tabFile: join(projectRoot, 'package.json') };
          const here = await doctorHere({ ...{ config, transport, clock: systemClock, log }, ...plenty, ...parts })();
          try {
            return ((await here.handle({ command: 'doctor' }, () => undefined)) as Health).lines;
          } finally {
            await here.close();
          }
        },
        async close() {
          await tenant.close();
          rmSync(own, { recursive: true, force: true });
        },
      };
    },
    async close() {
      live.closeAllConnections();
      live.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
