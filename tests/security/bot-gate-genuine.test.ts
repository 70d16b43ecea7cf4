import fc from 'fast-check';
import type { JWTPayload } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createBotDoor, type BotDoorParts } from '../../bot/framework/door.ts';
import { systemClock } from '../../src/system/system-clock.ts';
import { activity, channelClaims, ids, nowSeconds, openBotDoor, type OpenDoor } from '../support/bot-door.ts';
import { unknownKey } from '../support/bot-framework-keys.ts';
import { recordedLog } from '../support/recorded-log.ts';

let door: OpenDoor;
let stranger: Awaited<ReturnType<typeof unknownKey>>;
// botbuilder writes to the console when a signature is wrong.
vi.spyOn(console, 'error').mockImplementation(() => undefined);

beforeAll(async () => {
  [door, stranger] = await Promise.all([openBotDoor(), unknownKey()]);
});
beforeEach(() => {
  for (const list of [door.events, door.lines, door.sent]) list.length = 0;
});
afterAll(() => door.close());

const bearer = async (change: JWTPayload = {}) => `Bearer ${await door.keys.sign({ ...channelClaims(), ...change })}`;

describe('a genuine activity', () => {
  it('is let in, as the person and tenant of the activity', async () => {
    expect(await door.say()).toEqual({ status: 200, text: '' });
    expect(door.events).toEqual([
      {
        kind: 'message',
        actor: { tenant: ids.tenant, person: ids.person, name: 'Daniel Osei', door: 'chat' },
        conversation: 'personal',
        text: 'hello',
      },
    ]);
    expect(door.lines).toEqual([]);
  });

  it('within five minutes of a clock that differs is let in', async () => {
    await door.post(activity(), await bearer({ exp: nowSeconds() - 200 }));
    await door.post(activity(), await bearer({ nbf: nowSeconds() + 200 }));
    expect(door.events).toHaveLength(2);
  });

  it('sent half an hour ago is let in: Teams may have tried it before', async () => {
    const timestamp = new Date((nowSeconds() - 1_800) * 1_000).toISOString();
    expect((await door.say({ timestamp })).status).toBe(200);
    expect(door.events).toHaveLength(1);
  });

  it('is the same person however the ids are cased', async () => {
    await door.say({
      from: { id: '29:daniel', aadObjectId: ids.person.toUpperCase() },
      conversation: { id: 'c', conversationType: 'personal', tenantId: ids.tenant.toUpperCase() },
      channelData: undefined,
    });
    expect(door.events[0]?.actor).toEqual({ tenant: ids.tenant, person: ids.person, name: '', door: 'chat' });
  });

  it('cannot change who it is from by what its card, its extra fields or its names say', async () => {
    const other = '6b1c7a1e-1111-4111-8111-000000000002';
    await door.say({
      type: 'invoke',
      name: 'adaptiveCard/action',
      from: {
        id: `29:${other}`,
        name: 'Priya Raman',
        aadObjectId: ids.person,
        role: 'skill',
        properties: { aadObjectId: other },
      },
      value: { action: { verb: 'take', data: { actor: other, person: other, tenant: ids.otherTenant } } },
      callerId: 'urn:botframework:aadappid:1',
      relatesTo: { user: { aadObjectId: other } },
    });
    expect(door.events[0]?.actor).toEqual({
      tenant: ids.tenant,
      person: ids.person,
      name: 'Priya Raman',
      door: 'chat',
    });
  });

  it('cannot have its answer handed to the caller in place of Teams', async () => {
    door.reply({ kind: 'text', text: 'only for Teams' });
    const answer = await door.say({ deliveryMode: 'expectReplies' });
    door.reply({ kind: 'nothing' });
    expect(answer).toEqual({ status: 200, text: '' });
    expect(door.sent.map(({ body }) => body['text'])).toEqual(['only for Teams']);
  });
});

describe('whatever is wrong with it, alone or together', () => {
  type Wrong = (claims: JWTPayload, body: Record<string, unknown>) => void;
  const wrongs: Readonly<Record<string, Wrong>> = {
    issuer: (claims) => void (claims.iss = 'https://sts.windows.net/x/'),
    audience: (claims) => void (claims.aud = ids.otherTenant),
    expired: (claims) => void (claims.exp = nowSeconds() - 1000),
    early: (claims) => void (claims.nbf = nowSeconds() + 1000),
    claimedUrl: (claims) => void (claims['serviceurl'] = 'https://smba.trafficmanager.net/other/'),
    channel: (_, body) => void (body['channelId'] = 'AseChannel'),
    url: (_, body) => void (body['serviceUrl'] = 'https://evil.example/'),
    noUrl: (_, body) => void delete body['serviceUrl'],
    tenant: (_, body) => void (body['channelData'] = { tenant: { id: ids.otherTenant } }),
    person: (_, body) => void (body['from'] = { id: '29:daniel' }),
  };

  it('the handler is called for the genuine one alone', async () => {
    const kinds = fc.constantFrom('message', 'invoke', 'installationUpdate');
    await fc.assert(
      fc.asyncProperty(fc.subarray(Object.keys(wrongs)), fc.boolean(), kinds, async (names, forged, type) => {
        door.events.length = 0;
        const claims = channelClaims();
        const body = activity({ type, action: 'add', name: 'adaptiveCard/action' }) as Record<string, unknown>;
        for (const name of names) wrongs[name]!(claims, body);
        const token = await door.keys.sign(claims, {}, forged ? stranger : undefined);
        const { status } = await door.post(body, `Bearer ${token}`);
        const genuine = names.length === 0 && !forged;
        expect(door.events).toHaveLength(genuine ? 1 : 0);
        expect([401, 403].includes(status)).toBe(!genuine);
      }),
      {
        numRuns: 120,
        examples: [
          [[], false, 'message'],
          [[], false, 'invoke'],
          [[], true, 'message'],
        ],
      },
    );
  });
});

describe('the settings', () => {
  const settings = { LANTERN_MODE: 'local', LANTERN_TENANT_ID: ids.tenant, BOT_APP_ID: ids.bot } as const;
  const start = (change: Partial<BotDoorParts>) => () =>
    createBotDoor({
      config: settings,
      tenants: [ids.tenant],
      keyDocumentUrl: door.keys.keyDocumentUrl,
      transport: fetch,
      clock: systemClock,
      references: door.references,
      channels: door.channelReferences,
      handle: async () => ({ kind: 'nothing' }),
      log: recordedLog().log,
      ...change,
    });

  it.each(['', ' '])('an empty bot app id %j stops start-up: botbuilder would let anybody in', (empty) => {
    expect(start({ config: { ...settings, BOT_APP_ID: empty } })).toThrow('BOT_APP_ID');
  });

  it('no known tenant stops start-up', () => {
    expect(start({ tenants: [] })).toThrow('tenant');
  });

  it('keys over plain http from another machine stop start-up', () => {
    expect(start({ keyDocumentUrl: 'http://keys.example/openid' })).toThrow('https');
  });

  it('production without a certificate stops start-up', () => {
    expect(start({ config: { ...settings, LANTERN_MODE: 'production' } })).toThrow('BOT_CERTIFICATE_FILE');
  });

  it('that are complete start', () => {
    expect(start({})).not.toThrow();
  });
});
