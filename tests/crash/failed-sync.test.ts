import { spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { concernPaths } from '../../src/areas/concerns/contract.ts';
import { concern } from '../../src/areas/concerns/record.ts';
import { processEnvironment, readConfig } from '../../src/config.ts';
import { buildTab } from '../../src/local/build-tab.ts';
import { projectRoot, startLanternProcess, type LanternProcess } from '../../src/local/lantern-process.ts';
import { provisionTenant } from '../../src/main.ts';
import { createLog } from '../../src/system/json-log.ts';
import { whyNoStrace } from '../bench/strace.ts';
import { freePorts } from '../support/free-ports.ts';
import { sharePointTenant, type SharePointTenant } from '../support/sharepoint-tenant.ts';
import { until } from '../support/until.ts';
import { keptStore } from './kept-store.ts';

const why = whyNoStrace();
if (why !== undefined) console.warn(`What a failed sync does is not tested: ${why}`);

/** Lets no sync of a running process succeed from now on. Resolves when that is so. */
async function spoilSyncs(pid: number): Promise<void> {
  const inject = 'inject=fsync,fdatasync:error=EIO';
  const strace = spawn('strace', [
    '-f',
    '-p',
    String(pid),
    '-o',
    '/dev/null',
    '-e',
    'trace=fsync,fdatasync',
    '-e',
    inject,
  ]);
  let said = '';
  strace.stderr.on('data', (more: Buffer) => (said += more.toString()));
  await until('strace watches', () => (said.includes('attached') ? true : undefined));
}

function hasEnded(pid: number): true | undefined {
  try {
    process.kill(pid, 0);
    return undefined;
  } catch {
    return true;
  }
}

// eslint-disable-next-line no-restricted-syntax -- where programs may not be watched there is no way to make a sync fail
describe.skipIf(why !== undefined)('when the disk does not confirm what was written', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lantern-sync-'));
  const data = join(folder, 'lantern');
  const said = join(folder, 'said');
  const output = openSync(said, 'a');
  let sharePoint: SharePointTenant;
  let origin: string;
  let env: Readonly<Record<string, string | undefined>>;
  let lantern: LanternProcess;

  beforeAll(async () => {
    await buildTab();
    sharePoint = await sharePointTenant();
    const port = await freePorts(1);
    origin = `http://127.0.0.1:${port}`;
    const { PATH } = processEnvironment();
    env = {
      ...parseEnv(readFileSync(join(projectRoot, 'env', '.env.local'), 'utf8')),
      ...{ PATH, LANTERN_PORT: String(port), LANTERN_DATA: data, LANTERN_LOG: 'error', LANTERN_LICENCES: '60000' },
      ...{ LANTERN_LOCAL_ORIGIN: sharePoint.tenant.origin, LANTERN_LOCAL_TRUST: 'small' },
    };
    await provisionTenant(readConfig(env), createLog('error'));
    lantern = await startLanternProcess(origin, env, output);
  });
  afterAll(async () => {
    await lantern.kill();
    await sharePoint.close();
    closeSync(output);
    rmSync(folder, { recursive: true });
  });

  const report = async (form: string, words: string) => {
    const answer = await fetch(`${origin}${concernPaths.reports}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${sharePoint.tenant.core.userToken('daniel')}`,
      },
      body: JSON.stringify({ form, words, who: 'Ellie Marsden 7B', safeNow: 'not-sure', when: 'just now' }),
    });
    return {
      status: answer.status,
      body: (await answer.json()) as { readonly code?: string; readonly concern?: string },
    };
  };
  const rowsWith = async (words: string) =>
    (await sharePoint.rows(concern.list)).filter(({ fields }) => fields['Words'] === words);

  it('does not acknowledge, takes nothing more, says so and ends; started again, it takes the same form once', async () => {
    const safe = await report('a'.repeat(32), 'acknowledged before');
    expect(safe.status).toBe(200);

    await spoilSyncs(lantern.pid);
    expect(await report('b'.repeat(32), 'in the moment')).toMatchObject({ status: 503, body: { code: 'busy' } });
    const ready = await fetch(`${origin}/ready`).then(
      ({ status }) => status,
      () => 'ended',
    );
    expect([503, 'ended']).toContain(ready);
    const after = await report('c'.repeat(32), 'after it').catch(() => ({ status: 'ended' as const }));
    expect([503, 'ended']).toContain(after.status);
    await until('it ends', () => hasEnded(lantern.pid));
    expect(readFileSync(said, 'utf8')).toContain('did not confirm what was written to it');

    lantern = await startLanternProcess(origin, env, output);
    const again = await report('b'.repeat(32), 'in the moment');
    expect(again).toMatchObject({ status: 200, body: { concern: expect.any(String) as unknown } });
    expect(await report('b'.repeat(32), 'in the moment')).toEqual(again);
    await until('all is filed', () => (keptStore(data).unfiled === 0 ? true : undefined));
    expect(await rowsWith('acknowledged before')).toHaveLength(1);
    expect(await rowsWith('in the moment')).toHaveLength(1);
    expect(keptStore(data).chain.intact).toBe(true);
  });
});
