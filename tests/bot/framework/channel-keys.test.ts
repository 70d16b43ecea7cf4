import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import {
  createChannelKeys,
  isKeyAddress,
  KeysUnreachable,
  type ChannelKeys,
} from '../../../bot/framework/channel-keys.ts';
import { activity, channelClaims, openBotDoor } from '../../support/bot-door.ts';
import { serveBotFrameworkKeys, type BotFrameworkKeys } from '../../support/bot-framework-keys.ts';
import { handSetClock, type HandSetClock } from '../../support/hand-set-clock.ts';
import { recordedLog, type LogLine } from '../../support/recorded-log.ts';

const day = 24 * 60 * 60;
let served: BotFrameworkKeys;
let clock: HandSetClock;
let lines: LogLine[];
let keys: ChannelKeys;
vi.spyOn(console, 'error').mockImplementation(() => undefined);

beforeEach(async () => {
  served = await serveBotFrameworkKeys();
  clock = handSetClock();
  const recorded = recordedLog();
  lines = recorded.lines;
  keys = createChannelKeys(served.keyDocumentUrl, clock, recorded.log);
});
afterEach(() => served.close());

it('a hundred activities at once cause one fetch, and a day later one more', async () => {
  const all = () => Promise.all(Array.from({ length: 100 }, () => keys.find('channel-1')));
  expect(new Set((await all()).map((key) => key?.endorsements.join()))).toEqual(new Set(['msteams']));
  expect(served.fetches()).toBe(1);
  clock.forward(day);
  await all();
  expect(served.fetches()).toBe(2);
});

it('a thousand made-up key ids cause one fetch in each minute', async () => {
  await keys.find('channel-1');
  const storm = () => Promise.all(Array.from({ length: 1_000 }, (_, n) => keys.find(`junk-${n}`)));
  await storm();
  expect(served.fetches()).toBe(1);
  clock.forward(60);
  expect(new Set(await storm())).toEqual(new Set([null]));
  expect(served.fetches()).toBe(2);
});

it('a key published since is found, and the old one is good while it is published', async () => {
  await keys.find('channel-1');
  served.publish('channel-1', 'channel-2');
  clock.forward(60);
  expect(await keys.find('channel-2')).not.toBeNull();
  expect(await keys.find('channel-1')).not.toBeNull();
  served.publish('channel-2');
  clock.forward(day);
  expect(await keys.find('channel-1')).toBeNull();
});

it.each([500, 404])('the old keys stay in use when Microsoft answers %i', async (status) => {
  await keys.find('channel-1');
  served.failWith(status);
  clock.forward(day);
  expect(await keys.find('channel-1')).not.toBeNull();
  expect(lines).toEqual([{ level: 'warn', event: 'bot.keys-not-refreshed' }]);
  served.failWith(undefined);
  served.publish('channel-2');
  clock.forward(60);
  expect(await keys.find('channel-2')).not.toBeNull();
});

it('with no keys held and none to be had says so, and asks again after five seconds', async () => {
  served.failWith(500);
  await expect(keys.find('channel-1')).rejects.toThrow(KeysUnreachable);
  served.failWith(undefined);
  clock.forward(4);
  await expect(keys.find('channel-1')).rejects.toThrow(KeysUnreachable);
  expect(served.fetches()).toBe(1);
  clock.forward(1);
  expect(await keys.find('channel-1')).not.toBeNull();
});

it('keys come over https or from this machine', () => {
  expect(isKeyAddress('https://login.botframework.com/keys')).toBe(true);
  expect(isKeyAddress('http://127.0.0.1:5300/keys')).toBe(true);
  expect(isKeyAddress('http://login.botframework.com/keys')).toBe(false);
});

it('botbuilder verifies with these keys and fetches none itself: through the whole door a storm costs one fetch', async () => {
  // The machine's clock as botbuilder sees it, the keys' own a day on: Microsoft is away, and genuine activities go on.
  const hands = handSetClock(new Date().toISOString());
  const door = await openBotDoor({ keyDocumentUrl: served.keyDocumentUrl, clock: hands });
  const post = async (header: object) =>
    (await door.post(activity(), `Bearer ${await served.sign(channelClaims(), header)}`)).status;
  expect(await post({})).toBe(200);
  const junk = Array.from({ length: 50 }, (_, n) => post({ kid: `junk-${n}` }));
  expect(new Set(await Promise.all(junk))).toEqual(new Set([401]));
  expect(served.fetches()).toBe(1);
  served.failWith(503);
  hands.forward(61);
  expect(await post({ kid: 'junk' })).toBe(401);
  expect(served.fetches()).toBe(2);
  expect(await post({})).toBe(200);
  expect(served.fetches()).toBe(2);
  await door.close();
});
