import type { Identity } from '../../src/access/types.ts';
import { setupIdentity } from '../../src/access/actor.ts';
import { setUpSchool } from '../../src/areas/people/set-up-school.ts';
import { settingsPaths, type Health, type HealthDesk } from '../../src/areas/settings/contract.ts';
import { settingsRoutes } from '../../src/areas/settings/routes.ts';
import { createExaminations, type Examinations } from '../../src/doctor/examinations.ts';
import { createHealthDesk } from '../../src/doctor/health-desk.ts';
import { jsonOf } from '../../src/http/json-of.ts';
import type { PerformFn } from '../../src/http/parts.ts';
import { genuineClaims, sign } from './entra-keys.ts';
import { newForm, people, school, schoolOfTests, startKernel, tenant, type Kernel } from './kernel.ts';
import { recordedLog, type LogLine } from './recorded-log.ts';
import { startTabApi } from './tab-api.ts';

/** Keeps Lantern's settings at Harrowmere, and reads no record. */
export const leila: Identity = {
  tenant,
  person: '6b1c7a1e-1111-4111-8111-000000000016',
  name: 'Leila Novak',
  door: 'tab',
};

export interface HealthAnswer {
  readonly status: number;
  readonly body: HealthDesk & { readonly code?: string };
}

export interface HealthApi {
  readonly kernel: Kernel;
  readonly examinations: Examinations;
  readonly lines: LogLine[];
  /** The machine's clock, in milliseconds. */
  now: number;
  /** Asks how Lantern is, as one of the kernel's people. */
  look(who: Identity): Promise<HealthAnswer>;
  /** Asks to have it examined. */
  again(who: Identity, body?: object): Promise<HealthAnswer>;
  close(): Promise<void>;
}

/** The routes of Lantern's health over real HTTP, behind a real token check, on the kernel of the tests. */
export async function startHealthApi(examine: () => Promise<Health>): Promise<HealthApi> {
  const kernel = await startKernel({ otherSchools: ['brackenfold'] });
  const { duty } = schoolOfTests;
  const joining = {
    ...{ school, duty, pupils: [], staff: [{ personId: leila.person, name: leila.name }] },
    roles: [{ personId: leila.person, personName: leila.name, role: 'tenant-admin' }],
  };
  const joined = await kernel.perform(setUpSchool, setupIdentity(tenant), joining, newForm());
  if (!joined.ok) throw new Error(joined.problem.code);
  const { log, lines } = recordedLog();
  const clock = { now: () => new Date(health.now).toISOString() };
  const examinations = createExaminations({ examine, clock, log });
  const schools = [
    { id: school, name: 'Harrowmere' },
    { id: 'brackenfold', name: 'Brackenfold' },
  ];
  const api = await startTabApi({
    routes: settingsRoutes(createHealthDesk({ read: kernel.read, examinations, schools })),
    perform: kernel.perform as PerformFn,
    read: jsonOf(kernel.read),
  });
  const call = async (who: Identity, body?: object): Promise<HealthAnswer> => {
    const claims = { ...genuineClaims(api.clock.seconds()), oid: who.person, name: who.name };
    const answer = await fetch(api.origin + settingsPaths.health, {
      method: body ? 'POST' : 'GET',
      headers: {
        authorization: `Bearer ${await sign(api.key, claims)}`,
        ...(body && { 'content-type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    return { status: answer.status, body: (await answer.json()) as HealthAnswer['body'] };
  };
  const health: HealthApi = {
    ...{ kernel, examinations, lines },
    now: Date.parse('2026-12-10T08:05:00.000Z'),
    look: (who) => call(who),
    again: (who, body = { form: newForm() }) => call(who, body),
    async close() {
      await api.close();
      kernel.close();
    },
  };
  return health;
}

/** Who may neither look nor have anything examined. */
export const outsiders = [people.daniel, people.priya, people.tom, people.kayleigh, people.stranger];
