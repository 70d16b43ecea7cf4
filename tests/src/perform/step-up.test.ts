import { afterEach, expect, it } from 'vitest';
import type { Identity } from '../../../src/access/types.ts';
import { reportConcern } from '../../../src/areas/concerns/report-concern.ts';
import { takeConcern } from '../../../src/areas/concerns/take-concern.ts';
import { readConcern } from '../../../src/areas/concerns/views.ts';
import { createPerform } from '../../../src/perform/perform.ts';
import { createRead } from '../../../src/perform/read.ts';
import { newForm, people, startKernel, tenant, type Kernel } from '../../support/kernel.ts';

let kernel: Kernel | undefined;
afterEach(() => kernel?.close());

const typed = { who: 'Ellie Marsden', words: 'She had no coat.', safeNow: 'yes', when: 'just now' };
const proved: Identity = { ...people.priya, contexts: ['c1'] };

/** A concern, and the kernel’s two doors with one verb counted among those that leave Lantern. */
async function leaving(verb: string, audit: 'export' | 'print' | 'transfer') {
  const k = (kernel = await startKernel());
  const told = await k.perform(reportConcern, people.daniel, typed, newForm());
  const id = told.ok ? told.answer.concern : '';
  const rules = (asked: string) => (asked === verb ? { ...k.rules(verb), audit } : k.rules(asked));
  const log = { info() {}, warn() {}, error() {}, security() {} };
  const parts = { ...k, rules, log, stepUp: 'c1' };
  return { k, id, perform: createPerform(parts), read: createRead(parts) };
}
const last = (k: Kernel) => [...k.journalEntries(tenant)].at(-1);
const asksForProof = { ok: false, problem: { code: 'step-up', context: 'c1' } };

it('a look that leaves Lantern is refused and journalled until the person has proved it anew', async () => {
  const { k, id, read } = await leaving('read-concern', 'export');
  expect(await read(readConcern, people.priya, { id })).toEqual(asksForProof);
  expect(last(k)).toMatchObject({ act: 'read-concern', verb: 'deny', outcome: 'refused', fields: ['step-up'] });
  expect(await read(readConcern, proved, { id })).toMatchObject({ ok: true });
  expect(last(k)).toMatchObject({ act: 'read-concern', verb: 'export', outcome: 'shown' });
});

it('an act that leaves Lantern is not done until then, and then goes on under the same form', async () => {
  const { k, id, perform } = await leaving('take-concern', 'transfer');
  const form = newForm();
  expect(await perform(takeConcern, people.priya, { concern: id }, form)).toEqual(asksForProof);
  expect(last(k)).toMatchObject({ act: 'take-concern', verb: 'deny', fields: ['step-up'] });
  expect(await perform(takeConcern, proved, { concern: id }, form)).toMatchObject({ ok: true });
  expect(last(k)).toMatchObject({ act: 'take-concern', verb: 'transfer', outcome: 'done' });
});

it('whoever has no right hears what they always hear, and is not asked', async () => {
  const { id, perform, read } = await leaving('read-concern', 'print');
  expect(await read(readConcern, people.kayleigh, { id })).toEqual({ ok: false, problem: { code: 'not-found' } });
  expect(await perform(takeConcern, people.daniel, { concern: id }, newForm())).toMatchObject({
    problem: { code: 'not-found' },
  });
});
