import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Identity } from '../../src/access/types.ts';
import { concernPaths } from '../../src/areas/concerns/contract.ts';
import { reportConcern } from '../../src/areas/concerns/report-concern.ts';
import { journalPaths } from '../../src/areas/journal/contract.ts';
import { giveCase } from '../../src/areas/need-to-know/give-case.ts';
import { peoplePaths } from '../../src/areas/people/contract.ts';
import { jsonOf } from '../../src/http/json-of.ts';
import { createRead } from '../../src/perform/read.ts';
import { ofAreas } from '../support/all-routes.ts';
import { genuineClaims, sign } from '../support/entra-keys.ts';
import { newForm, people, startKernel, tenant, type Kernel } from '../support/kernel.ts';
import { recordedLog } from '../support/recorded-log.ts';
import { startTabApi, type TabApi } from '../support/tab-api.ts';

let kernel: Kernel;
let api: TabApi;
let concern: string;
let child: string;
beforeAll(async () => {
  kernel = await startKernel();
  const { log } = recordedLog();
  api = await startTabApi({
    routes: Object.values(ofAreas).flat(),
    read: jsonOf(createRead({ ...kernel, log, stepUp: 'c1' })),
  });
  const told = { who: 'Ellie Marsden', words: 'She had no coat.', safeNow: 'yes', when: 'just now' };
  const made = await kernel.perform(reportConcern, people.daniel, told, newForm());
  if (!made.ok) throw new Error(made.problem.code);
  concern = made.answer.concern;
  child = String(kernel.database.sqlite.prepare('select id from pupil order by familyName').pluck().get());
  const given = { concern, person: people.zoe.person, task: 'Watch her at lunch.', reason: 'She knows her.' };
  const gave = await kernel.perform(giveCase, people.priya, given, newForm());
  if (!gave.ok) throw new Error(gave.problem.code);
});
afterAll(async () => {
  await api.close();
  kernel.close();
});

async function ask(who: Identity, path: string, proved = true) {
  const claims = { ...genuineClaims(api.clock.seconds()), tid: tenant, oid: who.person, name: who.name };
  claims.iss = `https://login.microsoftonline.com/${tenant}/v2.0`;
  const token = await sign(api.key, { ...claims, ...(proved && { acrs: ['c1'] }) });
  const answer = await fetch(api.origin + path, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: '{}',
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}
const last = () => [...kernel.journalEntries(tenant)].at(-1);
const at = (path: string, id: string): string => path.replace(':id', id);

describe('what is printed', () => {
  it.each([
    ['print-concern', 'concern', () => at(concernPaths.print, concern), (): string[] => [concern]],
    ['print-child', 'pupil', () => at(peoplePaths.printChild, child), (): string[] => [child]],
    ['print-journal', 'journal', (): string => journalPaths.print, (): string[] => []],
  ] as const)(
    '%s: the journal says who and what before the answer, and the answer says no more',
    async (act, about, path, ids) => {
      const { status, body } = await ask(people.priya, path());
      const entry = last();
      expect(entry).toMatchObject({ act, verb: 'print', about, subjects: ids(), outcome: 'shown', door: 'tab' });
      expect(entry).toMatchObject({ actor: people.priya.person, rights: ['dsl'] });
      expect({ status, body }).toEqual({ status: 200, body: { at: expect.any(String) as string } });
      expect(Math.abs(Date.parse(String(body['at'])) - Date.parse(entry?.at ?? ''))).toBeLessThan(5_000);
    },
  );

  it('asks to be proved anew, and journals that it was refused', async () => {
    for (const path of [at(concernPaths.print, concern), at(peoplePaths.printChild, child), journalPaths.print]) {
      expect(await ask(people.priya, path, false)).toMatchObject({ status: 401, body: { code: 'step-up' } });
      expect(last()).toMatchObject({ verb: 'deny', outcome: 'refused', fields: ['step-up'], rights: [] });
    }
  });

  it('is for those who answer for it: not for its reporter, nor for whoever was given the case to read', async () => {
    for (const who of [people.daniel, people.zoe, people.kayleigh, people.stranger])
      for (const path of [at(concernPaths.print, concern), at(peoplePaths.printChild, child), journalPaths.print]) {
        expect(await ask(who, path), `${who.name} ${path}`).toMatchObject({ status: 404, body: { code: 'not-found' } });
        expect(last()).toMatchObject({ actor: who.person, verb: 'deny', outcome: 'refused' });
      }
    expect(await ask(people.tom, at(concernPaths.print, concern))).toMatchObject({ status: 200 });
    expect(await ask(people.tom, journalPaths.print)).toMatchObject({ status: 404 });
  });
});
