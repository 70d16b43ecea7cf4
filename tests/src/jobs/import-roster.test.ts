import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rosterIdentity } from '../../../src/access/actor.ts';
import { listActionOwners } from '../../../src/areas/actions/views.ts';
import { handOverConcern } from '../../../src/areas/concerns/hand-over-concern.ts';
import { listCandidates, listConcerns } from '../../../src/areas/concerns/views.ts';
import { reportConcern } from '../../../src/areas/concerns/report-concern.ts';
import type { PlannedAnswer, RosterProgress } from '../../../src/areas/people/contract.ts';
import { importRoster as importBatch, rosterLane } from '../../../src/areas/people/import-roster.ts';
import { leadsOfSchool, pupilsOfSchool, staffOfSchool, type StaffOfSchool } from '../../../src/areas/people/queries.ts';
import type { RosterFile } from '../../../src/areas/people/roster/rows.ts';
import { importRoster } from '../../../src/jobs/import-roster.ts';
import { rosterOfFiles } from '../../../src/jobs/roster-of-files.ts';
import { manyPupils, ukRoster, type InventedPupil } from '../../support/roster-files.ts';
import { newForm, people, school, schoolOfTests, startKernel, tenant, type Kernel } from '../../support/kernel.ts';

let kernel: Kernel;
beforeAll(async () => {
  kernel = await startKernel();
});
afterAll(() => kernel.close());

const command = rosterIdentity(tenant);
async function bring(files: readonly RosterFile[], over: { apply?: boolean; confirmed?: boolean } = {}, who = command) {
  const read = rosterOfFiles(files, 'Harrowmere');
  if (!read.ok) throw new Error(read.why);
  const order = { roster: read.roster, school, apply: true, confirmed: true, ...over };
  const progress: RosterProgress[] = [];
  const result = await importRoster(kernel, who, order, (told) => progress.push(told));
  return { result, progress };
}
function answered({ result }: Awaited<ReturnType<typeof bring>>) {
  if (!result.ok) throw new Error(result.problem.code);
  return result.answer;
}
const changes = ({ counts }: PlannedAnswer) =>
  Object.values(counts).reduce((sum, { created, changed, left }) => sum + created + changed + left, 0);
const roll = async () =>
  (await kernel.store.rows(tenant, pupilsOfSchool as never, { school })) as Record<string, string | null>[];

/** The children of the tests' school, as a roster would name them. */
const known: readonly InventedPupil[] = schoolOfTests.pupils.map(({ givenName, familyName, formGroup }, n) => ({
  ...{ id: `h${n}`, given: givenName, family: familyName, born: `2013-01-0${n + 1}` },
  ...{ year: String(parseInt(formGroup)), form: formGroup },
}));

describe('a roster that is brought in', () => {
  it('finds the children whom the school entered itself, and changes nothing the second time', async () => {
    const { counts, faults } = answered(await bring(ukRoster(known)));
    expect(counts.pupil).toEqual({ created: 0, changed: 4, left: 0, unchanged: 0 });
    expect(faults).toEqual([]);
    const again = await bring(ukRoster(known));
    expect(changes(answered(again))).toBe(0);
    expect(again.progress).toEqual([]);
  });

  it('keeps a child findable under a former name, and one who left behind those on the roll', async () => {
    const [ellie, ...others] = known;
    if (!ellie) throw new Error('no child');
    await bring(ukRoster([{ ...ellie, family: 'Hartley' }, ...others]));
    const by = async (who: string) => {
      const typed = { who, words: 'She had no coat.', safeNow: 'yes', when: 'now' };
      const reported = await kernel.perform(reportConcern, people.daniel, typed, newForm());
      return reported.ok ? reported.answer : undefined;
    };
    expect((await by('Ellie Marsden'))?.childState).toBe('resolved');
    expect((await by('Ellie Hartley'))?.childState).toBe('resolved');

    await bring(ukRoster(others));
    expect(await roll()).toHaveLength(4);
    const unsure = await by('Ellie Marsden');
    expect(unsure?.childState).toBe('unresolved');
    const offered = await kernel.read(listCandidates, people.priya, { id: unsure?.concern });
    expect(offered.ok && offered.answer.answer.items).toMatchObject([{ name: 'Ellie Hartley', yearGroup: 'Has left' }]);
  });

  it('is only looked at where nobody said to apply it', async () => {
    const before = await roll();
    const looked = answered(await bring(ukRoster(known), { apply: false }));
    expect(looked).toMatchObject({ state: 'ready', counts: { pupil: { changed: 1 } } });
    expect(looked.samples).toMatchObject([{ kind: 'returner', name: 'Ellie Marsden' }]);
    expect(await roll()).toEqual(before);
  });

  it('may be brought by those who keep the lists, and is not found by anybody else', async () => {
    expect((await bring(ukRoster(known), {}, people.priya)).result.ok).toBe(true);
    for (const who of [people.tom, people.daniel, people.stranger])
      expect((await bring(ukRoster(known), {}, who)).result).toMatchObject({
        ok: false,
        problem: { code: 'not-found' },
      });
  });

  it('reaches no record of another school, and none that has changed meanwhile', async () => {
    const [one] = await roll();
    const change = { kind: 'update', record: 'pupil', id: one?.['id'], rev: 99, values: { formGroup: '9Z' } };
    const batch = (of: string) =>
      kernel.perform(importBatch, people.priya, { school: of, changes: [change] }, newForm());
    expect(await batch(school)).toMatchObject({ problem: { code: 'changed-meanwhile' } });
    expect(await batch('another')).toMatchObject({ problem: { code: 'not-found' } });
  });

  it('holds nothing that is no field of the record', async () => {
    for (const values of [{ reporterId: 'x' }, { familyName: null }, { leftAt: 'yesterday' }]) {
      const { id, rev } = (await roll())[0] as unknown as { id: string; rev: number };
      const changes = [{ kind: 'update', record: 'pupil', id, rev, values }];
      expect(await kernel.perform(importBatch, command, { school, changes }, newForm())).toMatchObject({
        problem: { code: 'invalid-input' },
      });
    }
  });
});

describe('a deputy whom the roster no longer names', () => {
  const setLeft = async (leftAt: string | null) => {
    const staff = (await kernel.store.rows(tenant, staffOfSchool as never, { school })) as readonly StaffOfSchool[];
    const tom = staff.find(({ personId }) => personId === people.tom.person);
    const changes = [{ kind: 'update', record: 'staffMember', id: tom?.id, rev: tom?.rev, values: { leftAt } }];
    const done = await kernel.perform(importBatch, command, { school, changes }, newForm());
    if (!done.ok) throw new Error(done.problem.code);
  };
  const sees = async () => (await kernel.read(listConcerns, people.tom, {})).ok;
  const leads = async () =>
    (
      (await kernel.store.rows(tenant, leadsOfSchool as never, { school, today: '2026-11-26' })) as {
        personId: string;
      }[]
    ).map(({ personId }) => personId);
  const report = { who: 'Ellie Marsden', words: 'She had no coat.', safeNow: 'yes', when: 'now' };

  it('sees no concern from that moment, is told of none, may still report, and is a deputy again on coming back', async () => {
    expect(await sees()).toBe(true);
    await setLeft('2026-12-10T08:05:00.000Z');
    expect(await sees()).toBe(false);
    expect(await leads()).toEqual([people.priya.person]);
    const reported = await kernel.perform(reportConcern, people.daniel, report, newForm());
    const about = reported.ok ? reported.answer.concern : '';
    const owners = await kernel.read(listActionOwners, people.priya, { id: about });
    expect(JSON.stringify(owners)).not.toContain(people.tom.name);
    const handed = { concern: about, rev: 1, to: people.tom.person, reason: 'Away tomorrow.' };
    expect(await kernel.perform(handOverConcern, people.priya, handed, newForm())).toMatchObject({ ok: false });
    expect((await kernel.perform(reportConcern, people.tom, report, newForm())).ok).toBe(true);
    await setLeft(null);
    expect(await sees()).toBe(true);
    expect(await leads()).toContain(people.tom.person);
  });
});

describe('ten thousand children', () => {
  const files = ukRoster([...known, ...manyPupils(10_000)]);

  it('come in within half a minute, with progress, and change nothing the second time', async () => {
    const begun = performance.now();
    const { counts } = answered(await bring(files));
    expect(performance.now() - begun).toBeLessThan(30_000);
    expect(counts.pupil.created).toBe(10_000);
    expect(changes(answered(await bring(files)))).toBe(0);
  }, 60_000);

  it('do not stand in the way of a concern: it is filed next', async () => {
    const typed = { who: 'Mia', words: 'A bruise.', safeNow: 'yes', when: 'now' };
    await kernel.perform(reportConcern, people.daniel, typed, newForm());
    const filed: string[] = [];
    const finish = async () => {
      const [task] = await kernel.filing.claim(1, 60);
      if (task) filed.push(task.payload.record);
      if (task) await kernel.filing.confirm(task, { itemId: '1' });
      return task && task.lane !== rosterLane;
    };
    while (await finish());
    const waiting = kernel.database.sqlite.prepare(
      `select count(*) as n from outbox where channel = 'sharepoint' and payload ->> 'record' = 'concern'`,
    );
    expect(waiting.get()).toEqual({ n: 0 });
    expect(filed.indexOf('concern')).toBeGreaterThanOrEqual(0);
    expect(filed.at(-1)).toBe('pupil');
  });

  it('are made once when two people bring the same roster at the same moment', async () => {
    const more = ukRoster([...known, ...manyPupils(10_300)]);
    const before = (await roll()).length;
    const both = await Promise.all([bring(more), bring(more, {}, people.priya)]);
    for (const { result } of both) expect(result.ok).toBe(true);
    expect((await roll()).length - before).toBe(300);
    expect(changes(answered(await bring(more)))).toBe(0);
  }, 60_000);

  it('tell how far they are', async () => {
    const { progress } = await bring(ukRoster([...known, ...manyPupils(10_900)]));
    expect(progress.map(({ done }) => done)).toEqual([250, 500, 600]);
    expect(progress.at(-1)).toEqual({ done: 600, of: 600 });
  });
});
