import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { recordTypes } from '../../src/areas/areas.ts';
import { reportConcern } from '../../src/areas/concerns/report-concern.ts';
import { rightsRestOn } from '../../src/areas/rights-rest-on.ts';
import { processEnvironment, readConfig } from '../../src/config.ts';
import { projectRoot } from '../../src/local/lantern-process.ts';
import { startTenant } from '../../src/local/tenant.ts';
import { provisionTenant } from '../../src/main.ts';
import { openPostgres } from '../../src/store/postgres/open-postgres.ts';
import { createLog } from '../../src/system/json-log.ts';
import { systemClock } from '../../src/system/system-clock.ts';
import { kernelOn, newForm, people } from '../support/kernel.ts';
import { startPostgres } from '../support/postgres.ts';
import { until } from '../support/until.ts';

/** Workers in processes of their own, on one PostgreSQL, before a SharePoint that takes its time for each call. */
export interface FilingFleet {
  /** Has so many of them file so many reports. @returns seconds */
  drain(workers: number, reports: number): Promise<number>;
  /** Rows that SharePoint made or changed, and reports and the rest that it should have. */
  written(): Promise<{ readonly writes: number; readonly acts: number }>;
  end(): Promise<void>;
}

/** So high that SharePoint's ceilings play no part. */
const licences = '60000';

/** @param latencyMs what each call about rows takes at least */
export async function startFilingFleet(size: number, latencyMs: number): Promise<FilingFleet> {
  const folder = mkdtempSync(join(tmpdir(), 'lantern-scale-'));
  const ledgerFile = join(folder, 'ledger');
  const server = await startPostgres();
  const url = await server.aDatabase();
  const tenant = await startTenant({ port: 0, dataDir: join(folder, 'tenant'), ledgerFile });
  const operational = await openPostgres(url, recordTypes, Object.values(rightsRestOn), systemClock);
  const kernel = await kernelOn(operational.store);
  const env = {
    ...parseEnv(readFileSync(join(projectRoot, 'env', '.env.local'), 'utf8')),
    ...{ DATABASE_URL: url, LANTERN_LOCAL_ORIGIN: tenant.origin, LANTERN_LICENCES: licences },
  };
  await provisionTenant(readConfig(env), createLog('error'));
  tenant.core.faults.setRules([{ kind: 'slow', ms: latencyMs, match: { pathContains: '/items' } }]);
  const workers = await Promise.all(
    Array.from({ length: size }, (_, n) => startWorker({ ...env, LANTERN_DATA: join(folder, String(n)) })),
  );

  const count = async (which: string) => {
    const [row] = await server.ask<{ n: string }>(url, `select ${which} as n from outbox where channel = 'sharepoint'`);
    return Number(row?.n);
  };
  let before = await count('count(*)');
  const reportOne = () => {
    const typed = { who: 'Ellie Marsden', words: 'She had no coat.', safeNow: 'yes', when: 'just now' };
    return kernel.perform(reportConcern, people.daniel, typed, newForm());
  };

  return {
    async drain(some, reports) {
      for (let n = 0; n < reports; n++) if (!(await reportOne()).ok) throw new Error('a report was refused');
      const working = workers.slice(0, some);
      const began = performance.now();
      for (const worker of working) worker.send({ do: 'start' });
      await until('all is filed', async () => ((await count('count(*)')) === 0 ? true : undefined), 120);
      const seconds = (performance.now() - began) / 1_000;
      await Promise.all(working.map(stopWorking));
      before += reports;
      return seconds;
    },
    async written() {
      const calls = readFileSync(ledgerFile, 'utf8').split('\n').filter(Boolean);
      const writes = calls
        .map((line) => JSON.parse(line) as { method: string; url: string; status: number })
        .filter(
          ({ method, url: to, status }) => /^(POST|PATCH)$/.test(method) && to.includes('/items') && status < 300,
        );
      return { writes: writes.length, acts: before };
    },
    async end() {
      const ended = workers.map((worker) => once(worker, 'exit'));
      for (const worker of workers) worker.kill('SIGKILL');
      await Promise.all(ended);
      await operational.close();
      await tenant.close();
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function startWorker(env: Readonly<Record<string, string | undefined>>): Promise<ChildProcess> {
  const { PATH, HOME } = processEnvironment();
  const program = join(projectRoot, 'tests', 'bench', 'programs', 'filing-worker.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', program], {
    cwd: projectRoot,
    env: { PATH, HOME, ...env },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(() => Promise.reject(new Error('a worker ended before it was ready'))),
  ]);
  return child;
}

async function stopWorking(worker: ChildProcess): Promise<void> {
  const stopped = once(worker, 'message');
  worker.send({ do: 'stop' });
  await stopped;
}
