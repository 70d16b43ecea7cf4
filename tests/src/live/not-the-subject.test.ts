import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { setupIdentity } from '../../../src/access/actor.ts';
import type { GrantedRole, Identity } from '../../../src/access/types.ts';
import { watchedViews } from '../../../src/areas/areas.ts';
import { addAddendum } from '../../../src/areas/concerns/add-addendum.ts';
import { addPerson } from '../../../src/areas/concerns/add-person.ts';
import { reportConcern } from '../../../src/areas/concerns/report-concern.ts';
import { takeConcern } from '../../../src/areas/concerns/take-concern.ts';
import { declareConflict } from '../../../src/areas/need-to-know/declare-conflict.ts';
import { setUpSchool } from '../../../src/areas/people/set-up-school.ts';
import { addStaffNote } from '../../../src/areas/staff-concerns/add-staff-note.ts';
import { judgeStaffConcern } from '../../../src/areas/staff-concerns/judge-staff-concern.ts';
import { reportStaffConcern } from '../../../src/areas/staff-concerns/report-staff-concern.ts';
import { takeStaffConcern } from '../../../src/areas/staff-concerns/take-staff-concern.ts';
import { createChanges, type Changes } from '../../../src/live/changes.ts';
import { tellingOfFilings } from '../../../src/live/telling-of-filings.ts';
import type { UseCase } from '../../../src/perform/types.ts';
import { genuineClaims, sign } from '../../support/entra-keys.ts';
import { followEvents, type EventReader } from '../../support/event-reader.ts';
import { handSetClock, type HandSetClock } from '../../support/hand-set-clock.ts';
import { newForm, people, school, schoolOfTests, startKernel, tenant, type Kernel } from '../../support/kernel.ts';
import { startTabApi, type TabApi } from '../../support/tab-api.ts';

const somebody = (n: number, name: string): Identity => ({
  tenant,
  person: `6b1c7a1e-1111-4111-8111-0000000000${n}`,
  name,
  door: 'tab',
});
const margaret = somebody(30, 'Margaret Eaves');
const alan = somebody(31, 'Alan Fairweather');
const leila = somebody(32, 'Leila Novak');
const { priya, tom, zoe, daniel, kayleigh, stranger } = people;

let kernel: Kernel;
let changes: Changes;
let api: TabApi;
let clock: HandSetClock;
let open: EventReader[];

beforeEach(async () => {
  kernel = await startKernel();
  clock = handSetClock();
  const held = (who: Identity, role: GrantedRole) => ({ personId: who.person, personName: who.name, role });
  const made = {
    ...{ school, duty: schoolOfTests.duty, pupils: [] },
    staff: [margaret, leila].map(({ person: personId, name }) => ({ personId, name })),
    roles: [held(margaret, 'head'), held(alan, 'chair-of-governors'), held(leila, 'tenant-admin')],
  };
  expect(await kernel.perform(setUpSchool, setupIdentity(tenant), made, newForm())).toMatchObject({ ok: true });
  changes = createChanges({ ...kernel, tenant, watched: watchedViews, clock });
  api = await startTabApi({ follow: changes.follow });
  open = [];
  // What made the school is filed, and told of, before anybody follows.
  await file();
  await changes.turn();
});
afterEach(async () => {
  for (const reader of open) reader.close();
  await api.close();
  kernel.close();
});

/** A stream over HTTP, from now on. */
async function follow(who: Identity): Promise<EventReader> {
  clock.forward(10);
  const claims = { ...genuineClaims(api.clock.seconds()), oid: who.person, name: who.name };
  const reader = await followEvents(api.origin, `Bearer ${await sign(api.key, claims)}`);
  expect(reader.status).toBe(200);
  open.push(reader);
  return reader;
}

async function act<I, S, O>(useCase: UseCase<I, S, O>, who: Identity, input: I): Promise<O> {
  const result = await kernel.perform(useCase, who, input, newForm());
  if (!result.ok) throw new Error(`${useCase.verb}: ${result.problem.fields?.[0]?.message ?? result.problem.code}`);
  return result.answer;
}
/** Everything that waits comes into SharePoint, which is told as well. */
async function file(): Promise<void> {
  const queue = tellingOfFilings(kernel.filing, changes.filed);
  for (;;) {
    const tasks = await queue.claim(10, 60);
    if (tasks.length === 0) return;
    for (const task of tasks) await queue.confirm(task, { itemId: '1', etag: '"a,1"' });
  }
}
/** One look at what has changed, and time for what should not come. */
async function turn(): Promise<void> {
  await changes.turn();
  await sleep(100);
}

describe('a concern about an adult, with their own stream open', () => {
  it.each([
    ['a teacher', zoe, 'Zoe Lund'],
    ['the safeguarding lead', priya, 'Priya Raman'],
    ['who keeps Lantern in order', leila, 'Leila Novak'],
  ])('is not heard of by %s whom it is about, nor by anybody but who manages it', async (_who, subject, name) => {
    const heads = await follow(margaret);
    const theirs = await follow(subject);
    const others = await Promise.all([tom, kayleigh, alan, stranger].map(follow));
    const told = async (what: () => Promise<unknown>) => {
      heads.heard.length = 0;
      await what();
      await turn();
      await heads.hears('staff-concerns');
    };
    let id = '';
    const typed = { about: 'adult' as const, who: name, words: 'I saw it at the gate.', when: 'today 8:15' };
    await told(async () => ({ id } = await act(reportStaffConcern, daniel, typed)));
    await told(() => act(takeStaffConcern, margaret, { concern: id, rev: 1 }));
    expect(heads.heard).toContain(`staff-concern/${id}`);
    const judged = { kind: 'low-level', lado: 'not-needed', reason: 'A word was enough.' } as const;
    await told(() => act(judgeStaffConcern, margaret, { concern: id, rev: 2, ...judged }));
    await told(file);
    heads.heard.length = 0;
    await act(addStaffNote, margaret, { concern: id, words: 'Spoken to on Monday.' });
    await turn();
    await heads.hears(`staff-concern/${id}`);
    expect(theirs.heard).toEqual([]);
    expect(others.map(({ heard }) => heard)).toEqual(others.map(() => []));
    // The stream was open all the while: what is theirs to hear comes.
    expect(theirs.ended()).toBe(false);
    const ordinary = { who: 'Mia Hughes', words: 'No coat.', safeNow: 'yes' as const, when: 'just now' };
    await act(reportConcern, subject, ordinary);
    await turn();
    await theirs.hears('reports');
  });

  it('that is about the head goes to the chair’s stream, and the head’s stays silent', async () => {
    const [chairs, heads] = [await follow(alan), await follow(margaret)];
    const typed = { about: 'head' as const, who: 'Margaret Eaves', words: 'I saw it.', when: 'today 8:15' };
    const { id } = await act(reportStaffConcern, daniel, typed);
    await turn();
    await chairs.hears('staff-concerns', `staff-concern/${id}`);
    expect(heads.heard).toEqual([]);
  });
});

describe('a child from whom a lead is kept', () => {
  /** That what he himself may see has changed: he is told that of the conflict, and whatever he has open is fetched anew. */
  const ofHimself: readonly string[] = ['*', 'need-to-know'];
  const report = async (who: string) =>
    (await act(reportConcern, daniel, { who, words: 'No coat.', safeNow: 'yes', when: 'just now' })).concern;
  const childOf = (concern: string) =>
    kernel.database.sqlite.prepare('select childId from concern where id = ?').pluck().get(concern) as string;
  const keepTom = (child: string) =>
    act(declareConflict, priya, {
      ...{ school, person: tom.person, child, conflict: 'own-child' as const },
      reason: 'His own daughter.',
    });
  const pupil = (name: string) =>
    kernel.database.sqlite
      .prepare("select id from pupil where givenName || ' ' || familyName = ?")
      .pluck()
      .get(name) as string;

  it('is not heard of from the moment the conflict is declared, though the stream was open before', async () => {
    const concern = await report('Ellie Marsden');
    await turn();
    const [toms, priyas] = [await follow(tom), await follow(priya)];
    await act(addAddendum, priya, { concern, words: 'Her sister says the same.' });
    await turn();
    await toms.hears('concerns', `concern/${concern}`);

    await keepTom(childOf(concern));
    await turn();
    // That something concerns himself, and nothing of whom it is about: all of his screens are fetched anew.
    await toms.hears('*');
    await file();
    await turn();
    toms.heard.length = 0;
    priyas.heard.length = 0;
    await act(takeConcern, priya, { concern });
    const next = await report('Ellie Marsden');
    await file();
    await turn();
    await priyas.hears('concerns', `concern/${concern}`, `concern/${next}`);
    expect(toms.heard).toEqual([]);
    // Of another child he goes on hearing.
    const other = await report('Jakub O’Brien-Łukasz');
    await turn();
    await toms.hears('concerns', `concern/${other}`);
    expect(toms.heard.filter((view) => view.includes(concern) || view.includes(next))).toEqual([]);
  });

  it('is not heard of by the very turn that tells of an act of before the conflict', async () => {
    const concern = await report('Ellie Marsden');
    await turn();
    const toms = await follow(tom);
    await act(addAddendum, priya, { concern, words: 'Her sister says the same.' });
    await keepTom(childOf(concern));
    await turn();
    expect(toms.heard.filter((view) => !ofHimself.includes(view))).toEqual([]);
  });

  it('is not heard of where another child’s concern comes to name them', async () => {
    await keepTom(pupil('Ellie Marsden'));
    const concern = await report('Jakub O’Brien-Łukasz');
    await turn();
    const [toms, priyas] = [await follow(tom), await follow(priya)];
    await act(addPerson, priya, { concern, pupil: pupil('Ellie Marsden'), role: 'sibling' });
    await act(addAddendum, priya, { concern, words: 'They sat together.' });
    await turn();
    await priyas.hears(`concern/${concern}`);
    expect(toms.heard).toEqual([]);
  });

  it('is not heard of by who comes back and asks what they missed', async () => {
    clock.forward(10);
    const concern = await report('Ellie Marsden');
    await turn();
    await keepTom(childOf(concern));
    await turn();
    const missed = async (who: Identity) => {
      const claims = { ...genuineClaims(api.clock.seconds()), oid: who.person, name: who.name };
      const reader = await followEvents(api.origin, `Bearer ${await sign(api.key, claims)}`, '6000');
      open.push(reader);
      return reader;
    };
    clock.forward(5);
    const [toms, priyas] = [await missed(tom), await missed(priya)];
    await priyas.hears(`concern/${concern}`);
    await sleep(100);
    expect(toms.heard.filter((view) => !ofHimself.includes(view))).toEqual([]);
  });
});
