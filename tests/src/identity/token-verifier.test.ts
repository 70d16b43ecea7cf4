import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { createTokenVerifier, type VerifyToken } from '../../../src/identity/token-verifier.ts';
import {
  audience,
  genuineClaims,
  newKey,
  otherTenant,
  sign,
  startEntraKeys,
  teamsWeb,
  tenant,
  type EntraKeys,
  type SigningKey,
} from '../../support/entra-keys.ts';
import { handSetClock, type HandSetClock } from '../../support/hand-set-clock.ts';
import { recordedLog } from '../../support/recorded-log.ts';

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
