import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { activity, channelClaims, openBotDoor, type OpenDoor } from '../support/bot-door.ts';
import { botTokens, channelTokenMutants } from '../support/bot-mutants.ts';
import { serveBotFrameworkKeys, unknownKey } from '../support/bot-framework-keys.ts';

let door: OpenDoor;
let stranger: Awaited<ReturnType<typeof unknownKey>>;
// botbuilder writes to the console when a signature is wrong.
const written = vi.spyOn(console, 'error').mockImplementation(() => undefined);

beforeAll(async () => {
  [door, stranger] = await Promise.all([openBotDoor(), unknownKey()]);
});
beforeEach(() => {
  for (const list of [door.events, door.lines, door.sent]) list.length = 0;
});
afterAll(() => door.close());

const tokens = () => botTokens(door.keys, stranger);

describe('a token that is not the channel’s', () => {
  it.each(channelTokenMutants)('%s: 401, nobody is called', async (_name, code, header) => {
    expect(await door.post(activity(), await header(tokens()))).toEqual({ status: 401, text: '' });
    expect(door.events).toEqual([]);
    expect(door.lines).toEqual([{ level: 'security', event: 'bot.refused', code, status: 401 }]);
    expect(door.references.known.size).toBe(0);
  });

  it.each([[['webchat', 'directline']], [[]], [null]])(
    'a key that may speak for %j alone: refused',
    async (endorsements) => {
      const keys = await serveBotFrameworkKeys(endorsements);
      const other = await openBotDoor({ keyDocumentUrl: keys.keyDocumentUrl });
      // No key of the document is good for Teams, so there is none to verify with.
      expect(await other.post(activity(), `Bearer ${await keys.sign(channelClaims())}`)).toEqual({
        status: 503,
        text: '',
      });
      expect(other.events).toEqual([]);
      await Promise.all([other.close(), keys.close()]);
    },
  );
});
it('what botbuilder wrote to the console while it refused holds no token', () => {
  const text = written.mock.calls.flat().map(String).join('\n');
  expect(text.length).toBeGreaterThan(0);
  expect(text).not.toMatch(/ey[\w-]+\.[\w-]+\.[\w-]+/);
});
