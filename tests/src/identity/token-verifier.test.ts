import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { createTokenVerifier, type VerifyToken } from '../../../src/identity/token-verifier.ts';
import {
  audience,
  genuineClaims,
  newKey,
  otherTenant,
  person,
  sign,
  startEntraKeys,
  teamsWeb,
  tenant,
  type EntraKeys,
  type SigningKey,
} from '../../support/entra-keys.ts';
import { handSetClock, type HandSetClock } from '../../support/hand-set-clock.ts';
import { recordedLog } from '../../support/recorded-log.ts';
import { changedClaims, forgedTokens } from '../../support/token-mutants.ts';

let key: SigningKey;
let next: SigningKey;
/** Somebody else’s key under the id of a genuine one. */
let forger: SigningKey;
let entra: EntraKeys;
let clock: HandSetClock;
let verify: VerifyToken;

beforeAll(async () => {
  [key, next, forger] = await Promise.all([newKey('first'), newKey('second'), newKey('first')]);
});
beforeEach(async () => {
  entra = await startEntraKeys(key);
  clock = handSetClock();
  verify = createTokenVerifier({
    tenants: new Set([tenant]),
    audience,
    clients: new Set([teamsWeb]),
    transport: entra.transport,
    clock,
    log: recordedLog().log,
  });
});
afterEach(() => entra.close());

const token = (changes: Record<string, unknown> = {}, by = key) =>
  sign(by, { ...genuineClaims(clock.seconds()), ...changes });
const foreign = { tid: otherTenant, iss: `https://login.microsoftonline.com/${otherTenant}/v2.0` };

it('a token of an unknown tenant causes no fetch', async () => {
  expect(await verify(`Bearer ${await token(foreign)}`)).toEqual({ ok: false, why: 'unknown-key' });
  expect(await verify(`Bearer ${await token({ tid: '../../../attacker' })}`)).toEqual({
    ok: false,
    why: 'unknown-key',
  });
  expect(entra.fetched).toEqual([]);
});

it('a genuine stranger hears that the organisation is unknown; a forger does not learn which are known', async () => {
  await verify(`Bearer ${await token()}`);
  expect(await verify(`Bearer ${await token(foreign)}`)).toEqual({ ok: false, why: 'tenant' });
  expect(await verify(`Bearer ${await token(foreign, forger)}`)).toEqual({ ok: false, why: 'signature' });
  expect(await verify(`Bearer ${await token({}, forger)}`)).toEqual({ ok: false, why: 'signature' });
  expect(await verify(`Bearer ${await token({ ...foreign, scp: 'other' })}`)).toEqual({ ok: false, why: 'scope' });
  expect(entra.fetched).toEqual([tenant]);
});

it('when Microsoft’s keys cannot be reached it says so, and not that the sign-in is at fault', async () => {
  entra.answerWith(503, '');
  expect(await verify(`Bearer ${await token()}`)).toEqual({ ok: false, why: 'keys-unreachable' });
});

it('a verified token needs no signature check until it expires', async () => {
  const known = `Bearer ${await token({ exp: clock.seconds() + 600 })}`;
  const unknown = `Bearer ${await token({ exp: clock.seconds() + 601 })}`;
  expect((await verify(known)).ok).toBe(true);

  // The key is gone: whatever is let in now was not checked against it.
  entra.publish(next);
  clock.forward(60);
  expect((await verify(`Bearer ${await token({}, next)}`)).ok).toBe(true);
  expect(await verify(unknown)).toEqual({ ok: false, why: 'unknown-key' });
  expect((await verify(known)).ok).toBe(true);

  clock.forward(539);
  expect((await verify(known)).ok).toBe(true);
  clock.forward(1);
  expect(await verify(known)).toEqual({ ok: false, why: 'unknown-key' });
});

it('a verified token costs a small part of a first one', async () => {
  const tokens = await Promise.all(Array.from({ length: 300 }, (_, n) => token({ uti: `u${n}` })));
  const headers = tokens.map((text) => `Bearer ${text}`);
  await verify(`Bearer ${await token()}`);
  const cost = async () => {
    const before = process.cpuUsage();
    let letIn = 0;
    for (const header of headers) if ((await verify(header)).ok) letIn += 1;
    const { user, system } = process.cpuUsage(before);
    expect(letIn).toBe(headers.length);
    return user + system;
  };
  const first = await cost();
  const again = await cost();
  expect(again / first).toBeLessThan(0.5);
});

it('a refusal is not remembered: a token that begins later is let in then', async () => {
  const early = `Bearer ${await token({ nbf: clock.seconds() + 120, iat: clock.seconds() })}`;
  expect(await verify(early)).toEqual({ ok: false, why: 'times' });
  clock.forward(60);
  expect((await verify(early)).ok).toBe(true);
});

it('says who is calling', async () => {
  const identity = { tenant, person, name: 'Priya Raman', door: 'tab' };
  const header = `Bearer ${await token()}`;
  expect(await verify(header)).toEqual({ ok: true, identity });
  expect(await verify(header)).toEqual({ ok: true, identity });
});

it.each<[string, string, (text: string) => string | undefined]>([
  ['no header', 'no-token', () => undefined],
  ['an empty one', 'no-token', () => ''],
  ['the token alone', 'malformed', (text) => text],
  ['the scheme alone', 'malformed', () => 'Bearer '],
  ['no space between', 'malformed', (text) => `Bearer${text}`],
  ['another scheme', 'malformed', (text) => `Basic ${text}`],
  ['something before it', 'malformed', (text) => `x Bearer ${text}`],
  ['something behind it', 'malformed', (text) => `Bearer ${text} x`],
  ['a fourth part', 'malformed', (text) => `Bearer ${text}.AAAA`],
  ['an empty first part', 'malformed', (text) => `Bearer ${text.slice(text.indexOf('.'))}`],
  ['an empty second part', 'malformed', (text) => `Bearer ${text.replace(/\..*\./, '..')}`],
  ['an empty last part', 'malformed', (text) => `Bearer ${text.slice(0, text.lastIndexOf('.') + 1)}`],
])('refuses %s', async (_what, why, header) => {
  expect(await verify(header(await token()))).toEqual({ ok: false, why });
});

it.each(['bearer ', 'BEARER ', 'Bearer   '])('takes the scheme written %j', async (scheme) => {
  expect((await verify(`${scheme}${await token()}`)).ok).toBe(true);
});

it.each(changedClaims)('a token with %s is refused for it', async (_what, changes, why) => {
  await verify(`Bearer ${await token()}`);
  expect(await verify(`Bearer ${await token(changes(clock.seconds()))}`)).toEqual({ ok: false, why });
});

it.each([
  ['ran out 59 seconds ago', -59, 0],
  ['begins in 60 seconds', 3_600, 60],
])('a token that %s is let in', async (_what, end, beginning) => {
  const times = { exp: clock.seconds() + end, nbf: clock.seconds() + beginning };
  expect((await verify(`Bearer ${await token(times)}`)).ok).toBe(true);
});

it.each(forgedTokens)('a token %s is refused', async (_what, made, why) => {
  await verify(`Bearer ${await token()}`);
  const claims = (changes = {}) => ({ ...genuineClaims(clock.seconds()), ...changes });
  expect(await verify(`Bearer ${await made({ key, attacker: forger, claims })}`)).toEqual({ ok: false, why });
});

it('a key id that two keys bear, or one that is not for signatures, is as good as unknown', async () => {
  entra.publish(key, forger);
  expect(await verify(`Bearer ${await token()}`)).toEqual({ ok: false, why: 'unknown-key' });
  entra.publish({ ...key, publicJwk: { ...key.publicJwk, use: 'enc' } });
  clock.forward(24 * 60 * 60);
  expect(await verify(`Bearer ${await token()}`)).toEqual({ ok: false, why: 'unknown-key' });
});
