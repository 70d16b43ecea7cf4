import { join } from 'node:path';
import SQLite from 'better-sqlite3-multiple-ciphers';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { demoSites, siteId } from '../../src/local/graph/site.ts';
import { localTransport } from '../../src/local/transport.ts';
import { demo } from '../../src/local/cast.ts';
import { readKeys } from '../../src/store/keys.ts';
import { unlock } from '../../src/store/sqlite/database.ts';
import { runDemonstration, type RunningDemonstration } from '../support/demonstration.ts';
import { until } from '../support/until.ts';

let lantern: RunningDemonstration;
beforeAll(async () => {
  lantern = await runDemonstration({ withoutChats: true });
}, 120_000);
afterAll(() => lantern?.close());

const verify = () => lantern.runAnother({}, 'verify');

/** The rows of a list of the journal's, read past Lantern. */
async function rows(list: string): Promise<readonly unknown[]> {
  const { core, origin } = lantern.shown.tenant;
  const url = `https://graph.microsoft.com/v1.0/sites/${siteId(demoSites[0]!)}/lists/${encodeURIComponent(list)}/items`;
  const headers = { authorization: `Bearer ${core.graphToken(demo.apiAppId)}` };
  return ((await (await localTransport(origin)(url, { headers })).json()) as { value: unknown[] }).value;
}

it('proves the journal beside the Lantern that runs, and by itself when none does', async () => {
  // What the demonstration's school did is older than a page waits: it is filed and anchored by itself.
  await until('an anchor', async () => ((await rows('Journal anchors')).length > 0 ? true : undefined), 60);
  const beside = await verify();
  expect(beside).toMatchObject({ code: 0, said: expect.stringContaining('SharePoint agrees') as unknown });
  await lantern.shown.lantern.stop();
  const alone = await verify();
  expect(alone).toMatchObject({ code: 0, said: expect.stringContaining('SharePoint agrees') as unknown });

  const sqlite = new SQLite(join(lantern.lanternData, 'lantern.db'));
  unlock(sqlite, readKeys(lantern.lanternData).database);
  sqlite.exec(`update journal set actor = 'somebody-else' where n = 1`);
  sqlite.close();
  const changed = await verify();
  expect(changed).toMatchObject({ code: 1, said: expect.stringContaining('Entry 1 was changed') as unknown });
}, 120_000);
