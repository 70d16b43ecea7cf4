import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseEnv } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { buildServer } from '../../env/build-server.ts';
import { processEnvironment } from '../../src/config.ts';
import { buildTab } from '../../src/local/build-tab.ts';
import { demo } from '../../src/local/cast.ts';
import { projectRoot } from '../../src/local/lantern-process.ts';
import { readKeys } from '../../src/store/keys.ts';
import { sharePointTenant, type SharePointTenant } from '../support/sharepoint-tenant.ts';
import { until } from '../support/until.ts';

/** What is deployed, in a folder of its own, far from the checkout and its packages. */
let deployed: string;
let sharePoint: SharePointTenant;
beforeAll(async () => {
  sharePoint = await sharePointTenant();
  await buildTab();
  deployed = mkdtempSync(join(tmpdir(), 'lantern-deployed-'));
  await buildServer(projectRoot, join(deployed, 'dist', 'server'));
  cpSync(join(projectRoot, 'dist', 'tab'), join(deployed, 'dist', 'tab'), { recursive: true });
});
afterAll(async () => {
  await sharePoint.close();
  rmSync(deployed, { recursive: true, force: true });
});

const aFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'lantern-data-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

interface Running {
  readonly child: ChildProcess;
  said(): string;
  /** Waits for the end. @returns the code, or the signal */
  readonly ended: Promise<number | string | null>;
}

/** Starts what is deployed, beside the local tenant. */
function start(
  settings: Readonly<Record<string, string>>,
  { node = [], args = [] }: { node?: readonly string[]; args?: readonly string[] } = {},
): Running {
  const { PATH } = processEnvironment();
  const local = parseEnv(readFileSync(join(projectRoot, 'env', '.env.local'), 'utf8'));
  const env = {
    ...local,
    PATH,
    LANTERN_LOCAL_ORIGIN: sharePoint.tenant.origin,
    LANTERN_PORT: '0',
    LANTERN_LOG: 'debug',
  };
  const child = spawn(process.execPath, [...node, join(deployed, 'dist', 'server', 'lantern.mjs'), ...args], {
    cwd: deployed,
    env: { ...env, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  child.stdout.on('data', (piece) => (text += String(piece)));
  child.stderr.on('data', (piece) => (text += String(piece)));
  const ended = once(child, 'close').then(([code, signal]) => (code ?? signal) as number | string | null);
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  return { child, said: () => text, ended };
}

const originOf = ({ said, child }: Running) =>
  until('Lantern’s address', async () => {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(said());
    return /"origin":"([^"]+)"/.exec(said())?.[1]?.replace('localhost', '127.0.0.1');
  });

const keyVaultKey = `https://${demo.keyVaultHost}/keys/${demo.keyVaultKey}`;

describe('the server as it is deployed', () => {
  it('starts without the checkout, answers, serves the tab, and ends at SIGTERM; Key Vault wraps its key', async () => {
    const folder = aFolder();
    const lantern = start({ LANTERN_DATA: folder, LANTERN_KEY_VAULT_KEY: keyVaultKey });
    const origin = await originOf(lantern);
    expect((await fetch(`${origin}/live`)).status).toBe(200);
    expect(await (await fetch(`${origin}/tab/`)).text()).toContain('<div id=');
    lantern.child.kill('SIGTERM');
    expect(await lantern.ended).toBe(0);
    expect(existsSync(join(folder, 'data.key'))).toBe(false);
    expect(JSON.parse(readFileSync(join(folder, 'data.key.json'), 'utf8'))).toMatchObject({
      current: { alg: 'RSA-OAEP-256', kid: expect.stringMatching(new RegExp(`^${keyVaultKey}/[0-9a-f]{32}$`)) },
    });

    const again = start({ LANTERN_DATA: folder, LANTERN_KEY_VAULT_KEY: keyVaultKey });
    await originOf(again);
    again.child.kill('SIGTERM');
    expect(await again.ended).toBe(0);
  });

  it('has beside it what it makes papers with: the fonts, and the colour profile of PDF/A', () => {
    const server = join(deployed, 'dist', 'server');
    const makesOne = `
      import { createRequire } from 'node:module';
      const { default: PDFDocument } = await import('pdfkit');
      const { resolve } = createRequire(${JSON.stringify(pathToFileURL(join(server, 'lantern.mjs')).href)});
      const [font, bold] = ['DejaVuSans', 'DejaVuSans-Bold'].map((face) => resolve('dejavu-fonts-ttf/ttf/' + face + '.ttf'));
      const paper = new PDFDocument({ font, pdfVersion: '1.7', subset: 'PDF/A-2a', tagged: true });
      paper.pipe(process.stdout);
      paper.text('Łukasz').font(bold).text('Łukasz').end();`;
    const bytes = execFileSync(process.execPath, ['--input-type=module', '-e', makesOne], { cwd: server });
    const raw = bytes.toString('latin1');
    expect([raw.slice(0, 8), raw.match(/\/FontFile2 /g)?.length]).toEqual(['%PDF-1.7', 2]);
    expect(raw).toContain('/DestOutputProfile');
  });

  it('says in words what is wrong with its key, and makes no other', async () => {
    const folder = aFolder();
    const settings = { LANTERN_DATA: folder, LANTERN_KEY_VAULT_KEY: keyVaultKey };
    const first = start(settings);
    await originOf(first);
    first.child.kill('SIGTERM');
    await first.ended;
    const kept = readFileSync(join(folder, 'data.key.json'), 'utf8');

    sharePoint.tenant.core.keyVault.allow();
    const refused = start(settings);
    expect(await refused.ended).toBe(1);
    expect(refused.said()).toContain('Key Vault Crypto Service Encryption User');
    sharePoint.tenant.core.keyVault.allow(demo.apiAppId);

    const unset = start({ LANTERN_DATA: folder });
    expect(await unset.ended).toBe(1);
    expect(unset.said()).toContain('set LANTERN_KEY_VAULT_KEY');

    rmSync(join(folder, 'data.key.json'));
    const lost = start(settings);
    expect(await lost.ended).toBe(1);
    expect(lost.said()).toContain('is gone, and');
    expect(existsSync(join(folder, 'data.key.json'))).toBe(false);

    writeFileSync(join(folder, 'data.key.json'), kept);
    const rotated = start(settings, { args: ['rotate-key', '--data'] });
    expect(await rotated.ended).toBe(0);
    expect(rotated.said()).toContain('There is a new data key');
  });
});

describe('secrets that were planted', () => {
  const inUrl = 'canary-of-the-database-4711';
  const header = 'canary-of-the-identity-4712';
  const pem = 'canary-of-the-certificate-4713';

  it('stand in no line that a running Lantern writes, in no argument, and in no file but the key’s own', async () => {
    const folder = aFolder();
    const lantern = start({ LANTERN_DATA: folder, IDENTITY_HEADER: header });
    const origin = await originOf(lantern);
    await fetch(`${origin}/api/desk`, {
      headers: { authorization: `Bearer ${sharePoint.tenant.core.userToken('priya')}` },
    });
    const keys = readKeys(folder);
    const digits = readFileSync(join(folder, 'data.key'), 'utf8').trim();
    const secrets = [digits, keys.database, keys.subscriptions, header];
    const arguments_ = readFileSync(`/proc/${lantern.child.pid ?? 0}/cmdline`, 'utf8');
    lantern.child.kill('SIGTERM');
    await lantern.ended;
    for (const secret of secrets) expect(`${lantern.said()}${arguments_}`).not.toContain(secret);
    const raw = [digits, keys.database].map((hex) => Buffer.from(hex, 'hex'));
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
    for (const { parentPath, name } of files.filter((each) => each.name !== 'data.key')) {
      const bytes = readFileSync(join(parentPath, name));
      for (const secret of [...secrets, ...raw]) expect(bytes.includes(secret), name).toBe(false);
    }
  });

  it.each([
    ['a database that does not answer', { DATABASE_URL: `postgresql://lantern:${inUrl}@127.0.0.1:1/lantern` }],
    ['an address of a database that is none', { DATABASE_URL: `mysql://lantern:${inUrl}@127.0.0.1/lantern` }],
    ['a database that is too far away', { DATABASE_URL: `postgresql://lantern:${inUrl}@db.example/lantern` }],
    ['an identity that nobody assigned', { IDENTITY_HEADER: header, IDENTITY_ENDPOINT: `${header}://x` }],
  ])('are not told by a start that fails: %s', async (_what, settings) => {
    const lantern = start({ LANTERN_DATA: aFolder(), ...settings });
    expect(await lantern.ended).toBe(1);
    expect(lantern.said().length).toBeGreaterThan(20);
    expect(lantern.said()).not.toMatch(/canary/);
  });

  it('are not told by files that are damaged: a certificate, a key, a wrapped key', async () => {
    const folder = aFolder();
    const file = join(folder, 'api.pem');
    writeFileSync(file, `-----BEGIN CERTIFICATE-----\n${pem}\n-----END CERTIFICATE-----\n`);
    const bad = start({ LANTERN_DATA: folder, API_CERTIFICATE_FILE: file });
    expect(await bad.ended).toBe(1);
    writeFileSync(join(folder, 'data.key'), `${pem}\n`, { mode: 0o600 });
    const key = start({ LANTERN_DATA: folder });
    expect(await key.ended).toBe(1);
    expect(key.said()).toContain('data.key is damaged');
    rmSync(join(folder, 'data.key'));
    writeFileSync(join(folder, 'data.key.json'), `{"current": "${pem}"}`, { mode: 0o600 });
    const wrapped = start({ LANTERN_DATA: folder, LANTERN_KEY_VAULT_KEY: keyVaultKey });
    expect(await wrapped.ended).toBe(1);
    expect(wrapped.said()).toContain('data.key.json is damaged');
    expect(`${bad.said()}${key.said()}${wrapped.said()}`).not.toContain(pem);
  });

  const crashes = {
    'out of memory': 'const a = []; for (;;) a.push(new Array(1e6).fill(1.5));',
    'an error that nobody caught': "throw new Error('on purpose');",
  };
  it.each(Object.entries(crashes))(
    'are in no diagnostic report, whatever Node is asked for: %s',
    async (_what, crash) => {
      const folder = aFolder();
      const reports = join(folder, 'reports');
      mkdirSync(reports);
      const onHangUp = `process.once('SIGHUP', () => { ${crash} })`;
      const asked = ['--report-on-fatalerror', '--report-uncaught-exception', '--report-on-signal'];
      const lantern = start(
        { LANTERN_DATA: join(folder, 'data'), IDENTITY_HEADER: header },
        {
          node: [
            ...asked,
            `--report-directory=${reports}`,
            '--max-old-space-size=200',
            `--import=data:text/javascript,${encodeURIComponent(onHangUp)}`,
          ],
        },
      );
      await originOf(lantern);
      lantern.child.kill('SIGHUP');
      expect(await lantern.ended).not.toBe(0);
      const written = readdirSync(reports).map((name) => readFileSync(join(reports, name), 'utf8'));
      expect(`${written.join()}${lantern.said()}`).not.toContain(header);
    },
  );
});
