import { expect, it } from 'vitest';
import { readConfig, readLiveSettings, type LiveSettings } from '../../../src/config.ts';
import { createTokenSource } from '../../../src/graph/token.ts';
import { appIdentity } from '../../../src/graph/app-identity.ts';
import { graphContract } from './graph-contract.ts';
import { graphTarget } from './graph-target.ts';

const live = readLiveSettings();

/** The token that was given, or one for the identity that may make lists, else the API's, by Lantern's own settings. */
function tokenOf({ token }: LiveSettings): () => Promise<string> {
  if (token) return async () => token;
  const config = readConfig();
  return createTokenSource(appIdentity(config, config.PROVISION_APP_ID ?? config.API_APP_ID), fetch);
}

if (live) {
  graphContract({
    name: live.host,
    site: { host: live.host, path: live.sitePath },
    patienceMs: 180_000,
    open: async () => graphTarget(fetch, tokenOf(live)),
  });
} else {
  console.log(
    'The Graph contract was held by the local tenant only. For a real one: LANTERN_LIVE_SITE=https://…/sites/…, and LANTERN_LIVE_TOKEN or Lantern’s own settings.',
  );
}

it('reaches a real tenant only when a site of one is named', () => {
  expect(readLiveSettings({ LANTERN_LIVE_TOKEN: 'x' })).toBeUndefined();
  expect(readLiveSettings({ LANTERN_LIVE_SITE: 'https://a.sharepoint.com/sites/test%20one/' })).toEqual({
    host: 'a.sharepoint.com',
    sitePath: '/sites/test one',
    token: undefined,
  });
  for (const site of ['a.sharepoint.com/sites/x', 'http://a.sharepoint.com/sites/x', 'https://a.sharepoint.com/'])
    expect(() => readLiveSettings({ LANTERN_LIVE_SITE: site })).toThrow('LANTERN_LIVE_SITE');
});
