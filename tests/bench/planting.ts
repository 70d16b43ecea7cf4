import { readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DoctorHereParts } from '../../src/compose/doctor-here.ts';
import { demo } from '../../src/local/cast.ts';
import type { Transport } from '../../src/ports/transport.ts';
import type { SiteKind } from '../../src/records/define-record.ts';
import { siteByPath } from '../../src/sharepoint/sites.ts';
import { readKeys } from '../../src/store/keys.ts';
import { openDatabase } from '../../src/store/sqlite/database.ts';
import { changeGrant } from '../support/change-grant.ts';
import type { DoctorScene } from '../support/doctor-scene.ts';
import { selfSigned } from '../support/self-signed.ts';
import { graphOf, school } from '../support/sharepoint-tenant.ts';

/** What a plant changes beside tenant and folder: settings, or what the doctor is given. */
export interface Planted {
  readonly env?: Readonly<Record<string, string>>;
  readonly parts?: Partial<DoctorHereParts>;
}

export const day = 86_400_000;
export const at = (ms: number) => new Date(Date.now() + ms).toISOString();

export const site = async (origin: string, appId: string = demo.provisionAppId, kind?: SiteKind) => {
  const graph = graphOf(origin, appId);
  const { body } = await graph.call({ method: 'GET', path: siteByPath(school, kind) });
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
export const remade = (of: string, name: string, definition: object) => async (scene: DoctorScene) => {
  const { must, list, column } = await site(scene.tenant.origin);
  await must('DELETE', await column(of, name));
  await must('POST', `${list(of)}/columns`, { name, ...definition });
};

/** Entra hands the API another token than its own: one with these permissions. */
export function granted({ tenant, transport }: DoctorScene, roles: readonly string[]): Planted {
  const other: Transport = async (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    const answer = await transport(input, init);
    if (!url.includes('/oauth2/v2.0/token') || !String(init?.body).includes(demo.apiAppId)) return answer;
    const body = (await answer.json()) as object;
    return Response.json({ ...body, access_token: tenant.core.graphToken(demo.apiAppId, roles) });
  };
  return { parts: { transport: other } };
}

/** Whoever may do everything changes the API's grant on one of the school's sites. */
export const role = (name: string | undefined, kind?: SiteKind) => (scene: DoctorScene) =>
  changeGrant(scene.tenant, school, name, kind);

/** Changes the operational database from outside, as nobody should. */
export const inDatabase =
  (sql: string) =>
  ({ data }: DoctorScene) => {
    const { sqlite, close } = openDatabase(data, readKeys(data).database);
    sqlite.exec(sql);
    close();
  };

export const clock = (ms: number): Planted => ({ parts: { machine: { now: () => at(ms) } } });

export const certificate =
  (make: () => string) =>
  ({ data }: DoctorScene): Planted => {
    const file = join(data, 'api.pem');
    writeFileSync(file, make(), { mode: 0o600 });
    return { env: { API_CERTIFICATE_FILE: file } };
  };
export const ending = (ms: number) =>
  certificate(() => {
    const { keyPem, certificatePem } = selfSigned('Lantern', at(ms));
    return keyPem + certificatePem;
  });
export const oldBackup =
  (ms: number) =>
  ({ data }: DoctorScene) => {
    const folder = join(data, 'backups');
    for (const name of readdirSync(folder))
      renameSync(join(folder, name), join(folder, `${at(-ms).replaceAll(/[-:]/g, '')}.backup`));
  };

export const row = (key: string, status: string) => ({ fields: { RequestKey: key.repeat(32), Status: status } });
