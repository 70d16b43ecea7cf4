import express from 'express';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { recordTypes } from '../../../src/areas/areas.ts';
import { notifications } from '../../../src/http/notifications.ts';
import { createSubscriptions } from '../../../src/sharepoint/subscriptions.ts';
import { recordedLog } from '../../support/recorded-log.ts';
import { school, type SharePointTenant } from '../../support/sharepoint-tenant.ts';
import { tenantWithAllLists } from '../../support/sync-scene.ts';
import { until } from '../../support/until.ts';

const clientState = 'the word';
const day = 24 * 3_600_000;
let sharePoint: SharePointTenant;
let notificationUrl: string;
let changed = 0;
let close: () => void;
beforeAll(async () => {
  sharePoint = await tenantWithAllLists();
  const heard = { clientState, changed: () => void changed++, renew: () => undefined };
  const server = express()
    .use(notifications('/hints', heard, recordedLog().log))
    .listen(0, '127.0.0.1');
  await once(server, 'listening');
  notificationUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hints`;
  close = () => void server.close();
});
afterAll(async () => {
  close();
  await sharePoint.close();
});
beforeEach(() => {
  sharePoint.tenant.core.quirks.set({ selectedMaySubscribe: true });
});

interface Standing {
  readonly id: string;
  readonly expirationDateTime: string;
}
const graph = () => sharePoint.graph();
const standing = async (): Promise<readonly Standing[]> =>
  ((await graph().call({ method: 'GET', path: '/subscriptions' })).body as { value: readonly Standing[] }).value;

function see(laterMs = 0) {
  const { log, lines } = recordedLog();
  const clock = { now: () => new Date(Date.now() + laterMs).toISOString() };
  const run = createSubscriptions({
    ...{ graph: graph(), schools: [school], types: recordTypes, notificationUrl, clientState, clock, log },
  });
  return { run, lines };
}

it('is refused without the permission, says so for each list, and throws nothing', async () => {
  sharePoint.tenant.core.quirks.set({ selectedMaySubscribe: false });
  const { run, lines } = see();
  expect(await run()).toBe(0);
  expect(lines).toHaveLength(recordTypes.length);
  expect(lines[0]).toMatchObject({ event: 'subscriptions.refused' });
});

it('subscribes once to each list, renews what is half over, and leaves the rest', async () => {
  expect(await see().run()).toBe(recordTypes.length);
  const first = await standing();
  expect(first).toHaveLength(recordTypes.length);
  expect(await see().run()).toBe(recordTypes.length);
  expect(await standing()).toEqual(first);
  expect(await see(2 * day).run()).toBe(recordTypes.length);
  const renewed = await standing();
  expect(renewed.map(({ id }) => id)).toEqual(first.map(({ id }) => id));
  for (const [i, { expirationDateTime }] of renewed.entries())
    expect(Date.parse(expirationDateTime)).toBeGreaterThan(Date.parse(first[i]?.expirationDateTime ?? '') + day);
});

it('makes one anew that is gone', async () => {
  await see().run();
  const [one] = await standing();
  await graph().call({ method: 'DELETE', path: `/subscriptions/${one?.id}` });
  await see().run();
  const now = await standing();
  expect(now).toHaveLength(recordTypes.length);
  expect(now.map(({ id }) => id)).not.toContain(one?.id);
});

it('is told when somebody writes in a list', async () => {
  await see().run();
  const before = changed;
  const fields = { Title: 'Somebody typed this' };
  await sharePoint.provisioner.call({
    method: 'POST',
    path: `${sharePoint.listPath('Actions')}/items`,
    body: { fields },
  });
  expect(await until('a hint', () => (changed > before ? changed : undefined))).toBeGreaterThan(before);
});
