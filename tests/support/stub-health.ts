import type { Express } from 'express';
import { serveStubJournal } from './stub-journal.ts';
import { settingsPaths, type HealthDesk, type HealthLine } from '../../src/areas/settings/contract.ts';

/** What a test says of Lantern's health; nothing at all before the first examination. */
export interface StubHealth {
  /** Found by the next examination, and by each after it. */
  lines?: readonly HealthLine[];
  /** Keeps an examination going until it is taken away. */
  held?: boolean;
  /** The examination that goes on breaks off. */
  breaks?: boolean;
  /** Without a minute's rest after an examination. */
  restless?: boolean;
}

const hand = 'By hand, once: site settings, regional settings, (UTC).';
const school = 'harrowmere';

/** What a doctor says of a Lantern with two faults and a warning. */
export const poorHealth: readonly HealthLine[] = [
  { check: 'address', state: 'ok', says: 'Lantern answers at https://lantern.kestrelvale.example.' },
  { check: 'node', state: 'ok', says: 'Node 22.12.0.' },
  { check: 'database', state: 'ok', says: 'The operational store (SQLite) is open and answers.' },
  {
    ...{ check: 'backup', state: 'warning', says: 'There is no backup in the usual place.' },
    mend: 'npm run backup, once a day from the machine’s own scheduler.',
  },
  { check: 'api-sign-in', state: 'ok', says: 'Entra gives the API a token.' },
  { check: 'site', state: 'ok', school, says: 'The site /sites/harrowmere-safeguarding is there.' },
  {
    ...{ check: 'lists', state: 'fault', school, says: 'Lists are missing: “Agencies”, “Concern addenda”.' },
    mend: 'npm run provision under the one-off identity, or npm run doctor -- --fix.',
  },
  {
    ...{ check: 'columns', state: 'ok', school: 'brackenfold' },
    says: `All columns are there, ${'alsoThisOneWithoutAnyBreak'.repeat(8)} among them.`,
  },
  { check: 'time-zone', state: 'unseen', school, says: 'Graph does not show the time zone of the site.', mend: hand },
  {
    ...{ check: 'telephone', state: 'fault', school: 'brackenfold' },
    says: 'Who is on duty at Brackenfold Primary has no telephone number that can be dialled.',
    mend: 'Correct the number of who is on duty (the list “Duty”): it is shown to whoever reports a danger.',
  },
];

/** Lantern's health from memory: an examination ends at the next asking, unless the test holds it. */
export function serveStubHealth(app: Express, stub: StubHealth): void {
  let begun: number | undefined;
  let running = false;
  let found: HealthDesk['health'];
  let brokeOffAt: string | undefined;
  const schools = [
    { id: school, name: 'Harrowmere Academy' },
    { id: 'brackenfold', name: 'Brackenfold Primary' },
  ];
  const answer = (): HealthDesk => ({
    ...{ now: new Date().toISOString(), schools },
    ...(found && { health: found }),
    ...(running && begun !== undefined && { running: { since: new Date(begun).toISOString() } }),
    ...(brokeOffAt !== undefined && { brokeOffAt }),
    ...(begun !== undefined && !stub.restless && { againAt: new Date(begun + 60_000).toISOString() }),
  });
  // Lantern's own matters too.
  serveStubJournal(app);
  app.get(settingsPaths.health, (_request, response) => {
    if (running && !stub.held) {
      running = false;
      if (stub.breaks) brokeOffAt = new Date().toISOString();
      else found = { at: new Date().toISOString(), lines: stub.lines ?? poorHealth };
    }
    response.json(answer());
  });
  app.post(settingsPaths.health, (_request, response) => {
    if (!running) begun = Date.now();
    running = true;
    brokeOffAt = undefined;
    response.json(answer());
  });
}
