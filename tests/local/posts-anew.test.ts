import { createServer } from 'node:http';
import { join } from 'node:path';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import express from 'express';
import { expect, it, onTestFinished } from 'vitest';
import { createKeptLog } from '../../src/local/kept-log.ts';
import { createPostsAnew } from '../../src/local/relay/posts-anew.ts';
import { openState } from '../../src/local/state.ts';
import { createChannelPosts, type ConnectorCall } from '../../src/local/teams/channel-posts.ts';
import { listening } from '../support/listening.ts';

const triage = 'channel-triage-priya';
const at = (path: string) => `/v3/conversations/${triage}${path}`;
const card = (text: string) => ({
  attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: { text } }],
});
const calls: readonly ConnectorCall[] = [
  { method: 'POST', path: at('/activities'), body: card('minutes'), answer: { id: 'a' } },
  { method: 'POST', path: at('/activities'), body: card('bulletin'), answer: { id: 'b' } },
  {
    method: 'POST',
    path: `/v3/conversations/${triage}%3Bmessageid%3Da/activities`,
    body: card('added'),
    answer: { id: 'c' },
  },
  { method: 'PUT', path: at('/activities/a'), body: card('minutes, one done'), answer: { id: 'a' } },
  { method: 'DELETE', path: at('/activities/b'), body: undefined, answer: undefined },
];

/** A tenant that was stopped after these calls, and started again. */
function startedAgain() {
  const folder = mkdtempSync(join(tmpdir(), 'lantern-posts-'));
  const open = () => {
    const state = openState(join(folder, 'tenant.db'));
    return { state, posts: createChannelPosts(() => 0, createKeptLog(state, 'channel-post')) };
  };
  const first = open();
  for (const call of calls) first.posts.note(call);
  first.state.close();
  const { state, posts } = open();
  onTestFinished(() => {
    state.close();
    rmSync(folder, { recursive: true });
  });
  return posts;
}

/** A chat window that was opened again: empty, and with ids of its own. */
async function aWindow() {
  const heard: { readonly path: string; readonly text: unknown; readonly into: string }[] = [];
  const window = await listening(
    createServer(
      express().post('/{*all}', express.json(), (request, response) => {
        type Posted = ReturnType<typeof card> & { readonly conversation: { readonly conversationType: string } };
        const { attachments, conversation } = request.body as Posted;
        heard.push({ path: request.path, text: attachments[0]?.content.text, into: conversation.conversationType });
        response.status(201).json({ id: `w${heard.length}` });
      }),
    ),
  );
  onTestFinished(() => window.close());
  return { heard, origin: window.origin };
}

it('what was posted in a channel is there after the next start as it stood, and what was taken away is not', async () => {
  const posts = startedAgain().in(triage);
  expect(posts.map(({ id, replyTo, deletedAt }) => [id, replyTo, deletedAt !== undefined])).toEqual([
    ['a', undefined, false],
    ['b', undefined, true],
    ['c', 'a', false],
  ]);
  const { heard, origin } = await aWindow();
  await createPostsAnew().put(origin, posts);
  expect(heard).toEqual([
    { path: at('/activities'), text: 'minutes, one done', into: 'channel' },
    { path: at('/activities/w1'), text: 'added', into: 'channel' },
  ]);
});

it('Lantern goes on under the ids that it knows, and hears of a press under them', async () => {
  const { origin } = await aWindow();
  const anew = createPostsAnew();
  await anew.put(origin, startedAgain().in(triage));
  expect(anew.toWindow(at('/activities/a'))).toBe(at('/activities/w1'));
  expect(anew.toWindow(`/v3/conversations/${triage}%3Bmessageid%3Da/activities`)).toBe(
    `/v3/conversations/${triage}%3Bmessageid%3Dw1/activities`,
  );
  expect(anew.toWindow(at('/activities/new'))).toBe(at('/activities/new'));
  expect(anew.toWindow(at('/pagedmembers?pageSize=500'))).toBe(at('/pagedmembers?pageSize=500'));
  expect(anew.toLantern({ type: 'invoke', replyToId: 'w1' })).toEqual({ type: 'invoke', replyToId: 'a' });
  expect(anew.toLantern({ type: 'message' })).toEqual({ type: 'message' });
});
