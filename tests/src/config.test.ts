import { describe, expect, it } from 'vitest';
import { ConfigFault, readConfig } from '../../src/config.ts';

const guid = (n: number) => `6b1c7a1e-0000-4000-8000-00000000000${n}`;
const production = {
  LANTERN_PUBLIC_ORIGIN: 'https://lantern.example',
  LANTERN_TENANT_ID: guid(1),
  LANTERN_SCHOOLS:
    '[{"id":"a","name":"A","host":"a.sharepoint.com","sitePath":"/sites/a","staffSitePath":"/sites/a-staff"}]',
  TEAMS_APP_ID: guid(2),
  BOT_APP_ID: guid(3),
  API_APP_ID: guid(4),
};
const certificates = { API_CERTIFICATE_FILE: 'api.pem', BOT_CERTIFICATE_FILE: 'bot.pem' };
const identity = {
  LANTERN_MANAGED_IDENTITY_ID: guid(5),
  IDENTITY_ENDPOINT: 'http://localhost:42356/msi/token',
  IDENTITY_HEADER: 'any',
};

function faultsOf(more: Readonly<Record<string, string | undefined>>): readonly string[] {
  try {
    readConfig({ ...production, ...more });
    return [];
  } catch (error) {
    if (error instanceof ConfigFault) return error.faults.map((fault) => fault.split(' ')[0] ?? '');
    throw error;
  }
}

describe('what proves who Lantern is', () => {
  it('is certificates, or the managed identity in place of both, and never neither', () => {
    expect(faultsOf(certificates)).toEqual([]);
    expect(faultsOf(identity)).toEqual([]);
    expect(faultsOf({})).toEqual(['API_CERTIFICATE_FILE', 'BOT_CERTIFICATE_FILE']);
  });

  it('is not both, for nobody would know which counts', () => {
    expect(faultsOf({ ...identity, ...certificates })).toEqual(['LANTERN_MANAGED_IDENTITY_ID']);
    expect(faultsOf({ ...identity, API_FEDERATED_TOKEN_FILE: 'token' })).toEqual(['LANTERN_MANAGED_IDENTITY_ID']);
  });

  it('is no identity that this machine does not have', () => {
    expect(faultsOf({ ...identity, IDENTITY_HEADER: undefined })).toEqual(['LANTERN_MANAGED_IDENTITY_ID']);
  });
});

describe('a school’s sites', () => {
  const [first, second] = [
    { id: 'a', name: 'A', host: 'a.sharepoint.com', sitePath: '/sites/a', staffSitePath: '/sites/a-staff' },
    { id: 'b', name: 'B', host: 'a.sharepoint.com', sitePath: '/sites/b', staffSitePath: '/sites/b-staff' },
  ] as const;
  const faults = (...schools: readonly object[]) =>
    faultsOf({ ...certificates, LANTERN_SCHOOLS: JSON.stringify(schools) });

  it('are two for each, and no two are one', () => {
    expect(faults(first, second)).toEqual([]);
    expect(faults({ ...first, host: 'other.sharepoint.com' }, { ...second, staffSitePath: '/sites/a-staff' })).toEqual(
      [],
    );
  });

  it.each([
    [
      'a school without one for staff concerns',
      [{ ...first, staffSitePath: undefined }],
      'LANTERN_SCHOOLS.0.staffSitePath',
    ],
    ['one that is no site’s path', [{ ...first, staffSitePath: 'a-staff' }], 'LANTERN_SCHOOLS.0.staffSitePath'],
    ['its own safeguarding site', [{ ...first, staffSitePath: '/sites/A/' }], 'LANTERN_SCHOOLS.0.staffSitePath'],
    ['another school’s', [first, { ...second, staffSitePath: first.staffSitePath }], 'LANTERN_SCHOOLS.1.staffSitePath'],
    [
      'another’s safeguarding site',
      [first, { ...second, staffSitePath: first.sitePath }],
      'LANTERN_SCHOOLS.1.staffSitePath',
    ],
  ] as const)('are refused: %s', (_, schools, fault) => {
    expect(faults(...schools)).toEqual([fault]);
  });
});

it('the key in Key Vault is one key of Azure’s public cloud, without a version', () => {
  const withKey = (key: string) => faultsOf({ ...certificates, LANTERN_KEY_VAULT_KEY: key });
  const key = 'https://school.vault.azure.net/keys/lantern';
  expect(withKey(key)).toEqual([]);
  expect(withKey(`${key}/${'a'.repeat(32)}`)).toEqual(['LANTERN_KEY_VAULT_KEY']);
  expect(withKey('https://school.vault.azure.example/keys/lantern')).toEqual(['LANTERN_KEY_VAULT_KEY']);
});

describe('the address of clamd', () => {
  const clamd = (text: string) => readConfig({ ...production, ...certificates, LANTERN_CLAMD: text }).LANTERN_CLAMD;

  it.each([
    ['clamd:3310', { host: 'clamd', port: 3310 }],
    ['10.0.0.7:3310', { host: '10.0.0.7', port: 3310 }],
    ['scan-1.school.example:13310', { host: 'scan-1.school.example', port: 13310 }],
    ['[fd00::7]:3310', { host: 'fd00::7', port: 3310 }],
    ['/run/clamav/clamd.ctl', { path: '/run/clamav/clamd.ctl' }],
    ['/run/clamd:1.sock', { path: '/run/clamd:1.sock' }],
  ])('%s is understood', (text, address) => {
    expect(clamd(text)).toEqual(address);
  });

  it('is none when it is not set', () => {
    expect(readConfig({ ...production, ...certificates }).LANTERN_CLAMD).toBeUndefined();
  });

  it.each([
    ...['', 'clamd', 'clamd:', ':3310', 'clamd:port', 'clamd:123456', 'clamd:0', 'clamd:65536', 'tcp://clamd:3310'],
    ...['clam d:3310', 'run/clamd.ctl', '/', 'fd00::7:3310', '[fd00::7]', 'on', 'clamd:3310\nx'],
  ])('%j stops the start, and is named', (text) => {
    expect(faultsOf({ ...certificates, LANTERN_CLAMD: text })).toEqual(['LANTERN_CLAMD']);
  });
});

describe('groups that give roles', () => {
  const one = { group: '6B1C7A1E-0000-4000-8000-0000000000AA', school: 'a', role: 'deputy' };
  const withGroups = (groups: unknown) => ({ ...certificates, LANTERN_ROLE_GROUPS: JSON.stringify(groups) });

  it('are none when they are not set', () => {
    expect(readConfig({ ...production, ...certificates }).LANTERN_ROLE_GROUPS).toEqual([]);
  });

  it('are read, with ids as Entra writes them in its answers', () => {
    const groups = readConfig({ ...production, ...withGroups([one, { ...one, role: 'senco' }]) }).LANTERN_ROLE_GROUPS;
    expect(groups).toEqual(['deputy', 'senco'].map((role) => ({ ...one, role, group: one.group.toLowerCase() })));
  });

  it.each([
    ['what is no JSON', 'deputy', 'LANTERN_ROLE_GROUPS'],
    ['a name in place of the id', [{ ...one, group: 'Deputies' }], 'LANTERN_ROLE_GROUPS.0.group'],
    ['a school that there is not', [{ ...one, school: 'b' }], 'LANTERN_ROLE_GROUPS.0.school'],
    ['a role that there is not', [{ ...one, role: 'teacher' }], 'LANTERN_ROLE_GROUPS.0.role'],
    ['a role of Lantern’s own', [{ ...one, role: 'setup' }], 'LANTERN_ROLE_GROUPS.0.role'],
    ['the same twice', [one, { ...one, group: one.group.toLowerCase() }], 'LANTERN_ROLE_GROUPS.1'],
    ['a word too many', [{ ...one, until: '2027-01-01' }], 'LANTERN_ROLE_GROUPS.0'],
  ])('stop the start: %s', (_, groups, fault) => {
    const settings = typeof groups === 'string' ? { ...certificates, LANTERN_ROLE_GROUPS: groups } : withGroups(groups);
    expect(faultsOf(settings)).toEqual([fault]);
  });
});

describe('how long somebody may act as lead', () => {
  it('is ten school days, or as many as the trust says, up to twenty', () => {
    expect(readConfig({ ...production, ...certificates }).LANTERN_ACTING_DAYS).toBe(10);
    expect(readConfig({ ...production, ...certificates, LANTERN_ACTING_DAYS: '20' }).LANTERN_ACTING_DAYS).toBe(20);
    for (const days of ['0', '21', '2.5', 'ten'])
      expect(faultsOf({ ...certificates, LANTERN_ACTING_DAYS: days })).toEqual(['LANTERN_ACTING_DAYS']);
  });
});
