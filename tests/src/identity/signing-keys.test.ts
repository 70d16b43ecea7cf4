import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { createSigningKeys, type SigningKeys } from '../../../src/identity/signing-keys.ts';
import {
  newKey,
  otherTenant,
  startEntraKeys,
  tenant,
  type EntraKeys,
  type SigningKey,
} from '../../support/entra-keys.ts';
import { handSetClock, type HandSetClock } from '../../support/hand-set-clock.ts';
import { recordedLog, type LogLine } from '../../support/recorded-log.ts';

const day = 24 * 60 * 60;
let first: SigningKey;
let second: SigningKey;
let entra: EntraKeys;
let clock: HandSetClock;
let lines: LogLine[];
let keys: SigningKeys;

beforeAll(async () => {
  [first, second] = await Promise.all([newKey('first'), newKey('second')]);
});
beforeEach(async () => {
  entra = await startEntraKeys(first);
  clock = handSetClock();
  const recorded = recordedLog();
  lines = recorded.lines;
  keys = createSigningKeys(entra.transport, clock, recorded.log);
});
afterEach(() => entra.close());

const outcome = async (kid: string) => {
  const found = await keys.find(tenant, kid);
  return 'refusal' in found ? found.refusal : 'found';
};

it('fetches a tenant’s keys once and uses them for a day', async () => {
  expect(await outcome('first')).toBe('found');
  clock.forward(day - 1);
  expect(await outcome('first')).toBe('found');
  expect(entra.fetched).toEqual([tenant]);
  clock.forward(1);
  expect(await outcome('first')).toBe('found');
  expect(entra.fetched).toEqual([tenant, tenant]);
});

it('finds a key that was published since', async () => {
  await outcome('first');
  entra.publish(first, second);
  clock.forward(60);
  expect(await outcome('second')).toBe('found');
  expect(entra.fetched).toHaveLength(2);
});

it('drops a key that is published no more, as soon as it fetches again', async () => {
  await outcome('first');
  entra.publish(second);
  clock.forward(day);
  expect(await outcome('first')).toBe('unknown-key');
});

it('a hundred calls at once cause one fetch', async () => {
  const outcomes = await Promise.all(Array.from({ length: 100 }, () => outcome('first')));
  expect(new Set(outcomes)).toEqual(new Set(['found']));
  expect(entra.fetched).toHaveLength(1);
});

it('a storm of made-up key ids causes one fetch in each minute', async () => {
  await outcome('first');
  const storm = async () => Promise.all(Array.from({ length: 50 }, (_, n) => outcome(`made-up-${n}`)));
  await storm();
  clock.forward(59);
  await storm();
  expect(entra.fetched).toHaveLength(1);
  clock.forward(1);
  expect(new Set(await storm())).toEqual(new Set(['unknown-key']));
  expect(await outcome('first')).toBe('found');
  expect(entra.fetched).toHaveLength(2);
});

it.each<[string, number, string]>([
  ['an error', 503, 'busy'],
  ['not found', 404, '{}'],
  ['no JSON', 200, '<html>'],
  ['no keys', 200, '{"keys":[]}'],
  ['something else', 200, '{"keys":"none"}'],
])('keeps the old keys when Microsoft answers %s, and tries again a minute later', async (_what, status, body) => {
  await outcome('first');
  entra.answerWith(status, body);
  clock.forward(day);
  expect(await outcome('first')).toBe('found');
  expect(await outcome('first')).toBe('found');
  expect(entra.fetched).toHaveLength(2);
  expect(lines).toEqual([{ level: 'warn', event: 'identity.keys-unreachable', tenant, error: expect.any(String) }]);

  entra.publish(first, second);
  clock.forward(60);
  expect(await outcome('second')).toBe('found');
});

it('without any keys says that they cannot be reached, and tries again after five seconds', async () => {
  entra.answerWith(503, '');
  expect(await outcome('first')).toBe('keys-unreachable');
  clock.forward(4);
  expect(await outcome('first')).toBe('keys-unreachable');
  expect(entra.fetched).toHaveLength(1);
  entra.publish(first);
  clock.forward(1);
  expect(await outcome('first')).toBe('found');
});

it('looks among the keys it holds without fetching', async () => {
  expect(keys.held('first')).toEqual({ refusal: 'unknown-key' });
  await outcome('first');
  expect(keys.held('first')).toHaveProperty('keys');
  expect(keys.held('made-up')).toEqual({ refusal: 'unknown-key' });
  expect(entra.fetched).toHaveLength(1);
});

it('looks past a tenant whose keys could not be had', async () => {
  const [broken, good] = [startEntraKeys(first), startEntraKeys(first)];
  const [none, some] = await Promise.all([broken, good]);
  none.answerWith(503, '');
  const both = createSigningKeys(
    (url, init) => (String(url).includes(otherTenant) ? none : some).transport(url, init),
    clock,
    recordedLog().log,
  );
  expect(await both.find(otherTenant, 'first')).toEqual({ refusal: 'keys-unreachable' });
  expect(both.held('first')).toEqual({ refusal: 'unknown-key' });
  expect(await both.find(tenant, 'first')).toHaveProperty('keys');
  expect(both.held('first')).toHaveProperty('keys');
  await Promise.all([none.close(), some.close()]);
});

it('logs by its name alone what went wrong, whatever was thrown', async () => {
  const recorded = recordedLog();
  const thrown: unknown[] = [new TypeError('https://login.microsoftonline.com/x'), 'a text of somebody else'];
  const failing = createSigningKeys(() => Promise.reject(thrown.shift() as Error), clock, recorded.log);
  await failing.find(tenant, 'first');
  clock.forward(5);
  await failing.find(tenant, 'first');
  expect(recorded.lines).toEqual(
    ['TypeError', 'unknown'].map((error) => ({ level: 'warn', event: 'identity.keys-unreachable', tenant, error })),
  );
});
