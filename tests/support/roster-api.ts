import type { Config } from '../../src/config.ts';
import {
  peoplePaths,
  type PreviewRequest,
  type RosterDesk,
  type RosterPreview,
} from '../../src/areas/people/contract.ts';
import { peopleRoutes } from '../../src/areas/people/routes.ts';
import type { RosterFile } from '../../src/areas/people/roster/rows.ts';
import type { Identity } from '../../src/access/types.ts';
import { jsonOf } from '../../src/http/json-of.ts';
import type { PerformFn } from '../../src/http/parts.ts';
import { openRoster } from '../../src/jobs/open-roster.ts';
import type { Graph } from '../../src/ports/graph.ts';
import { genuineClaims, sign } from './entra-keys.ts';
import { newForm, people, school, startKernel, tenant, type Kernel, type KernelOptions } from './kernel.ts';
import { recordedLog, type LogLine } from './recorded-log.ts';
import { startTabApi } from './tab-api.ts';

export interface RosterApi {
  readonly kernel: Kernel;
  readonly roster: ReturnType<typeof openRoster>;
  readonly lines: LogLine[];
  /** Sends a request as one of the kernel's people. */
  call<T>(who: Identity, path: string, body?: object): Promise<{ readonly status: number; readonly body: T }>;
  preview(who: Identity, files: readonly RosterFile[]): Promise<RosterPreview>;
  apply(who: Identity, held: string, more?: object): Promise<{ readonly status: number; readonly body: RosterDesk }>;
  desk(who: Identity): Promise<RosterDesk>;
  close(): Promise<void>;
}

/** No tenant: whoever asks Graph gets 403. */
const closedGraph: Graph = { call: () => Promise.resolve({ status: 403, headers: {}, body: {} }) };

export const upload = (files: readonly RosterFile[], over: object = {}): PreviewRequest => ({
  source: 'files',
  school,
  files: files.map(({ name, bytes }) => ({ name, content: Buffer.from(bytes).toString('base64') })),
  ...over,
});

/** The import's routes over real HTTP, behind a real token check, on the kernel of the tests. */
export async function startRosterApi(options: KernelOptions = {}, graph: Graph = closedGraph): Promise<RosterApi> {
  const kernel = await startKernel(options);
  const { log, lines } = recordedLog();
  const config = { LANTERN_TENANT_ID: tenant, LANTERN_SCHOOLS: [{ id: school, name: 'Harrowmere' }] };
  const roster = openRoster(config as unknown as Config, { ...kernel, log }, graph);
  const api = await startTabApi({
    routes: peopleRoutes(roster.desk, config.LANTERN_SCHOOLS),
    perform: kernel.perform as PerformFn,
    read: jsonOf(kernel.read),
  });
  const call: RosterApi['call'] = async (who, path, body) => {
    const claims = { ...genuineClaims(api.clock.seconds()), oid: who.person, name: who.name };
    const answer = await fetch(api.origin + path, {
      method: body ? 'POST' : 'GET',
      headers: {
        authorization: `Bearer ${await sign(api.key, claims)}`,
        ...(body && { 'content-type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    return { status: answer.status, body: (await answer.json()) as never };
  };
  return {
    kernel,
    roster,
    lines,
    call,
    preview: async (who, files) => (await call<RosterPreview>(who, peoplePaths.previewRoster, upload(files))).body,
    apply: (who, held, more = {}) => call(who, peoplePaths.applyRoster, { form: newForm(), held, ...more }),
    desk: async (who) => (await call<RosterDesk>(who, peoplePaths.roster)).body,
    async close() {
      await roster.desk.stop();
      await api.close();
      kernel.close();
    },
  };
}

/** Who may import in the tests' school, and who may not. */
export const importers = { may: people.priya, mayNot: [people.tom, people.daniel, people.kayleigh, people.stranger] };
