import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { composeRules } from '../../src/access/rules.ts';
import { setupIdentity } from '../../src/access/actor.ts';
import type { Identity } from '../../src/access/types.ts';
import { areas, recordTypes } from '../../src/areas/areas.ts';
import { rightsRestOn } from '../../src/areas/rights-rest-on.ts';
import { setUpSchool } from '../../src/areas/people/set-up-school.ts';
import { createActors } from '../../src/perform/actors.ts';
import { createPerform } from '../../src/perform/perform.ts';
import { createRead } from '../../src/perform/read.ts';
import type { Store } from '../../src/perform/store.ts';
import { openDatabase } from '../../src/store/sqlite/database.ts';
import { createChannelReferences } from '../../src/store/sqlite/channel-references.ts';
import { createFilingQueue } from '../../src/store/sqlite/filing-queue.ts';
import { createMessageQueue } from '../../src/store/sqlite/message-queue.ts';
import { createReferences } from '../../src/store/sqlite/references.ts';
import { createStore } from '../../src/store/sqlite/store.ts';

export const tenant = '6b1c7a1e-2222-4222-8222-000000000001';
export const school = 'harrowmere';
export const databaseKey = 'ab'.repeat(32);

const oid = (n: number) => `6b1c7a1e-1111-4111-8111-0000000000${String(n).padStart(2, '0')}`;
const person = (n: number, name: string): Identity => ({ tenant, person: oid(n), name, door: 'tab' });

/** People of the tests: Daniel and Zoe teach, Priya leads, Tom is her deputy, Kayleigh leads the pastoral team; nobody has heard of the stranger. */
export const people = {
  daniel: person(1, 'Daniel Osei'),
  priya: person(2, 'Priya Raman'),
  tom: person(3, 'Tom Whitlock'),
  kayleigh: person(7, 'Kayleigh Marsh'),
  zoe: person(8, 'Zoe Lund'),
  stranger: person(99, 'Somebody New'),
} as const;

const child = (givenName: string, familyName: string, yearGroup: string, formGroup: string) => ({
  givenName,
  familyName,
  yearGroup,
  formGroup,
});

/** What a test's school is made of. */
export const schoolOfTests = {
  school,
  staff: [people.daniel, people.priya, people.tom, people.kayleigh, people.zoe].map(({ person: personId, name }) => ({
    personId,
    name,
  })),
  roles: [
    { personId: people.priya.person, personName: people.priya.name, role: 'dsl' as const },
    { personId: people.tom.person, personName: people.tom.name, role: 'deputy' as const },
    { personId: people.kayleigh.person, personName: people.kayleigh.name, role: 'pastoral-lead' as const },
  ],
  duty: { personId: people.priya.person, personName: people.priya.name, phone: '01632 960114' },
  pupils: [
    child('Ellie', 'Marsden', 'Year 7', '7B'),
    child('Mia', 'Hughes', 'Year 9', '9A'),
    child('Mia', 'Hughes', 'Year 9', '9D'),
    child('Jakub', "O'Brien-Łukasz", 'Year 8', '8C'),
  ],
};

export const newForm = (): string => randomBytes(16).toString('hex');

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined, security: () => undefined };

export interface KernelOptions {
  readonly folder?: string;
  /** Wraps the store, to break it. */
  readonly around?: (store: Store) => Store;
  readonly now?: () => string;
  readonly newId?: () => string;
  /** The tenant's schools beside the one that is made. */
  readonly otherSchools?: readonly string[];
  /** The authentication context that is asked for before anything leaves. */
  readonly stepUp?: string;
}

let last = 0;
/** The machine's time, no moment of it twice: an act takes less than a millisecond here, and what comes later is later. */
const laterEachTime = (): string => {
  last = Math.max(last + 1, Date.now());
  return new Date(last).toISOString();
};

/** The one way in and the one way to look, on any operational store, with the school of the tests in it. */
export async function kernelOn(inner: Store, options: Omit<KernelOptions, 'folder'> = {}) {
  const clock = { now: options.now ?? laterEachTime };
  const ids = { next: options.newId ?? newForm };
  const store = options.around?.(inner) ?? inner;
  const rules = composeRules(Object.values(areas));
  const actorOf = createActors(store, rightsRestOn, [school, ...(options.otherSchools ?? [])], clock);
  const parts = { store, rules, actorOf, clock, ids, log: quiet, stepUp: options.stepUp };
  const perform = createPerform(parts);
  const setUp = await perform(setUpSchool, setupIdentity(tenant), schoolOfTests, '0'.repeat(32));
  if (!setUp.ok) throw new Error(`the school could not be made: ${setUp.problem.code}`);
  return { store, perform, read: createRead(parts), clock, ids, rules, actorOf };
}

/** The kernel on a real encrypted database in a folder of its own. */
export async function startKernel(options: KernelOptions = {}) {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'lantern-'));
  const clock = { now: options.now ?? laterEachTime };
  const database = openDatabase(folder, databaseKey);
  const { store, journalEntries, actsAfter } = createStore(database.sqlite, recordTypes, clock);
  return {
    ...(await kernelOn(store, options)),
    folder,
    database,
    journalEntries,
    actsAfter,
    filing: createFilingQueue(database.sqlite, clock),
    messages: createMessageQueue(database.sqlite, clock),
    references: createReferences(database.sqlite, clock),
    channelReferences: createChannelReferences(database.sqlite),
    close: (keep?: 'keep') => {
      database.close();
      if (!keep) rmSync(folder, { recursive: true, force: true });
    },
  };
}
export type Kernel = Awaited<ReturnType<typeof startKernel>>;
