import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Identity } from '../../src/access/types.ts';
import { channelPaths } from '../../src/areas/channels/contract.ts';
import { inTeams } from '../support/channel-scene.ts';
import { people } from '../support/kernel.ts';
import { leila, outsiderScene, type OutsiderScene } from '../support/outsider-scene.ts';

let scene: OutsiderScene;
beforeAll(async () => {
  scene = await outsiderScene();
}, 60_000);
afterAll(() => scene?.end());

async function ask(who: Identity, channel: string, query = '') {
  const path = channelPaths.minutes.replace(':channel', encodeURIComponent(channel));
  const answer = await fetch(`${scene.api.origin}${path}${query}`, {
    headers: { authorization: await scene.token(who) },
  });
  const headers = [...answer.headers].filter(([name]) => name !== 'date');
  return { status: answer.status, headers, text: await answer.text() };
}

it('whoever sits in a channel is answered', async () => {
  const { status, text } = await ask(people.priya, inTeams);
  expect(status).toBe(200);
  expect(JSON.parse(text)).toEqual({ setUp: true, minutes: [] });
});

const { daniel, zoe, kayleigh, stranger } = people;
it.each([daniel, zoe, kayleigh, leila, stranger].map((who) => [who.name, who] as const))(
  '%s, who does not sit there, gets the same, to the byte, as for a channel that is nowhere, and the store is asked the same',
  async (_name, who) => {
    const real = await scene.counted(() => ask(who, inTeams));
    const none = await scene.counted(() => ask(who, '19:nowhere@thread.tacv2'));
    expect(real.answer.status).toBe(404);
    expect(real).toEqual(none);
  },
);

it.each([
  '../desk',
  `19:${'x'.repeat(2_000)}`,
  "19:a' or '1'='1",
  '19:a\u0000b',
  '%2e%2e%2f',
  '*',
  inTeams.toUpperCase(),
])('whoever does not sit anywhere learns nothing by the id %j', async (channel) => {
  expect((await ask(daniel, channel)).status).toBe(404);
});

it.each(['?before=a&before=b', '?before[x]=1', '?before='])(
  'a cursor that is none (%s) breaks nothing',
  async (query) => {
    const { status, text } = await ask(people.priya, inTeams, query);
    expect([200, 400]).toContain(status);
    expect(text).not.toContain('broken');
  },
);

it('a cursor of somewhere else shows nothing of it', async () => {
  const post = scene.there['channel-posts']?.[0] ?? '';
  const { text } = await ask(people.priya, inTeams, `?before=${post}`);
  expect(JSON.parse(text)).toEqual({ setUp: true, minutes: [] });
});
