import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Identity } from '../../../src/access/types.ts';
import { watchedViews } from '../../../src/areas/areas.ts';
import { createAction } from '../../../src/areas/actions/create-action.ts';
import { addAddendum } from '../../../src/areas/concerns/add-addendum.ts';
import { escalateConcern } from '../../../src/areas/concerns/escalate-concern.ts';
import { markMisfiled } from '../../../src/areas/concerns/mark-misfiled.ts';
import { concern } from '../../../src/areas/concerns/record.ts';
import { reportConcern } from '../../../src/areas/concerns/report-concern.ts';
import { takeConcern } from '../../../src/areas/concerns/take-concern.ts';
import { triageConcern } from '../../../src/areas/concerns/triage-concern.ts';
import { declareConflict } from '../../../src/areas/need-to-know/declare-conflict.ts';
import { createChanges, type Changes } from '../../../src/live/changes.ts';
import { tellingOfFilings } from '../../../src/live/telling-of-filings.ts';
import { genuineClaims, sign } from '../../support/entra-keys.ts';
import { followEvents, type EventReader } from '../../support/event-reader.ts';
import { handSetClock, type HandSetClock } from '../../support/hand-set-clock.ts';
import { newForm, people, school, startKernel, tenant, type Kernel } from '../../support/kernel.ts';
import { startTabApi, type TabApi } from '../../support/tab-api.ts';

let kernel: Kernel;
let changes: Changes;
let api: TabApi;
let clock: HandSetClock;
let open: EventReader[];

beforeEach(async () => {
  kernel = await startKernel();
  clock = handSetClock();
  changes = createChanges({ ...kernel, tenant, watched: watchedViews, clock });
  api = await startTabApi({ follow: changes.follow });
  open = [];
  await changes.turn();
});
afterEach(async () => {
  for (const reader of open) reader.close();
  await api.close();
  kernel.close();
});

/** Follows from now on, or from before. What happened a moment ago would be told as well, so that moment passes first. */
async function follow(who: Identity, missed?: string): Promise<EventReader> {
  if (missed === undefined) clock.forward(10);
  const claims = { ...genuineClaims(api.clock.seconds()), oid: who.person, name: who.name };
  const reader = await followEvents(api.origin, `Bearer ${await sign(api.key, claims)}`, missed);
  open.push(reader);
  return reader;
}

async function reported(who = people.daniel): Promise<string> {
  const typed = { who: 'Ellie Marsden', words: 'She had no coat.', safeNow: 'yes', when: 'just now' };
  const result = await kernel.perform(reportConcern, who, typed, newForm());
  if (!result.ok) throw new Error(result.problem.code);
  return result.answer.concern;
}
const take = (concern: string) => kernel.perform(takeConcern, people.priya, { concern }, newForm());
async function childOf(id: string): Promise<string> {
  const row = await kernel.store.record(tenant, concern, id);
  return row?.childId ?? '';
}
/** Time for what should not come. */
const quiet = () => sleep(100);

it('tells leads of a concern that came, its reporter of their receipt, and others of nothing', async () => {
  const [priya, daniel, zoe, stranger] = [
    await follow(people.priya),
    await follow(people.daniel),
    await follow(people.zoe),
    await follow(people.stranger),
  ];
  const id = await reported();
  await changes.turn();
  await priya.hears('concerns', `concern/${id}`);
  await daniel.hears('reports');
  await quiet();
  const child = await childOf(id);
  expect(new Set(priya.heard)).toEqual(new Set(['concerns', `concern/${id}`, `child/${child}`]));
  expect(daniel.heard).toEqual(['reports']);
  expect([zoe.heard, stranger.heard]).toEqual([[], []]);
});

it('tells a reporter who took their concern, and not that a lead wrote something about it', async () => {
  const concern = await reported();
  await changes.turn();
  const daniel = await follow(people.daniel);
  const tom = await follow(people.tom);
  await kernel.perform(addAddendum, people.priya, { concern, words: 'Her sister says the same.' }, newForm());
  await kernel.perform(
    escalateConcern,
    people.priya,
    { concern, rev: 1, reason: 'Both of us should look.' },
    newForm(),
  );
  await changes.turn();
  await tom.hears('concerns', `concern/${concern}`);
  await quiet();
  expect(daniel.heard).toEqual([]);
  await take(concern);
  await changes.turn();
  await daniel.hears('reports');
});

it('tells whoever is given an action, and no teacher of the others’', async () => {
  const concern = await reported();
  await changes.turn();
  const [zoe, daniel] = [await follow(people.zoe), await follow(people.daniel)];
  const order = { what: 'Ring home', whatOutside: 'Please ring the family.', owner: people.zoe.person };
  const set = await kernel.perform(createAction, people.priya, { concern, ...order, priority: 'today' }, newForm());
  expect(set).toMatchObject({ ok: true });
  await changes.turn();
  await zoe.hears('actions');
  await quiet();
  expect(daniel.heard).toEqual([]);
});

it('tells whoever saw an entry that it is gone, when it turns out to be under the wrong child', async () => {
  const concern = await reported();
  const judged = { urgency: 'routine', reason: 'Seen.', parents: 'informed', levelOfNeed: '2-additional' };
  const passed = { ...judged, concern, rev: 1, outcome: 'route-pastoral', line: 'A friendly word at lunch.' };
  expect(await kernel.perform(triageConcern, people.priya, passed, newForm())).toMatchObject({ ok: true });
  await changes.turn();
  const [tom, kayleigh, zoe] = [await follow(people.tom), await follow(people.kayleigh), await follow(people.zoe)];
  const wrong = { concern, rev: 2, school, reason: 'She was away.', who: 'Somebody else' };
  expect(await kernel.perform(markMisfiled, people.priya, wrong, newForm())).toMatchObject({ ok: true });
  await changes.turn();
  await tom.hears('concerns', `concern/${concern}`);
  await kayleigh.hears('routed');
  await quiet();
  expect(zoe.heard).toEqual([]);
});

it('tells that SharePoint holds a concern', async () => {
  await reported();
  await changes.turn();
  const priya = await follow(people.priya);
  const queue = tellingOfFilings(kernel.filing, changes.filed);
  for (;;) {
    const tasks = await queue.claim(10, 60);
    if (tasks.length === 0) break;
    for (const task of tasks) await queue.confirm(task, { itemId: '1', etag: '"a,1"' });
  }
  await changes.turn();
  await priya.hears('concerns');
  expect(priya.heard.some((view) => view.startsWith('concern/'))).toBe(true);
});

it('says nothing more to somebody whose role was taken away, from the next word on', async () => {
  const priya = await follow(people.priya);
  const tom = await follow(people.tom);
  kernel.database.sqlite.prepare('delete from roleGrant where personId = ?').run(people.priya.person);
  await reported();
  await changes.turn();
  await tom.hears('concerns');
  await quiet();
  expect(priya.heard).toEqual([]);
});

it('ends with the token, and says nothing after it', async () => {
  const priya = await follow(people.priya);
  api.clock.forward(3_600 + 61);
  await reported();
  await changes.turn();
  await expect.poll(() => priya.ended()).toBe(true);
  expect(priya.heard).toEqual([]);
});

it('ends when Lantern shuts down, and takes nobody any more', async () => {
  const priya = await follow(people.priya);
  changes.close();
  await expect.poll(() => priya.ended()).toBe(true);
  expect((await follow(people.tom)).status).toBe(429);
});

it('tells who comes back what they missed, and after a long absence that it may be anything', async () => {
  clock.forward(10);
  const id = await reported();
  await changes.turn();
  clock.forward(30);
  expect((await follow(people.priya, '0')).heard).toEqual([]);
  await (await follow(people.priya, '31000')).hears('concerns', `concern/${id}`);
  await (await follow(people.priya, '9000000')).hears('*');
  await (await follow(people.priya, 'long')).hears('*');
});

it('takes six connections of one person, and as soon as one has ended another', async () => {
  const statuses: number[] = [];
  for (let i = 0; i < 7; i++) statuses.push((await follow(people.priya)).status);
  expect(statuses).toEqual([200, 200, 200, 200, 200, 200, 429]);
  expect((await follow(people.tom)).status).toBe(200);
  open[0]?.close();
  await expect.poll(async () => (await follow(people.priya)).status).toBe(200);
});

it('names no child, no person and no word in what goes out', async () => {
  const claims = { ...genuineClaims(api.clock.seconds()), oid: people.priya.person };
  const answer = await fetch(`${api.origin}/api/changes?missed=0`, {
    headers: { authorization: `Bearer ${await sign(api.key, claims)}` },
  });
  expect(answer.headers.get('content-type')).toContain('text/event-stream');
  expect(answer.headers.get('cache-control')).toBe('no-store');
  const id = await reported();
  await changes.turn();
  const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  while (!text.includes(id)) text += (await reader.read()).value ?? '';
  expect(text).toMatch(/^data: \{"views":\[\]\}\n\ndata: \{"views":\[("[a-z]+(\/[0-9a-f]{32})?",?)+\]\}\n\n$/);
  await reader.cancel();
});

it('has everything fetched anew by whoever is kept from a child, and nothing by anybody else who is not told of it', async () => {
  const concern = await reported();
  await changes.turn();
  const [kept, teacher] = [await follow(people.priya), await follow(people.zoe)];
  const said = { school, person: people.priya.person, child: await childOf(concern) };
  const why = { conflict: 'own-child', reason: 'Her daughter.' };
  expect(await kernel.perform(declareConflict, people.tom, { ...said, ...why }, newForm())).toMatchObject({ ok: true });
  await changes.turn();
  await kept.hears('*');
  await quiet();
  expect(teacher.heard).toEqual([]);
});
