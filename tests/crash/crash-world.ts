import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { readConfig } from '../../src/config.ts';
import { buildTab } from '../../src/local/build-tab.ts';
import { projectRoot } from '../../src/local/lantern-process.ts';
import { provisionTenant } from '../../src/main.ts';
import { createLog } from '../../src/system/json-log.ts';
import { bundledLantern } from './bundled-lantern.ts';
import { loadProduct, type ProductOptions, type ProductProcess } from './product-process.ts';
import { watchedTenant, type WatchedTenant } from './watched-tenant.ts';

/** A tenant in this process, and what it takes to start the product beside it as often as it is killed. */
export interface CrashWorld {
  readonly tenant: WatchedTenant;
  /** Lantern's data folder. */
  readonly data: string;
  /** Where the tenant writes down each call. */
  readonly ledgerFile: string;
  /** Loads a product that is not started yet. */
  load(more?: Omit<ProductOptions, 'file' | 'env'>, env?: ProductOptions['env']): ProductProcess;
  close(): Promise<void>;
}

/** So high that SharePoint's ceilings play no part: each start forgets what was spent before it. */
const licences = '60000';

/** @param data the product's data folder, when it shall not lie with the rest */
export async function crashWorld(data?: string): Promise<CrashWorld> {
  await buildTab();
  const file = await bundledLantern();
  const folder = mkdtempSync(join(tmpdir(), 'lantern-crash-'));
  const lanternData = data ?? join(folder, 'lantern');
  mkdirSync(lanternData, { recursive: true, mode: 0o700 });
  const ledgerFile = join(folder, 'graph-calls');
  const tenant = await watchedTenant({ dataDir: join(folder, 'tenant'), ledgerFile });
  const env = {
    ...parseEnv(readFileSync(join(projectRoot, 'env', '.env.local'), 'utf8')),
    ...{ LANTERN_PORT: '0', LANTERN_LOCAL_ORIGIN: tenant.origin, LANTERN_DATA: lanternData },
    ...{ LANTERN_LOG: 'silent', LANTERN_LICENCES: licences, LANTERN_LOCAL_TRUST: 'small' },
  };
  await provisionTenant(readConfig(env), createLog('error'));
  return {
    tenant,
    ledgerFile,
    data: lanternData,
    load: (more, changed) => loadProduct({ file, env: { ...env, ...changed }, ...more }),
    async close() {
      await tenant.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
