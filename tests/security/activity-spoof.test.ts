import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { openBotDoor, type OpenDoor } from '../support/bot-door.ts';
import { unknownKey } from '../support/bot-framework-keys.ts';
import { botTokens, spoofedActivities, type BotTokens } from '../support/bot-mutants.ts';

let door: OpenDoor;
let tokens: BotTokens;
vi.spyOn(console, 'error').mockImplementation(() => undefined);

beforeAll(async () => {
  door = await openBotDoor();
  tokens = botTokens(door.keys, await unknownKey());
});
beforeEach(() => {
  for (const list of [door.events, door.lines, door.sent]) list.length = 0;
});
afterAll(() => door.close());

it.each(spoofedActivities)('%s: refused, nobody is called, no token leaves', async (_what, claims, body) => {
  const { status, text } = await door.post(body(), await tokens.signed(claims(tokens)));
  expect([401, 403]).toContain(status);
  expect(text).toBe('');
  expect(door.events).toEqual([]);
  expect(door.sent).toEqual([]);
  expect(door.references.known.size).toBe(0);
  expect(door.lines).toEqual([{ level: 'security', event: 'bot.refused', code: expect.any(String), status }]);
});

it('after all of them a genuine activity is let in, and the first of them still is not', async () => {
  expect((await door.say()).status).toBe(200);
  const [, claims, body] = spoofedActivities[0]!;
  expect((await door.post(body(), await tokens.signed(claims(tokens)))).status).toBe(401);
  expect(door.events).toHaveLength(1);
});
