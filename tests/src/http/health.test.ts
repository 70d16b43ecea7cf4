import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTabApi, type TabApi } from '../../support/tab-api.ts';

let ready: () => boolean | Promise<boolean>;
let api: TabApi;
beforeAll(async () => {
  api = await startTabApi({ ready: () => ready() });
});
afterAll(() => api.close());

const ask = async (path: string) => {
  const answer = await fetch(api.origin + path);
  return [answer.status, await answer.text()];
};

it('/live answers as long as the process does', async () => {
  ready = () => false;
  expect(await ask('/live')).toEqual([200, '{"live":true}']);
});

it.each<[string, () => boolean | Promise<boolean>, number]>([
  ['is ready', () => true, 200],
  ['is ready after a look', async () => true, 200],
  ['is shutting down', () => false, 503],
  ['cannot tell', () => Promise.reject(new Error('locked')), 503],
])('/ready when Lantern %s', async (_how, says, status) => {
  ready = says;
  expect(await ask('/ready')).toEqual([status, `{"ready":${status === 200}}`]);
});
