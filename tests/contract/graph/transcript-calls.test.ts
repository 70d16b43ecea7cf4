import { expect, it } from 'vitest';
import { people } from '../../support/kernel.ts';
import { transcriptScene } from '../../support/transcript-scene.ts';

/**
 * What Microsoft Graph v1.0 is asked for about a transcript, as its pages describe it: nothing is written, and each call is one of these.
 * https://learn.microsoft.com/graph/api/event-get, onlinemeeting-get, onlinemeeting-list-transcripts, calltranscript-get
 */
const user = '/v1\\.0/users/[0-9a-f-]{36}';
const known: readonly (readonly [path: RegExp, query: RegExp])[] = [
  [new RegExp(`^${user}/events/[^/]+$`), /^\?\$select=onlineMeeting$/],
  [
    new RegExp(`^${user}/onlineMeetings$`),
    /^\?\$filter=JoinWebUrl eq 'https:\/\/teams\.microsoft\.com\/l\/meetup-join\/[^']+'$/,
  ],
  [new RegExp(`^${user}/onlineMeetings/[^/]+/transcripts$`), /^$/],
  [new RegExp(`^${user}/onlineMeetings/[^/]+/transcripts/[^/]+/content$`), /^\?\$format=text\/vtt$/],
];

it('every call about a transcript is one that Microsoft describes', async () => {
  const { held, transcribe, door, calls } = await transcriptScene();
  const id = await held();
  await transcribe(id);
  const before = calls().length;
  expect(await door()(people.priya, id)).toMatchObject({ ok: true, answer: { state: 'there' } });
  const asked = calls().slice(before);
  expect(asked).toHaveLength(known.length);
  for (const [i, { method, url, status }] of asked.entries()) {
    const { origin, pathname, search } = new URL(url);
    expect([origin, method, status]).toEqual(['https://graph.microsoft.com', 'GET', 200]);
    expect(pathname).toMatch(known[i]![0]);
    expect(decodeURIComponent(search)).toMatch(known[i]![1]);
  }
  // The way into a meeting has its own percent signs: once around them is what Graph compares.
  expect(asked[1]?.url).toContain('19%253ameeting_');
});
