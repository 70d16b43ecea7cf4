import { afterEach, beforeEach, expect, it } from 'vitest';
import { concernPaths, type ReportReceipt } from '../../../src/areas/concerns/contract.ts';
import { concernRoutes } from '../../../src/areas/concerns/routes.ts';
import { resolveChild } from '../../../src/areas/concerns/resolve-child.ts';
import { listCandidates } from '../../../src/areas/concerns/views.ts';
import type { ActRoute } from '../../../src/http/route.ts';
import type { Identity } from '../../../src/access/types.ts';
import { newForm, people, startKernel, type Kernel } from '../../support/kernel.ts';

let kernel: Kernel;
beforeEach(async () => {
  kernel = await startKernel();
});
afterEach(() => kernel.close());

const route = concernRoutes(() => Promise.reject(new Error('not asked here'))).find(
  ({ method, path }) => method === 'post' && path === concernPaths.reports,
) as ActRoute;

/** Sends a body as the tab does, through the route's own reading of it. */
async function report(who: Identity, name: string, form = newForm()): Promise<ReportReceipt> {
  const body = { form, who: name, words: 'She was crying.', safeNow: 'yes', when: 'just now', card: 'another-message' };
  const result = await kernel.perform(route.useCase, who, route.input({ params: {}, query: {}, body }), form);
  if (!result.ok) throw new Error(result.problem.code);
  return result.answer as ReportReceipt;
}

it('a report from the tab is a report: reference, who is on duty, and whether the child must be asked for', async () => {
  expect(await report(people.daniel, 'Ellie Marsden')).toMatchObject({
    ref: expect.stringMatching(/^C-\d{4}-0001$/) as string,
    childState: 'resolved',
    asksChild: false,
    duty: { name: people.priya.name, phone: '01632 960114' },
  });
  expect(await report(people.daniel, 'Mia Hughes')).toMatchObject({ childState: 'unresolved', asksChild: true });
});

it('a card of the chat is no part of it: no message is replaced', async () => {
  await report(people.daniel, 'Ellie Marsden');
  const rows = kernel.database.sqlite.prepare("select payload from outbox where channel = 'message'").all();
  expect(rows.length).toBeGreaterThan(0);
  expect(JSON.stringify(rows)).not.toMatch(/receipt|another-message/);
});

it('the same form twice is one report', async () => {
  const form = newForm();
  expect(await report(people.daniel, 'Ellie Marsden', form)).toEqual(
    await report(people.daniel, 'Ellie Marsden', form),
  );
});

it('the reporter may say which child is meant, once, without a revision; a stranger is never offered names', async () => {
  const { concern } = await report(people.daniel, 'Mia Hughes');
  const found = await kernel.read(listCandidates, people.daniel, { id: concern });
  const child = found.ok ? found.answer.answer.items[0]!.id : '';
  const act = () => kernel.perform(resolveChild, people.daniel, { concern, child }, newForm());
  expect(await act()).toMatchObject({ ok: true });
  expect(await act()).toMatchObject({ ok: false });
  expect(await report(people.stranger, 'Mia Hughes')).toMatchObject({ childState: 'unresolved', asksChild: false });
});
