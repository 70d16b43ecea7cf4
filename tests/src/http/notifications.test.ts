import { afterEach, beforeEach, expect, it } from 'vitest';
import { startTabApi, type TabApi } from '../../support/tab-api.ts';
import { until } from '../../support/until.ts';

const path = '/graph/notifications';
const clientState = 'c'.repeat(64);
let api: TabApi;
let heard: { changed: number; renewed: number };
beforeEach(async () => {
  heard = { changed: 0, renewed: 0 };
  api = await startTabApi({
    hints: { path, heard: { clientState, changed: () => heard.changed++, renew: () => heard.renewed++ } },
  });
});
afterEach(() => api.close());

const post = (query: string, body?: string, type = 'application/json') =>
  fetch(`${api.origin}${path}${query}`, { method: 'POST', headers: { 'content-type': type }, body: body ?? null });
const tell = (...value: object[]) => post('', JSON.stringify({ value }));
const change = { clientState, changeType: 'updated', resource: 'sites/a/lists/b' };

it('gives Graph its token back as it is, in plain text', async () => {
  const token = 'Validation: <b>one</b> + two & three';
  const answer = await post(`?validationToken=${encodeURIComponent(token)}`, undefined, 'text/plain; charset=utf-8');
  expect([answer.status, await answer.text()]).toEqual([200, token]);
  expect(answer.headers.get('content-type')).toMatch(/^text\/plain/);
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  expect(heard).toEqual({ changed: 0, renewed: 0 });
});

it.each(['', 'x'.repeat(5_000)])('gives no token back that Graph would not send', async (token) => {
  expect((await post(`?validationToken=${token}`, undefined, 'text/plain')).status).toBe(400);
});

it('has the lists looked at when one has changed, once for all that is told together', async () => {
  expect((await tell(change, change)).status).toBe(202);
  await until('the hint is heard', () => heard.changed || undefined);
  expect(heard).toEqual({ changed: 1, renewed: 0 });
});

it('sees to the subscription when Graph asks whether it is still wanted', async () => {
  await tell({ clientState, lifecycleEvent: 'reauthorizationRequired' });
  await until('the question is heard', () => heard.renewed || undefined);
  expect(heard).toEqual({ changed: 1, renewed: 1 });
});

it.each([
  ['another word', { value: [{ ...change, clientState: 'd'.repeat(64) }] }],
  ['no word', { value: [{ changeType: 'updated' }] }],
  ['a shorter word', { value: [{ ...change, clientState: 'c' }] }],
  ['no list', { value: 'all' }],
  ['nothing', {}],
])('does nothing for who sends %s, and notes it without a word of it', async (_what, body) => {
  expect((await post('', JSON.stringify(body))).status).toBe(202);
  await until('it is noted', () => api.lines.find(({ event }) => event === 'notification.refused'));
  expect(heard).toEqual({ changed: 0, renewed: 0 });
  expect(JSON.stringify(api.lines)).not.toContain('updated');
});

it('takes JSON alone, and POST alone', async () => {
  expect((await post('', 'x=1', 'application/x-www-form-urlencoded')).status).toBe(415);
  expect((await post('', '{', 'application/json')).status).toBe(400);
  expect((await fetch(`${api.origin}${path}`)).status).toBe(405);
});

it('is not there where no hints are wished for', async () => {
  const without = await startTabApi();
  const answer = await fetch(`${without.origin}${path}?validationToken=x`, { method: 'POST' });
  expect(answer.status).toBe(404);
  await without.close();
});
