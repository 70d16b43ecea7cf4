import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseEnv } from 'node:util';
import { readConfig } from '../../src/config.ts';
import { buildTab } from '../../src/local/build-tab.ts';
import { projectRoot } from '../../src/local/lantern-process.ts';
import { startTenant, type StartOptions, type TenantCore } from '../../src/local/tenant.ts';
import { provisionTenant } from '../../src/main.ts';
import { createLog } from '../../src/system/json-log.ts';
import type { Breakage } from './breakages.ts';
import { startMeasured, type MeasuredProcess } from './measured-process.ts';
import { readOperational, type OperationalReader } from './operational-reader.ts';

export interface SceneOptions {
  /** What the local tenant serves besides: the page that stands in for Teams. */
  readonly routers?: StartOptions['routers'];
  readonly breakage?: Breakage | undefined;
  /** Whole at first; `lantern.breakBy` breaks it while it runs. */
  readonly breakable?: true | undefined;
  /** Fills Lantern's data folder before it starts. */
  readonly fill?: (folder: string) => Promise<void>;
  readonly watchedBy?: readonly [string, ...string[]];
}

/** The product as a process of its own, with the local tenant in this one. */
export interface Scene {
  readonly tenant: TenantCore;
  readonly lantern: MeasuredProcess;
  readonly store: OperationalReader;
  /** Waits until Lantern has filed and sent all that can be. */
  settled(): Promise<void>;
  /** @param how `at-once` does not wait for calls to Graph that are under way */
  end(how?: 'at-once'): Promise<void>;
}

const patienceMs = 90_000;

export async function startScene({ breakage, breakable, fill, watchedBy, routers }: SceneOptions = {}): Promise<Scene> {
  await buildTab();
  const folder = mkdtempSync(join(tmpdir(), 'lantern-bench-'));
  const undo: (() => void | Promise<void>)[] = [() => rmSync(folder, { recursive: true, force: true })];
  const undoAll = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    const tenant = await startTenant({ port: 0, dataDir: join(folder, 'tenant'), ...(routers && { routers }) });
    undo.push(() => tenant.close());
    const data = join(folder, 'lantern');
    mkdirSync(data, { mode: 0o700 });
    await fill?.(data);

    const env = {
      ...parseEnv(readFileSync(join(projectRoot, 'env', '.env.local'), 'utf8')),
      ...{ LANTERN_PORT: '0', LANTERN_LOCAL_ORIGIN: tenant.origin, LANTERN_DATA: data, LANTERN_LOG: 'error' },
      LANTERN_LOCAL_TRUST: 'small',
      // After the first look nothing of the sync falls into what is measured.
      LANTERN_SYNC_SECONDS: '3600',
    };
    await provisionTenant(readConfig(env), createLog('error'));
    const args = breakage === undefined ? [] : [breakage];
    const lantern = await startMeasured(breakable ? 'breakable-lantern' : 'lantern', {
      args,
      env,
      ...(watchedBy && { watchedBy }),
    });
    undo.push(() => lantern.stop());
    const store = readOperational(data);
    undo.push(() => store.close());

    return {
      ...{ tenant: tenant.core, lantern, store },
      async settled() {
        const deadline = Date.now() + patienceMs;
        while (!store.idle(new Date().toISOString())) {
          if (Date.now() > deadline) throw new Error('Lantern does not come to rest');
          await sleep(10);
        }
      },
      async end(how) {
        if (how) await lantern.kill();
        await undoAll();
      },
    };
  } catch (error) {
    await undoAll();
    throw error;
  }
}
