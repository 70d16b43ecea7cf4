import { chmodSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { HealthCheck } from '../../src/areas/settings/contract.ts';
import type { DoctorHereParts } from '../../src/compose/doctor-here.ts';
import { demo } from '../../src/local/cast.ts';
import type { Transport } from '../../src/ports/transport.ts';
import { readKeys } from '../../src/store/keys.ts';
import { openDatabase } from '../../src/store/sqlite/database.ts';
import type { DoctorScene } from '../support/doctor-scene.ts';
import { selfSigned } from '../support/self-signed.ts';
import { graphOf, school } from '../support/sharepoint-tenant.ts';

/** What a plant changes beside tenant and folder: settings, or what the doctor is given. */
interface Planted {
  readonly env?: Readonly<Record<string, string>>;
  readonly parts?: Partial<DoctorHereParts>;
}

export interface PlantedFault {
  readonly name: string;
  /** The one line that must name it. */
  readonly check: HealthCheck;
  readonly says: RegExp;
  plant(scene: DoctorScene): Promise<Planted | void> | Planted | void;
}

const day = 86_400_000;
const at = (ms: number) => new Date(Date.now() + ms).toISOString();

const site = async (origin: string, appId: string = demo.provisionAppId) => {
  const graph = graphOf(origin, appId);
  const { body } = await graph.call({ method: 'GET', path: `/sites/${school.host}:${school.sitePath}` });
  const path = `/sites/${(body as { id: string }).id}`;
  const must = async (method: 'GET' | 'POST' | 'PATCH' | 'DELETE', rest: string, sent?: object) => {
    const answer = await graph.call({ method, path: `${path}${rest}`, ...(sent && { body: sent }) });
    if (answer.status >= 300)
      throw new Error(`${method} ${rest} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  const list = (name: string) => `/lists/${encodeURIComponent(name)}`;
  return {
    must,
    list,
    async column(of: string, name: string) {
      const { value } = (await must('GET', `${list(of)}/columns`)) as { value: { id: string; name: string }[] };
      const found = value.find((column) => column.name === name);
      if (!found) throw new Error(`no column ${name}`);
      return `${list(of)}/columns/${found.id}`;
    },
  };
};

/** Takes a column away and makes it anew, as somebody would have made it by hand. */
const remade = (of: string, name: string, definition: object) => async (scene: DoctorScene) => {
  const { must, list, column } = await site(scene.tenant.origin);
  await must('DELETE', await column(of, name));
  await must('POST', `${list(of)}/columns`, { name, ...definition });
};

/** Entra hands the API another token than its own: one with these permissions. */
function granted({ tenant, transport }: DoctorScene, roles: readonly string[]): Planted {
  const other: Transport = async (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    const answer = await transport(input, init);
    if (!url.includes('/oauth2/v2.0/token') || !String(init?.body).includes(demo.apiAppId)) return answer;
    const body = (await answer.json()) as object;
    return Response.json({ ...body, access_token: tenant.core.graphToken(demo.apiAppId, roles) });
  };
  return { parts: { transport: other } };
}

/** Whoever may do everything changes the API's grant. */
const role = (name: string | undefined) => async (scene: DoctorScene) => {
  const token = scene.tenant.core.graphToken(demo.provisionAppId, ['Sites.FullControl.All']);
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const call = async (method: string, path: string, body?: object) => {
    const sent = { method, headers, ...(body && { body: JSON.stringify(body) }) };
    const answer = await fetch(`${scene.tenant.origin}/v1.0${path}`, sent);
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}`);
    return answer.status === 204 ? {} : ((await answer.json()) as { id?: string; value?: { id: string }[] });
  };
  const { id } = await call('GET', `/sites/${school.host}:${school.sitePath}`);
  const [grant] = (await call('GET', `/sites/${id}/permissions`)).value ?? [];
  const path = `/sites/${id}/permissions/${grant?.id}`;
  await (name === undefined ? call('DELETE', path) : call('PATCH', path, { roles: [name] }));
};

/** Changes the operational database from outside, as nobody should. */
const inDatabase =
  (sql: string) =>
  ({ data }: DoctorScene) => {
    const { sqlite, close } = openDatabase(data, readKeys(data).database);
    sqlite.exec(sql);
    close();
  };

const clock = (ms: number): Planted => ({ parts: { machine: { now: () => at(ms) } } });

const certificate =
  (make: () => string) =>
  ({ data }: DoctorScene): Planted => {
    const file = join(data, 'api.pem');
    writeFileSync(file, make(), { mode: 0o600 });
    return { env: { API_CERTIFICATE_FILE: file } };
  };
const ending = (ms: number) =>
  certificate(() => {
    const { keyPem, certificatePem } = selfSigned('Lantern', at(ms));
    return keyPem + certificatePem;
  });
const oldBackup =
  (ms: number) =>
  ({ data }: DoctorScene) => {
    const folder = join(data, 'backups');
    for (const name of readdirSync(folder))
      renameSync(join(folder, name), join(folder, `${at(-ms).replaceAll(/[-:]/g, '')}.backup`));
  };

const row = (key: string, status: string) => ({ fields: { RequestKey: key.repeat(32), Status: status } });

/** Faults as they happen when a school is set up, or later: each must give one line that names it, and no other. */
export const plantedFaults: readonly PlantedFault[] = [
  {
    ...{ name: 'a site that is not there', check: 'site', says: /no site \/sites\/nowhere/ },
    plant: () => ({ env: { LANTERN_SCHOOLS: JSON.stringify([{ ...school, sitePath: '/sites/nowhere' }]) } }),
  },
  {
    ...{ name: 'a list that is missing', check: 'lists', says: /“Agencies”/ },
    plant: async ({ tenant }) => {
      const { must, list } = await site(tenant.origin);
      await must('DELETE', list('Agencies'));
    },
  },
  {
    ...{ name: 'a column that is missing', check: 'columns', says: /FamilyName of “Pupils”/ },
    plant: async ({ tenant }) => {
      const { must, column } = await site(tenant.origin);
      await must('DELETE', await column('Pupils', 'FamilyName'));
    },
  },
  {
    ...{ name: 'a column of the wrong kind', check: 'kinds', says: /FormGroup of “Pupils” is number and not text/ },
    plant: remade('Pupils', 'FormGroup', { number: {} }),
  },
  {
    ...{ name: 'an index that is missing', check: 'indexes', says: /Status of “Concerns”/ },
    plant: async ({ tenant }) => {
      const { must, column } = await site(tenant.origin);
      await must('PATCH', await column('Concerns', 'Status'), { indexed: false });
    },
  },
  {
    ...{ name: 'uniqueness that is missing', check: 'uniqueness', says: /RequestKey of “Concerns”/ },
    plant: async ({ tenant }) => {
      const { must, column } = await site(tenant.origin);
      await must('PATCH', await column('Concerns', 'RequestKey'), { enforceUniqueValues: false });
    },
  },
  {
    ...{ name: 'a column that is too short', check: 'width', says: /GivenName of “Pupils”/ },
    plant: async ({ tenant }) => {
      const { must, column } = await site(tenant.origin);
      await must('PATCH', await column('Pupils', 'GivenName'), { text: { maxLength: 20 } });
    },
  },
  {
    ...{ name: 'a column that takes no other choices', check: 'choices', says: /Role of “Roles”/ },
    plant: async ({ tenant }) => {
      const { must, column } = await site(tenant.origin);
      await must('PATCH', await column('Roles', 'Role'), { choice: { allowTextEntry: false } });
    },
  },
  {
    ...{ name: 'a default view that filters', check: 'view', says: /1 rows of “Concerns”/ },
    plant: async ({ tenant }) => {
      const { must, list } = await site(tenant.origin);
      await must('POST', `${list('Concerns')}/items`, row('1', 'closed'));
      await must('POST', `${list('Concerns')}/items`, row('2', 'submitted'));
      tenant.core.quirks.set({ defaultView: { list: 'Concerns', column: 'Status', equals: 'submitted' } });
    },
  },
  { ...{ name: 'a grant that only reads', check: 'grant', says: /read and not write/ }, plant: role('read') },
  { ...{ name: 'no grant', check: 'grant', says: /Nothing is granted/ }, plant: role(undefined) },
  { ...{ name: 'a grant that is too wide', check: 'grant', says: /more than the role write/ }, plant: role('manage') },
  {
    ...{ name: 'a grant of everything', check: 'grant', says: /more than the role write/ },
    plant: role('fullcontrol'),
  },
  {
    ...{ name: 'a permission for all sites', check: 'permissions', says: /holds Sites\.ReadWrite\.All/ },
    plant: (scene) => granted(scene, ['Sites.Selected', 'Sites.ReadWrite.All']),
  },
  {
    ...{ name: 'a permission of something else', check: 'permissions', says: /holds Mail\.Read/ },
    plant: (scene) => granted(scene, ['Sites.Selected', 'EduRoster.Read.All', 'Mail.Read']),
  },
  {
    ...{ name: 'a permission that is missing', check: 'permissions', says: /lacks Sites\.Selected/ },
    plant: (scene) => granted(scene, ['EduRoster.Read.All']),
  },
  {
    ...{ name: 'a registration of the API that is not there', check: 'api-sign-in', says: /gives the API no token/ },
    plant: () => ({ env: { API_APP_ID: '6b1c7a1e-eeee-4eee-8eee-000000000001' } }),
  },
  {
    ...{ name: 'a registration of the bot that is not there', check: 'bot-sign-in', says: /gives the bot no token/ },
    plant: () => ({ env: { BOT_APP_ID: '6b1c7a1e-eeee-4eee-8eee-000000000001' } }),
  },
  { ...{ name: 'a clock far ahead', check: 'clock', says: /ahead of/ }, plant: () => clock(400_000) },
  { ...{ name: 'a clock that lags', check: 'clock', says: /behind/ }, plant: () => clock(-90_000) },
  { ...{ name: 'a certificate near its end', check: 'certificate', says: /ends on/ }, plant: ending(20 * day) },
  { ...{ name: 'a certificate that has ended', check: 'certificate', says: /ended on/ }, plant: ending(-day) },
  {
    ...{ name: 'a certificate that nobody can read', check: 'certificate', says: /does not hold a certificate/ },
    plant: certificate(() => 'not a certificate'),
  },
  {
    ...{ name: 'a certificate whose file is gone', check: 'certificate', says: /cannot be read/ },
    plant: ({ data }) => ({ env: { API_CERTIFICATE_FILE: join(data, 'nowhere.pem') } }),
  },
  {
    ...{ name: 'a certificate of another key', check: 'certificate', says: /does not belong to the private key/ },
    plant: certificate(() => selfSigned().keyPem + selfSigned().certificatePem),
  },
  {
    ...{ name: 'a data key that others may read', check: 'data-key', says: /may read data\.key/ },
    plant: ({ data }) => chmodSync(join(data, 'data.key'), 0o644),
  },
  {
    ...{ name: 'a database that is damaged', check: 'database', says: /does not open/ },
    plant: ({ data }) => writeFileSync(join(data, 'lantern.db'), 'x'.repeat(8_192)),
  },
  {
    ...{ name: 'acts that wait for too long', check: 'filing', says: /wait to be filed/ },
    plant: inDatabase(`update outbox set createdAt = '${at(-16 * 60_000)}' where channel = 'sharepoint'`),
  },
  {
    ...{ name: 'a lane that has stopped', check: 'stopped', says: /1 filings have stopped/ },
    plant: inDatabase(
      `update outbox set state = 'stopped' where id = (select min(id) from outbox where channel = 'sharepoint')`,
    ),
  },
  {
    ...{ name: 'an entry of the journal that was changed', check: 'journal', says: /not as it was written/ },
    plant: inDatabase(`update journal set actor = 'somebody-else' where n = 1`),
  },
  {
    ...{ name: 'an anchor that was deleted', check: 'anchors', says: /missing in SharePoint/ },
    plant: async ({ tenant }) => {
      const { must, list } = await site(tenant.origin);
      const { value } = (await must('GET', `${list('Journal anchors')}/items`)) as { value: { id: string }[] };
      for (const { id } of value) await must('DELETE', `${list('Journal anchors')}/items/${id}`);
    },
  },
  {
    ...{ name: 'a journal that is anchored no more', check: 'anchors', says: /not been anchored for 20 hours/ },
    plant: ({ data }) => {
      inDatabase('update journalMark set anchoredN = 0')({ data } as DoctorScene);
      return { parts: { clock: { now: () => at(20 * 3_600_000 - 20 * 60_000) } } };
    },
  },
  {
    ...{ name: 'no backup', check: 'backup', says: /no backup/ },
    plant: ({ data }) => rmSync(join(data, 'backups'), { recursive: true }),
  },
  {
    ...{ name: 'a backup of the day before yesterday', check: 'backup', says: /2 days old|48 hours|50 hours/ },
    plant: oldBackup(50 * 3_600_000),
  },
  { ...{ name: 'a backup of last month', check: 'backup', says: /30 days old/ }, plant: oldBackup(30 * day) },
  {
    ...{ name: 'a disk that is nearly full', check: 'disk', says: /300 MB are free/ },
    plant: () => ({ parts: { freeFor: () => 300_000_000 } }),
  },
  {
    ...{ name: 'nobody on duty', check: 'duty', says: /Nobody is on duty/ },
    plant: inDatabase(`delete from duty`),
  },
  {
    ...{ name: 'somebody on duty who leads nothing', check: 'duty', says: /not a safeguarding lead/ },
    plant: inDatabase(`update duty set personId = '6b1c7a1e-1111-4111-8111-000000000099'`),
  },
  {
    ...{ name: 'somebody on duty without a telephone', check: 'telephone', says: /no telephone number/ },
    plant: inDatabase(`update duty set phone = 'ask the office'`),
  },
  {
    ...{ name: 'no lead in post', check: 'leads', says: /no safeguarding lead/ },
    plant: inDatabase(`delete from roleGrant where role in ('dsl', 'deputy')`),
  },
  {
    ...{ name: 'hints of changes that Graph does not give', check: 'subscriptions', says: /hints of changes in 0 of/ },
    plant: () => ({ env: { LANTERN_SUBSCRIPTIONS: 'on' } }),
  },
  {
    ...{ name: 'a public address at which nobody answers', check: 'address', says: /ECONNREFUSED/ },
    plant: () => ({ env: { LANTERN_PUBLIC_ORIGIN: 'http://127.0.0.1:64999' } }),
  },
  {
    ...{ name: 'a public address at which somebody else answers', check: 'address', says: /it answers 404/ },
    plant: ({ tenant }) => ({ env: { LANTERN_PUBLIC_ORIGIN: `${tenant.origin}/elsewhere` } }),
  },
  {
    ...{ name: 'a tab that is not built', check: 'tab', says: /not built/ },
    plant: ({ data }) => ({ parts: { tabFile: join(data, 'nowhere.html') } }),
  },
  {
    ...{ name: 'a Node that is too old', check: 'node', says: /18\.20\.4 is too old/ },
    plant: () => ({ parts: { node: '18.20.4' } }),
  },
];
