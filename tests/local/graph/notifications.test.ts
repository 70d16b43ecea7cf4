import { expect, it, vi } from 'vitest';
import { demo } from '../../../src/local/cast.ts';
import { site } from '../a-tenant.ts';
import { appWith, aScene, aSubscriber, asAsked, minutes, start, type Answering, type Scene } from './a-subscriber.ts';

const deliver = ({ tenant }: Scene) => tenant.core.notifications.deliver();
const refusing: Answering = (response, arrived, request) =>
  arrived.url.searchParams.has('validationToken')
    ? asAsked(response, arrived, request)
    : void response.writeHead(503).end();
const silent: Answering = (response, arrived, request) =>
  arrived.url.searchParams.has('validationToken') ? asAsked(response, arrived, request) : undefined;

it('tells that a list changed, and neither which row nor how', async () => {
  const scene = await aScene();
  const { subscriber, list } = scene;
  const id = await scene.subscribe();
  await scene.change();
  await deliver(scene);
  expect(subscriber.told()).toEqual([
    [
      {
        subscriptionId: id,
        subscriptionExpirationDateTime: new Date(start + 42_300 * minutes).toISOString(),
        clientState: 'the secret',
        changeType: 'updated',
        resource: `${site.slice(1)}/lists/${list}`,
        tenantId: demo.tenantId,
        resourceData: null,
      },
    ],
  ]);
  expect(subscriber.arrived.at(-1)).toMatchObject({ method: 'POST', type: 'application/json' });
});

it('does so by itself, without being asked to', async () => {
  const scene = await aScene();
  await scene.subscribe();
  await scene.change();
  await vi.waitUntil(() => scene.subscriber.told().length > 0, { timeout: 10_000 });
  expect(scene.subscriber.told()[0]).toHaveLength(1);
});

it('tells of many changes at once, once, and of those of several lists in one body', async () => {
  const scene = await aScene();
  const other = await scene.tenant.aList();
  const first = await scene.subscribe();
  const second = await scene.subscribe({ resource: `${site}/lists/${other}` });
  for (let n = 0; n < 3; n++) await scene.change();
  await scene.tenant.graph('PATCH', `/lists/${scene.list}/items/1/fields`, { body: { Title: 'x' } });
  await scene.change(other);
  scene.clock.at += 1;
  await deliver(scene);
  await deliver(scene);
  const told = scene.subscriber.told().flat();
  expect(told.map((one) => one['subscriptionId']).sort()).toEqual([first, second].sort());
});

it('tells nothing of what was before, of another list, or of a column', async () => {
  const scene = await aScene();
  await scene.change();
  await scene.subscribe();
  await scene.change(await scene.tenant.aList());
  await deliver(scene);
  expect(scene.subscriber.told()).toEqual([]);
  await scene.tenant.graph('DELETE', `/lists/${scene.list}/items/1`);
  await deliver(scene);
  expect(scene.subscriber.told()).toHaveLength(1);
});

it('tries again after growing waits while it is refused, and not before', async () => {
  const scene = await aScene();
  await scene.subscribe();
  scene.subscriber.answering = refusing;
  await scene.change();
  await deliver(scene);
  for (const seconds of [10, 20, 40]) {
    const before = scene.subscriber.told().length;
    scene.clock.at += seconds * 1_000 - 1;
    await deliver(scene);
    expect(scene.subscriber.told()).toHaveLength(before);
    scene.clock.at += 1;
    await deliver(scene);
    expect(scene.subscriber.told()).toHaveLength(before + 1);
  }
  scene.subscriber.answering = asAsked;
  scene.clock.at += 80_000;
  await deliver(scene);
  await deliver(scene);
  expect(scene.subscriber.told()).toHaveLength(5);
});

it('gives up after four hours, and tells of the next change again', async () => {
  const scene = await aScene();
  await scene.subscribe();
  scene.subscriber.answering = refusing;
  await scene.change();
  for (let hour = 0; hour <= 5; hour += 0.25) {
    await deliver(scene);
    scene.clock.at += 15 * minutes;
  }
  const tries = scene.subscriber.told().length;
  scene.subscriber.answering = asAsked;
  scene.clock.at += 24 * 60 * minutes;
  await deliver(scene);
  expect(scene.subscriber.told()).toHaveLength(tries);
  expect(tries).toBeGreaterThan(6);
  await scene.change();
  await deliver(scene);
  expect(scene.subscriber.told()).toHaveLength(tries + 1);
});

it('counts an answer that does not come in time as none', async () => {
  const scene = await aScene({ deliveryMs: 50 });
  await scene.subscribe();
  scene.subscriber.answering = silent;
  await scene.change();
  await deliver(scene);
  scene.subscriber.answering = asAsked;
  scene.clock.at += 10_000;
  await deliver(scene);
  expect(scene.subscriber.told()).toHaveLength(2);
});

it('drops what is new while an endpoint answers late again and again, and recovers ten minutes later', async () => {
  const scene = await aScene({ deliveryMs: 50 });
  scene.subscriber.answering = silent;
  for (let n = 0; n < 10; n++) {
    const list = await scene.tenant.aList();
    await scene.subscribe({ resource: `${site}/lists/${list}` });
    await scene.change(list);
    await deliver(scene);
  }
  const id = await scene.subscribe();
  scene.subscriber.answering = asAsked;
  const toldOf = () =>
    scene.subscriber
      .told()
      .flat()
      .filter((one) => one['subscriptionId'] === id).length;
  await scene.change();
  await deliver(scene);
  scene.clock.at += 10 * minutes;
  await deliver(scene);
  expect([scene.subscriber.told().length, toldOf()]).toEqual([11, 0]);
  await scene.change();
  await deliver(scene);
  expect(toldOf()).toBe(1);
});

it('goes on where it was after a restart', async () => {
  const scene = await aScene();
  const id = await scene.subscribe();
  scene.subscriber.answering = refusing;
  await scene.change();
  await deliver(scene);
  await scene.tenant.close();
  const again = await aScene({}, scene.tenant.dataDir);
  scene.subscriber.answering = asAsked;
  again.clock.at += 10_000;
  await deliver(again);
  expect(scene.subscriber.told().map(([one]) => one?.['subscriptionId'])).toEqual([id, id]);
  expect((await again.call('GET', `/subscriptions/${id}`)).status).toBe(200);
});

it('says before the end that a subscription must be come back for, once, at the lifecycle address alone', async () => {
  const scene = await aScene();
  const lifecycle = await aSubscriber();
  const id = await scene.subscribe({ lifecycleNotificationUrl: `${lifecycle.origin}/l` });
  scene.clock.at += 42_300 * minutes - 24 * 60 * minutes - 1;
  await deliver(scene);
  expect(lifecycle.told()).toEqual([]);
  scene.clock.at += 1;
  await deliver(scene);
  await deliver(scene);
  expect(lifecycle.told()).toEqual([
    [
      {
        subscriptionId: id,
        subscriptionExpirationDateTime: new Date(start + 42_300 * minutes).toISOString(),
        clientState: 'the secret',
        organizationId: demo.tenantId,
        lifecycleEvent: 'reauthorizationRequired',
      },
    ],
  ]);
  expect(scene.subscriber.told()).toEqual([]);
  const expirationDateTime = new Date(scene.clock.at + 42_300 * minutes).toISOString();
  await scene.call('PATCH', `/subscriptions/${id}`, { expirationDateTime });
  await deliver(scene);
  expect(lifecycle.told()).toHaveLength(1);
});

it('stops telling when the grant is gone, says so, and tells what was missed once the application came back', async () => {
  const scene = await aScene();
  const lifecycle = await aSubscriber();
  scene.tenant.core.quirks.set({ selectedMaySubscribe: true });
  const lantern = scene.tenant.core.graphToken(demo.apiAppId);
  const owner = appWith(scene.tenant, demo.botAppId, 'Sites.FullControl.All');
  const id = await scene.subscribe({ lifecycleNotificationUrl: `${lifecycle.origin}/l` }, lantern);
  const grants = `${site}/permissions`;
  const { body } = await scene.call('GET', grants, undefined, owner);
  await scene.change();
  await scene.call('DELETE', `${grants}/${body.value[0]?.id}`, undefined, owner);
  await deliver(scene);
  await deliver(scene);
  expect([scene.subscriber.told().length, lifecycle.told().length]).toEqual([0, 1]);
  const comeBack = async () =>
    (await scene.call('POST', `/subscriptions/${id}/reauthorize`, undefined, lantern)).status;
  expect(await comeBack()).toBe(403);
  const grantedToIdentities = [{ application: { id: demo.apiAppId } }];
  await scene.call('POST', grants, { roles: ['write'], grantedToIdentities }, owner);
  await deliver(scene);
  expect(scene.subscriber.told()).toEqual([]);
  expect(await comeBack()).toBe(204);
  await deliver(scene);
  expect(scene.subscriber.told()).toHaveLength(1);
});

it('tells nobody whose subscription has ended or run out', async () => {
  const scene = await aScene();
  const ended = await scene.subscribe();
  await scene.subscribe({ expirationDateTime: new Date(start + 45 * minutes).toISOString() });
  await scene.call('DELETE', `/subscriptions/${ended}`);
  await scene.change();
  scene.clock.at += 45 * minutes;
  await deliver(scene);
  expect(scene.subscriber.told()).toEqual([]);
});

it('follows no redirect with a notification', async () => {
  const scene = await aScene();
  const elsewhere = await aSubscriber();
  await scene.subscribe();
  scene.subscriber.answering = (response) => void response.writeHead(307, { location: `${elsewhere.origin}/x` }).end();
  await scene.change();
  await deliver(scene);
  expect([scene.subscriber.told().length, elsewhere.arrived.length]).toEqual([1, 0]);
});

it('tells nothing once the tenant is closed, whatever was under way', async () => {
  const scene = await aScene();
  await scene.subscribe();
  scene.subscriber.answering = silent;
  await scene.change();
  const underWay = deliver(scene);
  await vi.waitUntil(() => scene.subscriber.told().length === 1);
  await scene.tenant.close();
  await underWay;
  await deliver(scene);
  expect(scene.subscriber.told()).toHaveLength(1);
});
