import type { JWTPayload } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { activity, channelClaims, openBotDoor, type OpenDoor } from '../support/bot-door.ts';
import { activityMutants } from '../support/bot-mutants.ts';
import { foreignUrls } from '../support/foreign-urls.ts';

let door: OpenDoor;
beforeAll(async () => {
  door = await openBotDoor();
});
beforeEach(() => {
  for (const list of [door.events, door.lines, door.sent]) list.length = 0;
});
afterAll(() => door.close());

const bearer = async (change: JWTPayload = {}) => `Bearer ${await door.keys.sign({ ...channelClaims(), ...change })}`;
const without = (name: string): JWTPayload =>
  Object.fromEntries(Object.entries(channelClaims()).filter(([claim]) => claim !== name));
describe('an activity that is not from Teams, or not for us', () => {
  it.each(activityMutants)('%s: 403, nobody is called', async (_name, code, body) => {
    expect(await door.post(body(), await bearer())).toEqual({ status: 403, text: '' });
    expect(door.events).toEqual([]);
    expect(door.lines).toEqual([{ level: 'security', event: 'bot.refused', code, status: 403 }]);
  });

  it.each(foreignUrls)('the service URL %j, signed for just that: 403, and no token leaves', async (url) => {
    expect(await door.post(activity({ serviceUrl: url }), await bearer({ serviceurl: url }))).toEqual({
      status: 403,
      text: '',
    });
    expect(door.events).toEqual([]);
    expect(door.sent).toEqual([]);
  });

  it('no claim about the service URL: 403', async () => {
    expect((await door.post(activity(), `Bearer ${await door.keys.sign(without('serviceurl'))}`)).status).toBe(403);
    expect(door.events).toEqual([]);
  });
});
