import { chmodSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HealthLine } from '../../../src/areas/settings/contract.ts';
import { healthCheck } from '../../../src/areas/settings/fields.ts';
import { doctorMends } from '../../../src/compose/doctor-mends.ts';
import { readConfig } from '../../../src/config.ts';
import { runDoctor } from '../../../src/doctor/run-doctor.ts';
import { recordTypes } from '../../../src/areas/areas.ts';
import { journalLists } from '../../../src/journal/journal-lists.ts';
import { provision } from '../../../src/sharepoint/provision.ts';
import { siteByPath } from '../../../src/sharepoint/sites.ts';
import { doctorScenes, type DoctorScene, type DoctorScenes } from '../../support/doctor-scene.ts';
import { schoolOfTests } from '../../support/kernel.ts';
import { recordedLog } from '../../support/recorded-log.ts';
import { selfSigned } from '../../support/self-signed.ts';
import { row, site } from '../../bench/planting.ts';
import { batchOver, graphOf, school } from '../../support/sharepoint-tenant.ts';
import { demo } from '../../../src/local/cast.ts';

let scenes: DoctorScenes;
beforeAll(async () => {
  scenes = await doctorScenes();
});
afterAll(() => scenes.close());

async function within<T>(work: (scene: DoctorScene) => Promise<T>): Promise<T> {
  const scene = await scenes.open();
  try {
    return await work(scene);
  } finally {
    await scene.close();
  }
}
const complaints = (lines: readonly HealthLine[]) =>
  lines.filter(({ state }) => state === 'fault' || state === 'warning');

describe('the doctor', () => {
  it('finds nothing wrong with a healthy Lantern, looks at everything, and says what cannot be seen', () =>
    within(async (scene) => {
      const file = join(scene.data, 'lantern.pem');
      const { keyPem, certificatePem } = selfSigned();
      writeFileSync(file, keyPem + certificatePem, { mode: 0o600 });
      const env = { API_CERTIFICATE_FILE: file, BOT_CERTIFICATE_FILE: file };
      const lines = await scene.examine({ env });
      expect(complaints(lines)).toEqual([]);
      expect(new Set(lines.map(({ check }) => check))).toEqual(new Set(Object.keys(healthCheck)));
      const unseen = lines.filter(({ state }) => state === 'unseen').map(({ check }) => check);
      expect(unseen).toEqual(['time-zone', 'time-zone', 'by-hand', 'by-hand']);
    }));

  it('says no name, no number and no word of a record, whatever is wrong', () =>
    within(async (scene) => {
      const text = JSON.stringify([
        await scene.examine(),
        await scene.examine({ env: { API_APP_ID: '6b1c7a1e-eeee-4eee-8eee-000000000001' } }),
      ]);
      const { staff, pupils, duty } = schoolOfTests;
      const secret = [...staff.map(({ name }) => name), ...pupils.map(({ familyName }) => familyName), duty.phone];
      expect(secret.filter((word) => text.includes(word))).toEqual([]);
    }));

  it('says on an empty tenant that all lists are missing, once for each site, and opens a new store all the same', () =>
    within(async (scene) => {
      const graph = graphOf(scene.tenant.origin, demo.provisionAppId);
      for (const { list, site } of [...recordTypes, ...journalLists]) {
        const { body } = await graph.call({ method: 'GET', path: siteByPath(school, site) });
        const path = `/sites/${(body as { id: string }).id}/lists/${encodeURIComponent(list)}`;
        await graph.call({ method: 'DELETE', path });
      }
      const env = { LANTERN_DATA: join(scene.data, 'new') };
      const faults = complaints(await scene.examine({ env })).filter(({ state }) => state === 'fault');
      expect(faults.map(({ check }) => check)).toEqual(['lists', 'lists', 'leads']);
      expect(faults.map(({ says }) => says).slice(0, 2)).toEqual([
        'None of the lists is there.',
        `${school.staffSitePath}: None of the lists is there.`,
      ]);
    }));

  it('says the same of the site for staff concerns, whether there is one or not', () =>
    within(async (scene) => {
      const ofStaff = async () => (await scene.examine()).filter(({ says }) => says.includes(school.staffSitePath));
      const none = await ofStaff();
      expect(none.length).toBeGreaterThan(5);
      const { must, list } = await site(scene.tenant.origin, demo.apiAppId, 'staff-concerns');
      await must('POST', `${list('Staff concerns')}/items`, row('1', 'submitted'));
      expect(await ofStaff()).toEqual(none);
    }));

  it(
    '--fix makes what is missing and closes the key, loses nothing, and says what it did',
    () =>
      within(async (scene) => {
        const graph = graphOf(scene.tenant.origin, demo.provisionAppId);
        const { body } = await graph.call({ method: 'GET', path: siteByPath(school) });
        await graph.call({ method: 'DELETE', path: `/sites/${(body as { id: string }).id}/lists/Agencies` });
        const key = join(scene.data, 'data.key');
        chmodSync(key, 0o644);
        const config = readConfig({
          ...{ LANTERN_MODE: 'local', LANTERN_LOCAL_ORIGIN: scene.tenant.origin, LANTERN_DATA: scene.data },
          ...{ LANTERN_TENANT_ID: demo.tenantId, LANTERN_SCHOOLS: JSON.stringify([school]) },
          ...{ TEAMS_APP_ID: demo.teamsAppId, BOT_APP_ID: demo.botAppId, API_APP_ID: demo.apiAppId },
          PROVISION_APP_ID: demo.provisionAppId,
        });
        const { log } = recordedLog();
        const once = { types: recordTypes, once: journalLists };
        const make = () => provision({ graph, batch: batchOver(graph), schools: [school], ...once, log });
        const said: string[] = [];
        const run = (mends: ReturnType<typeof doctorMends>, ...args: string[]) =>
          runDoctor(args, {
            folders: [],
            openHere: async () => ({
              handle: async () => ({ at: '', lines: await scene.examine() }),
              close: async () => undefined,
            }),
            mends,
            probe: async () => ({}),
            say: (text) => void said.push(text),
          });

        expect(await run(doctorMends(config, make))).toBe(false);
        expect(said.join('\n')).toMatch(/FAULT {2,}Lists .*“Agencies”[\s\S]*2 faults, 0 warnings\./);
        // Without the one-off identity it says so, and does what it can.
        const { PROVISION_APP_ID: _none, ...poor } = config;
        said.length = 0;
        expect(await run(doctorMends(poor, make), '--fix')).toBe(false);
        expect(said[0]).toMatch(/data\.key now[\s\S]*PROVISION_APP_ID is not set/);
        expect(statSync(key).mode & 0o777).toBe(0o600);
        said.length = 0;
        expect(await run(doctorMends(config, make), '--fix')).toBe(true);
        expect(said.join('\n')).toMatch(/Agencies: made[\s\S]*Lantern is in order, as far as can be seen\./);
        said.length = 0;
        expect(await run(doctorMends(config, make), '--fix')).toBe(true);
        expect(said[0]).toMatch(/^Nothing is to be mended/);
      }), // Seven looks at a whole site.
    120_000,
  );
});
