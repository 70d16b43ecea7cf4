import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Identity } from '../../src/access/types.ts';
import { setupIdentity } from '../../src/access/actor.ts';
import { concernPaths } from '../../src/areas/concerns/contract.ts';
import { setUpSchool } from '../../src/areas/people/set-up-school.ts';
import { staffConcernPaths } from '../../src/areas/staff-concerns/contract.ts';
import { createPerform } from '../../src/perform/perform.ts';
import { createRead } from '../../src/perform/read.ts';
import { jsonOf } from '../../src/http/json-of.ts';
import { ofAreas } from '../support/all-routes.ts';
import { genuineClaims, sign } from '../support/entra-keys.ts';
import { newForm, people, school, schoolOfTests, startKernel, tenant, type Kernel } from '../support/kernel.ts';
import { recordedLog } from '../support/recorded-log.ts';
import { startTabApi, type TabApi } from '../support/tab-api.ts';

/** Nobody else is called so, and no other text holds them: a pupil, a colleague, a word of what was seen. */
const planted = { pupil: 'Zebulonquagmire', colleague: 'Wolfhartsnipe', word: 'plimsollbruise' } as const;
const told = Object.values(planted);
const head: Identity = { tenant, person: '6b1c7a1e-1111-4111-8111-000000000005', name: 'Margaret Eaves', door: 'tab' };

let kernel: Kernel;
let api: TabApi;
const { log, lines } = recordedLog();
/** Everything that came back beside the bodies of answers that somebody may have. */
const aside: string[] = [];
const refusals: string[] = [];
/** Addresses that were asked for. */
const addresses: string[] = [];
let answers = '';

async function ask(who: Identity, path: string, body?: object): Promise<Record<string, unknown>> {
  const claims = { ...genuineClaims(api.clock.seconds()), tid: tenant, oid: who.person, name: who.name };
  claims.iss = `https://login.microsoftonline.com/${tenant}/v2.0`;
  const answer = await fetch(api.origin + path, {
    method: body ? 'POST' : 'GET',
    headers: { authorization: `Bearer ${await sign(api.key, claims)}`, 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify({ form: newForm(), ...body }) }),
  });
  addresses.push(answer.url);
  aside.push(JSON.stringify([...answer.headers]), answer.url);
  const text = await answer.text();
  if (!answer.ok) refusals.push(text);
  else answers += text;
  return JSON.parse(text) as Record<string, unknown>;
}

beforeAll(async () => {
  kernel = await startKernel();
  const made = {
    ...{ school, duty: schoolOfTests.duty },
    staff: [
      { personId: head.person, name: head.name },
      { personId: '6b1c7a1e-1111-4111-8111-000000000044', name: `Ivo ${planted.colleague}` },
    ],
    roles: [{ personId: head.person, personName: head.name, role: 'head' }],
    pupils: [{ givenName: 'Ada', familyName: planted.pupil, yearGroup: 'Year 7', formGroup: '7B' }],
  };
  const setUp = await kernel.perform(setUpSchool, setupIdentity(tenant), made as never, newForm());
  if (!setUp.ok) throw new Error(setUp.problem.code);
  const parts = { ...kernel, log };
  api = await startTabApi({
    ...{ routes: Object.values(ofAreas).flat(), perform: createPerform(parts), read: jsonOf(createRead(parts)), log },
  });
  const child = {
    who: `Ada ${planted.pupil}`,
    words: `A ${planted.word} on her arm.`,
    safeNow: 'no',
    when: 'just now',
  };
  const adult = { about: 'adult', who: `Ivo ${planted.colleague}`, words: `He made a ${planted.word}.`, when: 'today' };
  const { concern } = await ask(people.daniel, concernPaths.reports, child);
  const matter = (await ask(people.daniel, staffConcernPaths.reports, adult))['id'];
  const at = (path: string, id: unknown) => path.replace(':id', String(id));
  await ask(people.priya, at(concernPaths.take, concern), {});
  await ask(people.priya, at(concernPaths.concern, concern));
  await ask(people.priya, concernPaths.search, { words: planted.pupil });
  await ask(people.priya, at(concernPaths.children, concern), { words: planted.pupil });
  await ask(people.priya, at(concernPaths.addenda, concern), { words: `More ${planted.word}.` });
  await ask(head, at(staffConcernPaths.one, matter));
  await ask(head, at(staffConcernPaths.take, matter), {});
  await ask(head, at(staffConcernPaths.notes, matter), { words: `Again the ${planted.word}.` });
  // What is wrong is not said back, and what is out of reach is not described.
  await ask(people.daniel, concernPaths.reports, { ...child, safeNow: planted.word, [planted.pupil]: planted.word });
  await ask(people.daniel, staffConcernPaths.reports, { ...adult, about: planted.colleague });
  await ask(people.zoe, at(concernPaths.concern, concern));
  await ask(people.priya, at(staffConcernPaths.one, matter));
  await ask(people.priya, at(concernPaths.take, concern), { [planted.pupil]: planted.word });
});
afterAll(async () => {
  await api.close();
  kernel.close();
});

const holding = (texts: readonly string[]) => texts.filter((text) => told.some((one) => text.includes(one)));
const column = (sql: string) => kernel.database.sqlite.prepare<[], string>(sql).pluck().all() as string[];

it('the names and the word were there, and whoever may read them read them', () => {
  for (const one of told) expect(answers).toContain(one);
  expect(refusals.length).toBeGreaterThanOrEqual(4);
});

it('no log says one of them, at any level', () => {
  expect(holding([...lines, ...api.lines].map((line) => JSON.stringify(line)))).toEqual([]);
});

it('no header and no address holds one, and no refusal says one back', () => {
  expect(addresses.length).toBeGreaterThan(12);
  expect(holding(aside)).toEqual([]);
  expect(holding(refusals)).toEqual([]);
});

it('no message that was sent, or waits, carries one', () => {
  const messages = column("select payload from outbox where channel = 'message'");
  expect(messages.length).toBeGreaterThanOrEqual(2);
  expect(holding(messages)).toEqual([]);
});

it('the journal holds none of them, nor what leads to its entries', () => {
  const entries = column(
    'select actor || act || verb || about || subjects || outcome || fields || digest from journal',
  );
  expect(entries.length).toBeGreaterThan(8);
  expect(holding([...entries, ...column('select word from journalWord')])).toEqual([]);
});
