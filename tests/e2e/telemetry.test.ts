import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { concernPaths } from '../../src/areas/concerns/contract.ts';
import { castMember, demo } from '../../src/local/cast.ts';
import { crashWorld, type CrashWorld } from '../crash/crash-world.ts';
import type { ProductProcess } from '../crash/product-process.ts';
import { startTelemetryReceiver, type ReceivedSpan, type TelemetryReceiver } from '../support/telemetry-receiver.ts';
import { until } from '../support/until.ts';

/** Nobody else is called so, and it stands wherever a careless span would take it from. */
const canary = 'Zebulonquagmire';

let world: CrashWorld;
let receiver: TelemetryReceiver;
let product: ProductProcess;
let origin: string;
let concern: string;

beforeAll(async () => {
  [world, receiver] = await Promise.all([crashWorld(), startTelemetryReceiver()]);
  product = world.load({}, { LANTERN_OTLP_ENDPOINT: receiver.origin });
  origin = await product.start();
  const headers = (who: string) => ({
    authorization: `Bearer ${world.tenant.core.userToken(who)}`,
    'content-type': 'application/json',
  });
  const form = randomBytes(16).toString('hex');
  const report = { form, who: canary, words: `${canary} had no coat.`, safeNow: 'yes', when: 'just now' };
  const post = (path: string, who: string, body: object) =>
    fetch(origin + path, { method: 'POST', headers: headers(who), body: JSON.stringify(body) });
  ({ concern } = (await (await post(concernPaths.reports, 'daniel', report)).json()) as { concern: string });
  const look = (path: string) => fetch(origin + path, { headers: headers('priya') });
  await look(concernPaths.concern.replace(':id', concern));
  await post(concernPaths.search, 'priya', { words: canary });
  for (const path of [`/${canary}`, `/api/${canary}`, `/tab/${canary}`, `${concernPaths.concerns}?before=${canary}`])
    await look(path);
  await look(`/api/concerns/${canary}`);
  await until('the concern is filed', () =>
    receiver.spans().some((span) => of(span)['route'] === '/sites/{}/lists/{}/items') ? true : undefined,
  );
  product.terminate();
  await product.ended;
});
afterAll(async () => {
  product?.kill();
  await Promise.all([world?.close(), receiver?.close()]);
});

const of = ({ attributes }: ReceivedSpan): Readonly<Record<string, string | number | boolean | undefined>> =>
  Object.fromEntries(
    attributes.map(({ key, value }) => [key, value.stringValue ?? value.intValue ?? value.boolValue] as const),
  );
const spansOf = (name: string) => receiver.spans().filter((span) => span.name === name);

it('a request, the act in it and the calls to Graph are told by their templates, verbs and outcomes', () => {
  const asked = spansOf('http').find((span) => of(span)['route'] === concernPaths.reports);
  expect(of(asked!)).toEqual({ method: 'POST', route: concernPaths.reports, status: 200 });
  const act = spansOf('perform').find((span) => of(span)['verb'] === 'report-concern');
  expect(of(act!)).toEqual({ verb: 'report-concern', outcome: 'done' });
  expect(act?.parentSpanId).toBe(asked?.spanId);
  expect(spansOf('http').map(of)).toContainEqual({ method: 'GET', route: concernPaths.concern, status: 200 });
  expect(spansOf('http').map(of)).toContainEqual({ method: 'GET', route: 'none', status: 404 });
  expect(spansOf('graph').map(of)).toContainEqual({ method: 'POST', route: '/sites/{}/lists/{}/items', status: 201 });
  expect(spansOf('turn').map(of)).toContainEqual({ job: 'deliver' });
});

it('numbers are told: how long requests take, what waits, what was spent at SharePoint', () => {
  const names = receiver.metrics().map(({ name }) => name);
  expect(names).toEqual(
    expect.arrayContaining([
      ...['lantern.http.duration', 'lantern.perform.duration', 'lantern.graph.duration', 'lantern.graph.units'],
      ...['lantern.outbox.acts', 'lantern.outbox.messages'],
    ]),
  );
});

it('nothing of a child, a person or an address leaves', () => {
  const all = receiver.bodies.join('\n');
  expect(all.length).toBeGreaterThan(5_000);
  const secrets = [
    canary,
    concern,
    castMember('priya').id,
    castMember('daniel').name,
    demo.tenantId,
    demo.sharePointHost,
    'eyJ',
  ];
  expect(secrets.filter((secret) => all.toLowerCase().includes(secret.toLowerCase()))).toEqual([]);
  const told = receiver.spans().flatMap(({ attributes }) => attributes);
  const keys = new Set(told.map(({ key }) => key));
  expect([...keys].filter((key) => !/^(method|route|status|verb|outcome|job)$/.test(key))).toEqual([]);
  const strange = told.map(({ value }) => value.stringValue ?? '').filter((text) => /[0-9a-f]{16}|%|\?|=|@/.test(text));
  expect(strange).toEqual([]);
});
