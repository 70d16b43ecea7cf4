import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { validate } from 'dockerfile-utils';
import { describe, expect, it } from 'vitest';
import { ConfigFault, readConfig } from '../../src/config.ts';
import { keyVaultAddress } from '../../src/keys/key-vault-address.ts';
import { bicepFaults, readBicep } from '../support/bicep.ts';

const folder = 'env/azure';
const text = (file: string) => readFileSync(join(folder, file), 'utf8');
const modules = readdirSync(join(folder, 'modules')).map((name) => `modules/${name}`);

/** Names of settings that `src/config.ts` knows. */
const settings = new Set(
  [...readFileSync('src/config.ts', 'utf8').matchAll(/^ {4}([A-Z][A-Z0-9_]+): /gm)].map(([, name]) => name ?? ''),
);

describe('the Dockerfile', () => {
  const dockerfile = text('Dockerfile');
  const lastStage = dockerfile.slice(dockerfile.lastIndexOf('\nFROM'));

  it('passes the linter without a warning', () => {
    expect(validate(dockerfile).map(({ message }) => message)).toEqual([]);
    expect(validate('FROM node\nMAINTAINER x\nCMD one\nCMD two\n').length).toBeGreaterThan(1);
  });

  it('runs as nobody special, drains at SIGTERM, is watched, leaves no core dump and no environment in a report', () => {
    expect(lastStage).toMatch(/^USER node$/m);
    expect(lastStage).toMatch(/^STOPSIGNAL SIGTERM$/m);
    expect(lastStage).toMatch(/^HEALTHCHECK [^\n]*\\\n.*\/live/m);
    expect(lastStage).toContain('ulimit -c 0 && exec node --report-exclude-env');
    // The shell form would stand between the signal and Node.
    expect(lastStage).toMatch(/^ENTRYPOINT \[/m);
  });

  it('takes along what was built and nothing else', () => {
    expect([...lastStage.matchAll(/^COPY (.*)$/gm)].map(([, what]) => what)).toEqual([
      '--from=build /build/dist/server dist/server',
      '--from=build /build/dist/tab dist/tab',
    ]);
    expect(lastStage).not.toMatch(/npm|tsx|apt-get/);
  });

  it('copies only what exists, and sends no settings and no secret to the build', () => {
    const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.*) \S+$/gm)].flatMap(([, what]) =>
      (what ?? '').split(' '),
    );
    expect(copied.filter((name) => !existsSync(name))).toEqual([]);
    const ignored = text('Dockerfile.dockerignore').split('\n');
    expect(ignored.find((line) => !line.startsWith('#'))).toBe('*');
    expect(ignored).toEqual(expect.arrayContaining(['**/.env.*', '**/*.user', '**/*.pem', '**/*.key']));
    expect(copied.filter((name) => !ignored.includes(`!${name}`))).toEqual([]);
  });
});

describe('the Bicep files (no compiler has seen them: what a program of ours can tell)', () => {
  it.each(['main.bicep', ...modules])(
    '%s: every name leads somewhere, every version is dated, every parameter is used',
    (file) => {
      expect(bicepFaults(join(folder, file))).toEqual([]);
    },
  );

  it.each([
    ['param name string', 'param nane string', 'name is not declared'],
    ["module bot 'modules/bot.bicep'", "module bot 'modules/robot.bicep'", 'bot: there is no'],
    ['    alarmAddress: alarmAddress\n', '', 'monitoring needs alarmAddress'],
    ['host: app.outputs.host', 'host: app.outputs.hots', 'app has no output hots'],
    ['userAssignedIdentities@2023-01-31', 'userAssignedIdentities@latest', 'identity: latest is no dated version'],
  ])('the check notices %s broken', (good, bad, fault) => {
    const broken = text('main.bicep').replace(good, bad);
    expect(bicepFaults(join(folder, 'main.bicep'), broken).join()).toContain(fault);
  });

  it('the parameters file gives what has no default, and nothing unknown', () => {
    const { params } = readBicep(text('main.bicep'));
    const given = [...text('main.bicepparam').matchAll(/^param (\w+) =/gm)].map(([, name]) => name);
    expect(given.filter((name) => !params.some((param) => param.name === name))).toEqual([]);
    expect(params.filter(({ name, optional }) => !optional && !given.includes(name)).map(({ name }) => name)).toEqual(
      [],
    );
  });

  it('holds no secret: what is secure has no default, and comes from the environment', () => {
    const secure = ['main.bicep', ...modules].flatMap((file) =>
      readBicep(text(file)).params.filter((param) => param.secure),
    );
    expect(secure.map(({ name, optional }) => ({ name, optional }))).toEqual([
      { name: 'databasePassword', optional: false },
      { name: 'databaseUrl', optional: false },
      { name: 'password', optional: false },
    ]);
    expect(text('main.bicepparam')).toMatch(
      /param databasePassword = readEnvironmentVariable\('LANTERN_DATABASE_PASSWORD'\)/,
    );
  });

  it('gives the server settings that it knows, and all that it needs to start in production', () => {
    const given = [...text('modules/app.bicep').matchAll(/\{ name: '([A-Z0-9_]+)', (value|secretRef):/g)].map(
      ([, name]) => name ?? '',
    );
    expect(given.filter((name) => !settings.has(name))).toEqual([]);
    const guid = '6b1c7a1e-0000-4000-8000-00000000000';
    const values: Readonly<Record<string, string>> = {
      NODE_ENV: 'production',
      LANTERN_MODE: 'production',
      LANTERN_PORT: '3978',
      LANTERN_LOG: 'info',
      LANTERN_LICENCES: '1000',
      LANTERN_PUBLIC_ORIGIN: 'https://lantern.example',
      LANTERN_SCHOOLS:
        '[{"id":"a","name":"A","host":"a.sharepoint.com","sitePath":"/sites/a","staffSitePath":"/sites/a-staff"}]',
      LANTERN_KEY_VAULT_KEY: 'https://lantern-abc.vault.azure.net/keys/lantern',
      DATABASE_URL: 'postgresql://lantern:pw@db.postgres.database.azure.com:5432/lantern?sslmode=verify-full',
    };
    const env = Object.fromEntries(given.map((name, n) => [name, values[name] ?? `${guid}${n % 10}`]));
    // Azure sets these two by itself, where an identity is assigned.
    const azure = { IDENTITY_ENDPOINT: 'http://localhost:42356/msi/token', IDENTITY_HEADER: 'any' };
    expect(readConfig({ ...env, ...azure }).LANTERN_MODE).toBe('production');
    expect(() => readConfig(env)).toThrow(ConfigFault);
    for (const name of [
      'LANTERN_TENANT_ID',
      'LANTERN_SCHOOLS',
      'TEAMS_APP_ID',
      'BOT_APP_ID',
      'API_APP_ID',
      'LANTERN_MANAGED_IDENTITY_ID',
    ])
      expect(() => readConfig({ ...env, ...azure, [name]: undefined }), name).toThrow(ConfigFault);
  });

  it('names the vault’s key as the server wants it', () => {
    expect(text('modules/key-vault.bicep')).toContain(
      "'https://${vault.name}${environment().suffixes.keyvaultDns}/keys/${key.name}'",
    );
    expect(keyVaultAddress('https://lantern-abc.vault.azure.net/keys/lantern')).toBeDefined();
    expect(text('modules/key-vault.bicep')).toMatch(/enablePurgeProtection: true/);
  });
});

describe('the pages', () => {
  const pages = ['env/azure/README.md', 'env/keys.md', 'env/README.md'].map((file) => readFileSync(file, 'utf8'));

  it('name settings that exist', () => {
    const known = new Set([...settings, 'LANTERN_DATABASE_PASSWORD', 'LANTERN_HOST', 'LANTERN_BROWSER']);
    const named = pages.flatMap(
      (page) => page.match(/\b(?:LANTERN|API|BOT|TEAMS|PROVISION|TAB|DATABASE)_[A-Z_]+\b/g) ?? [],
    );
    expect([...new Set(named)].filter((name) => !known.has(name))).toEqual([]);
    expect(named).toContain('LANTERN_KEY_VAULT_KEY');
  });

  it('name commands that exist', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      scripts: Readonly<Record<string, string>>;
    };
    const named = pages.flatMap((page) => [...page.matchAll(/npm run ([a-z-]+)/g)].map(([, name]) => name ?? ''));
    expect(named.filter((name) => scripts[name] === undefined)).toEqual([]);
  });

  it('the way through Azure takes at most two screens, and walks through what is made', () => {
    const [azure = ''] = pages;
    expect(azure.split('\n').length).toBeLessThanOrEqual(120);
    for (const output of ['identityPrincipalId']) {
      expect(azure).toContain(output);
      expect(text('main.bicep')).toContain(`output ${output} `);
    }
  });
});
