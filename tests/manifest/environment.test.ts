import { expect, it } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { demo, schools } from '../../src/local/cast.ts';
import { settingsOf } from './settings-of.ts';

const local = settingsOf('local');

it('the local environment is one that Lantern starts with, and means the demonstration’s tenant', () => {
  expect(readConfig(local)).toMatchObject({
    LANTERN_MODE: 'local',
    LANTERN_TENANT_ID: demo.tenantId,
    TEAMS_APP_ID: demo.teamsAppId,
    BOT_APP_ID: demo.botAppId,
    API_APP_ID: demo.apiAppId,
    PROVISION_APP_ID: demo.provisionAppId,
    LANTERN_SCHOOLS: schools.map((school) => ({ ...school, host: demo.sharePointHost })),
  });
});

it('the local environment holds no secret', () => {
  expect(Object.keys(local).filter((name) => /SECRET|PASSWORD|CERTIFICATE|KEY/.test(name))).toEqual([]);
});

it('the environment for development has a line for everything the local one has, but the local tenant', () => {
  const missing = Object.keys(local).filter((name) => !(name in settingsOf('dev')));
  expect(missing).toEqual(['LANTERN_LOCAL_ORIGIN']);
});

it('an environment that is not filled in does not start, and says what is missing', () => {
  const asked = () => readConfig(settingsOf('dev'));
  expect(asked).toThrow(/LANTERN_TENANT_ID/);
  expect(asked).toThrow(/BOT_APP_ID/);
  expect(asked).toThrow(/API_CERTIFICATE_FILE|API_APP_ID/);
});

it.each(['local', 'dev'])('in %s the manifest’s host is the one that Lantern is found at', (name) => {
  const settings = settingsOf(name);
  expect(new URL(settings.LANTERN_PUBLIC_ORIGIN!).host).toBe(settings.LANTERN_HOST);
});
