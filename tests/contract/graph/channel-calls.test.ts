import { expect, it } from 'vitest';
import { createChannelMessages } from '../../../src/graph/channel-messages.ts';
import { markOf, marked, marks } from '../../../src/jobs/mark-of-post.ts';
import { demo } from '../../../src/local/cast.ts';
import { groupIds } from '../../../src/local/directory/directory-data.ts';
import { lanternApp } from '../../../src/local/teams/teams-apps.ts';
import type { Card } from '../../../src/ports/card.ts';
import type { Graph, GraphAnswer } from '../../../src/ports/graph.ts';
import { aTenant } from '../../local/a-tenant.ts';
import { asApp } from '../../local/as-app.ts';

const channel = 'channel-triage-priya';
const card = (text: string): Card => ({
  ...{ type: 'AdaptiveCard', $schema: 'http://adaptivecards.io/schemas/adaptive-card.json', version: '1.5' },
  body: [{ type: 'TextBlock', wrap: true, text }],
});
const id = (n: number) => String(n).padStart(32, '0');

/** A tenant in whose team the app may be installed, and Lantern's reading of its channels. */
async function scene({ installed = true } = {}) {
  const tenant = await aTenant();
  if (installed) tenant.core.installs.add(groupIds.team, lanternApp.id);
  const calls: string[] = [];
  const app = asApp(tenant);
  const graph: Graph = {
    async call({ method, path }) {
      calls.push(`${method} ${path.replace(/\$skiptoken=.*/, '$skiptoken=…')}`);
      const { status, body } = await app(method, path.replace('https://graph.microsoft.com/v1.0', ''));
      return { status, headers: {}, body } satisfies GraphAnswer;
    },
  };
  const posted = (
    post: number,
    content: object = marked(card('Minutes'), id(post)),
    method = 'POST',
    thread?: number,
  ) =>
    tenant.core.channelPosts.note({
      method,
      path: `/v3/conversations/${channel}${thread === undefined ? '' : `;messageid=${1_700_000 + thread}`}/activities${method === 'POST' ? '' : `/${1_700_000 + post}`}`,
      body: { attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content }] },
      answer: { id: String(1_700_000 + post) },
    });
  const messages = createChannelMessages(graph, demo.botAppId.toUpperCase(), marks);
  const look = (post: number, thread?: number) =>
    messages.look(groupIds.team, channel, markOf(id(post)), thread === undefined ? undefined : `${1_700_000 + thread}`);
  return { calls, posted, look };
}

it('a post is found by its mark, on whatever page it lies, by the calls that Microsoft describes', async () => {
  const { calls, posted, look } = await scene();
  for (let post = 0; post < 60; post++) posted(post);
  expect(await look(3)).toEqual({ outcome: 'found', activityId: '1700003' });
  const at = `GET /teams/${groupIds.team}/channels/${channel}/messages?$top=50`;
  expect(calls).toEqual([at, expect.stringMatching(/\/messages\?.*\$skiptoken=…$/) as string]);
  expect(await look(59)).toEqual({ outcome: 'found', activityId: '1700059' });
  expect(await look(77)).toEqual({ outcome: 'not-there' });
});

it('what was added to minutes is found in the thread of theirs, and in no other', async () => {
  const { calls, posted, look } = await scene();
  const addendum = marked(card('Something was added'), id(3));
  posted(1);
  posted(2);
  posted(3, addendum, 'POST', 1);
  expect(await look(3, 1)).toEqual({ outcome: 'found', activityId: '1700003' });
  expect(calls).toEqual([`GET /teams/${groupIds.team}/channels/${channel}/messages/1700001/replies?$top=50`]);
  expect(await look(3, 2)).toEqual({ outcome: 'not-there' });
  expect(await look(3)).toEqual({ outcome: 'not-there' });
  // Whoever took the minutes away in Teams took the thread away.
  expect(await look(3, 9)).toEqual({ outcome: 'unsure', why: 'no-team' });
});

it('a post that was made new is found all the same', async () => {
  const { posted, look } = await scene();
  posted(1);
  posted(1, marked(card('It was withdrawn'), id(1)), 'PUT');
  expect(await look(1)).toEqual({ outcome: 'found', activityId: '1700001' });
});

it('nothing is concluded where a message of Lantern’s bears no mark, or was deleted', async () => {
  const bare = await scene();
  bare.posted(1, card('From before posts were marked'));
  expect(await bare.look(2)).toEqual({ outcome: 'unsure', why: 'no-mark' });
  const gone = await scene();
  gone.posted(1);
  gone.posted(1, {}, 'DELETE');
  expect(await gone.look(2)).toEqual({ outcome: 'unsure', why: 'no-mark' });
});

it('nothing is concluded where Lantern may not read, or there is no such channel', async () => {
  const refused = await scene({ installed: false });
  refused.posted(1);
  expect(await refused.look(1)).toEqual({ outcome: 'unsure', why: 'not-allowed' });
  const { look } = await scene();
  expect(await look(1)).toEqual({ outcome: 'unsure', why: 'no-team' });
});

it('nothing is concluded where there is more than is read', async () => {
  const { calls, posted, look } = await scene();
  for (let post = 0; post < 2_001; post++) posted(post);
  expect(await look(0)).toEqual({ outcome: 'unsure', why: 'too-many' });
  expect(calls).toHaveLength(40);
});

it('nothing is concluded from an answer that is none', async () => {
  const of = (answer: GraphAnswer) =>
    createChannelMessages({ call: async () => answer }, demo.botAppId, marks).look('g', 'c', 'm');
  expect(await of({ status: 503, headers: {}, body: undefined })).toEqual({ outcome: 'failed', status: 503 });
  expect(await of({ status: 200, headers: {}, body: { value: [{ nothing: 'known' }] } })).toEqual({
    outcome: 'failed',
  });
});
