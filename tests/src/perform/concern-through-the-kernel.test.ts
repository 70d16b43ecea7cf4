import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { reportConcern } from '../../../src/areas/concerns/report-concern.ts';
import { resolveChild } from '../../../src/areas/concerns/resolve-child.ts';
import { takeConcern } from '../../../src/areas/concerns/take-concern.ts';
import {
  listCandidates,
  listConcerns,
  listOwnReports,
  readAlert,
  readChildName,
  readConcern,
} from '../../../src/areas/concerns/views.ts';
import { verifyChain } from '../../../src/journal/chain.ts';
import { newForm, people, startKernel, tenant, type Kernel } from '../../support/kernel.ts';

const words = 'She said “Uncle Ray gets angry when Mum is out.”';
const report = (over: object = {}) => ({
  who: 'Ellie Marsden 7B',
  words,
  safeNow: 'not-sure',
  when: 'just now',
  ...over,
});

let kernel: Kernel;
beforeEach(async () => {
  kernel = await startKernel();
});
afterEach(() => kernel.close());

async function reported(over: object = {}, who = people.daniel) {
  const result = await kernel.perform(reportConcern, who, report(over), newForm());
  if (!result.ok) throw new Error(result.problem.code);
  return result.answer;
}

const answerOf = <O>(result: { ok: true; answer: { answer: O } } | { ok: false }): O => {
  if (!result.ok) throw new Error('refused');
  return result.answer.answer;
};

describe('a concern', () => {
  it('is received with a reference, settled on the one child who fits, and urgent today when safety is not sure', async () => {
    const receipt = await reported();
    expect(receipt.ref).toMatch(/^C-\d{4}-0001$/);
    const shown = answerOf(await kernel.read(readConcern, people.priya, { id: receipt.concern }));
    expect(shown).toMatchObject({
      child: 'Ellie Marsden',
      childState: 'resolved',
      yearGroup: 'Year 7',
      urgency: 'urgent-today',
      words,
      reporterName: 'Daniel Osei',
      filed: 'received',
      abilities: { take: true, resolve: false },
    });
  });

  it('stays unsettled when two children bear the name, and offers both to its reporter', async () => {
    const receipt = await reported({ who: 'Mia Hughes' });
    expect(receipt.childState).toBe('unresolved');
    const { items } = answerOf(await kernel.read(listCandidates, people.daniel, { id: receipt.concern }));
    expect(items.map((child) => child.formGroup).sort()).toEqual(['9A', '9D']);
    const chosen = items.find((child) => child.formGroup === '9D');
    const settled = await kernel.perform(
      resolveChild,
      people.daniel,
      { concern: receipt.concern, child: chosen?.id },
      newForm(),
    );
    expect(settled).toEqual({ ok: true, answer: { childState: 'resolved' } });
    expect(answerOf(await kernel.read(readChildName, people.priya, { id: receipt.concern })).child).toBe('Mia Hughes');
    // Once it is settled the roll is closed to the reporter again.
    expect(await kernel.read(listCandidates, people.daniel, { id: receipt.concern })).toMatchObject({
      problem: { code: 'not-found' },
    });
  });

  it('is taken by the duty lead, and its reporter reads so; a second taking is told that it is done', async () => {
    const { concern } = await reported();
    expect(await kernel.perform(takeConcern, people.priya, { concern }, newForm())).toMatchObject({ ok: true });
    expect(answerOf(await kernel.read(listOwnReports, people.daniel, {})).items[0]?.state).toBe('With Priya Raman');
    expect(await kernel.perform(takeConcern, people.tom, { concern }, newForm())).toMatchObject({
      problem: { code: 'already-done' },
    });
  });

  it('does not exist for another teacher, nor for its own reporter beyond the receipt', async () => {
    const { concern } = await reported();
    for (const person of [people.zoe, people.daniel, people.stranger]) {
      for (const view of [readConcern, readAlert, readChildName]) {
        expect(await kernel.read(view as typeof readAlert, person, { id: concern })).toMatchObject({
          problem: { code: 'not-found' },
        });
      }
      expect(await kernel.read(listConcerns, person, {})).toMatchObject({ problem: { code: 'not-found' } });
      expect(await kernel.perform(takeConcern, person, { concern }, newForm())).toMatchObject({
        problem: { code: 'not-found' },
      });
    }
    expect(answerOf(await kernel.read(listOwnReports, people.zoe, {})).items).toEqual([]);
  });

  it('journals each act, look and refusal in one intact chain without a name or a word of it', async () => {
    const { concern } = await reported();
    await kernel.read(readConcern, people.priya, { id: concern });
    await kernel.read(readConcern, people.zoe, { id: concern });
    const entries = [...kernel.journalEntries(tenant)];
    expect(entries.map(({ act, verb, outcome }) => `${act} ${verb} ${outcome}`)).toEqual([
      'set-up-school config-change done',
      'report-concern create done',
      'read-concern read shown',
      'read-concern deny refused',
    ]);
    expect(verifyChain(entries)).toMatchObject({ intact: true, head: { n: 4 } });
    expect(JSON.stringify(entries)).not.toMatch(/Ellie|Marsden|Uncle|Daniel/);
  });
});
