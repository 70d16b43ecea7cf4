import { afterAll, beforeAll, expect, it } from 'vitest';
import { setupIdentity } from '../../src/access/actor.ts';
import type { Identity } from '../../src/access/types.ts';
import { watchedViews } from '../../src/areas/areas.ts';
import { addAddendum } from '../../src/areas/concerns/add-addendum.ts';
import { reportConcern } from '../../src/areas/concerns/report-concern.ts';
import { takeConcern } from '../../src/areas/concerns/take-concern.ts';
import { setUpSchool } from '../../src/areas/people/set-up-school.ts';
import { reportStaffConcern } from '../../src/areas/staff-concerns/report-staff-concern.ts';
import { createChanges } from '../../src/live/changes.ts';
import type { UseCase } from '../../src/perform/types.ts';
import { everyView, type AnyView } from '../support/inventory.ts';
import { newForm, people, school, schoolOfTests, startKernel, tenant, type Kernel } from '../support/kernel.ts';

const other = '6b1c7a1e-2222-4222-8222-0000000000ff';
const tenants = [tenant, other] as const;
/** Texts of a tenant: each says whose it is. */
const mark = { [tenant]: 'Alderqz', [other]: 'Birchqz' } as const;
const foreign = { [tenant]: mark[other], [other]: mark[tenant] } as const;
type Tenant = (typeof tenants)[number];

/** The same people with the same ids in both: nothing but the tenant tells them apart. */
const as = (of: Tenant, who: Identity): Identity => ({ ...who, tenant: of });
const head: Identity = { tenant, person: '6b1c7a1e-1111-4111-8111-000000000005', name: 'Margaret Eaves', door: 'tab' };
const rounds = 5;

let kernel: Kernel;
let views: readonly AnyView[];
const ids: Record<Tenant, string[]> = { [tenant]: [], [other]: [] };
const told: Record<Tenant, string[]> = { [tenant]: [], [other]: [] };

async function act<I, S, O>(useCase: UseCase<I, S, O>, who: Identity, input: unknown): Promise<O> {
  const result = await kernel.perform(useCase, who, input, newForm());
  if (!result.ok) throw new Error(`${useCase.verb}: ${result.problem.code}`);
  return result.answer;
}

/** Reports, takes and adds to it, and an adult: all of it in the words of the tenant. */
async function live(of: Tenant): Promise<void> {
  const word = mark[of];
  const child = { who: `${word} Marsden`, words: `${word} had no coat.`, safeNow: 'yes', when: 'just now' };
  const { concern } = await act(reportConcern, as(of, people.daniel), child);
  ids[of].push(concern);
  await act(takeConcern, as(of, people.priya), { concern });
  await act(addAddendum, as(of, people.daniel), { concern, words: `${word} came back.` });
  const adult = { about: 'adult', who: `${word} Lund`, words: `${word} drove alone.`, when: 'yesterday' };
  ids[of].push((await act(reportStaffConcern, as(of, people.daniel), adult)).id);
}

beforeAll(async () => {
  kernel = await startKernel();
  const word = (of: Tenant) => (name: string) => `${mark[of]} ${name}`;
  for (const of of tenants) {
    const named = word(of);
    const made = {
      school,
      staff: [
        ...schoolOfTests.staff.map((one) => ({ ...one, name: named(one.name) })),
        { personId: head.person, name: named('Eaves') },
      ],
      roles: [
        ...schoolOfTests.roles.map((one) => ({ ...one, personName: named(one.personName) })),
        { personId: head.person, personName: named('Eaves'), role: 'head' },
      ],
      duty: { ...schoolOfTests.duty, personName: named('Raman') },
      pupils: schoolOfTests.pupils.map((one) => ({ ...one, givenName: mark[of] })),
      agencies: [{ name: named('LADO'), kind: 'lado', phone: '01632 960000' }],
    };
    await act(setUpSchool, setupIdentity(of), made);
  }
  views = await everyView();
  const following = tenants.map((of) => {
    const changes = createChanges({ ...kernel, tenant: of, watched: watchedViews, clock: kernel.clock });
    for (const who of [people.priya, people.daniel, head])
      changes.follow(
        { identity: as(of, who), told: (names) => void told[of].push(...names), ended: () => undefined },
        0,
      );
    return changes;
  });
  for (const changes of following) await changes.turn();
  for (let n = 0; n < rounds; n++) {
    await Promise.all(tenants.map(live));
    await Promise.all(following.map((changes) => changes.turn()));
  }
  for (const changes of following) changes.close();
});
afterAll(() => kernel.close());

it('nobody is given a word or an id of the other tenant, in any view, while both go on', async () => {
  let [answers, own] = [0, 0];
  const asked = [
    {},
    { show: 'all' },
    ...[...ids[tenant], ...ids[other]].map((id) => ({ id })),
    { words: mark[tenant] },
    { words: mark[other] },
  ];
  const looks = tenants.flatMap((of) =>
    [people.priya, people.tom, people.kayleigh, people.daniel, head, people.stranger].map(async (who) => {
      for (const view of views) {
        const fitting = asked.filter(
          (params) => view.params.safeParse(params).success && view.verb !== 'look-at-proof',
        );
        for (const params of fitting) {
          const seen = await kernel.read(view, as(of, who), params);
          if (!seen.ok) continue;
          answers += 1;
          const { json } = seen.answer;
          if (json.includes(mark[of])) own += 1;
          const strange = [foreign[of], ...ids[of === tenant ? other : tenant]].filter((one) => json.includes(one));
          if (strange.length > 0) throw new Error(`${view.verb} shows ${who.name} of ${of} ${strange.join()}`);
        }
      }
    }),
  );
  await Promise.all([...looks, live(tenant), live(other)]);
  expect(answers).toBeGreaterThan(300);
  expect(own).toBeGreaterThan(100);
}, 60_000);

it('no act of one reaches a record of the other', async () => {
  for (const of of tenants) {
    const [strange = ''] = ids[of === tenant ? other : tenant];
    for (const who of [people.priya, people.daniel]) {
      const words = { concern: strange, words: 'Added from outside.' };
      expect(await kernel.perform(addAddendum, as(of, who), words, newForm())).toMatchObject({
        problem: { code: 'not-found' },
      });
    }
    expect(await kernel.perform(takeConcern, as(of, people.priya), { concern: strange }, newForm())).toMatchObject({
      problem: { code: 'not-found' },
    });
  }
});

it('no line of the journal and no message of one names a record of the other', () => {
  // An empty list of a child's concerns is told with the id that was asked for, whatever it is: it names what they said themselves.
  const rows = kernel.database.sqlite
    .prepare<[], { tenant: Tenant; line: string }>(
      `select tenant, actor || subjects || fields as line from journal where outcome <> 'refused' and act <> 'list-concerns-of-child' union all
       select tenant, payload || lane as line from outbox where channel = 'message'`,
    )
    .all();
  for (const of of tenants) {
    const [theirs, others] = [ids[of], ids[of === tenant ? other : tenant]];
    const lines = rows.filter((row) => row.tenant === of).map(({ line }) => line);
    expect(lines.filter((line) => theirs.some((id) => line.includes(id))).length).toBeGreaterThan(rounds);
    expect(lines.filter((line) => others.some((id) => line.includes(id)))).toEqual([]);
  }
});

it('nobody is told of a change in the other', () => {
  for (const of of tenants) {
    const named = told[of].filter((name) => name.includes('/')).map((name) => name.slice(name.indexOf('/') + 1));
    expect(named.filter((id) => ids[of].includes(id)).length).toBeGreaterThan(rounds);
    expect(named.filter((id) => ids[of === tenant ? other : tenant].includes(id))).toEqual([]);
  }
});
