import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addMinuteAddendum } from '../../../src/areas/meetings/minutes/add-minute-addendum.ts';
import type { createPosting } from '../../../src/jobs/post-to-channel.ts';
import { markOf, marked } from '../../../src/jobs/mark-of-post.ts';
import type { LookedFor } from '../../../src/ports/channel-messages.ts';
import { channelScene, type ChannelScene } from '../../support/channel-scene.ts';
import { newForm, people, tenant } from '../../support/kernel.ts';
import { needToKnowScene, type NeedToKnowScene } from '../../support/need-to-know-scene.ts';
import { publishedMeeting } from '../../support/published-meeting.ts';

let now: string;
let scene: NeedToKnowScene;
let channel: ChannelScene;
let meeting: string;
let post: string;
/** What looking for the post comes to, and how often somebody looked. */
let looked: LookedFor;
let looks: readonly (readonly (string | undefined)[])[];
let work: ReturnType<typeof createPosting>;
beforeEach(async () => {
  now = '2026-12-10T09:30:00.000Z';
  looks = [];
  looked = { outcome: 'not-there' };
  scene = await needToKnowScene({ now: () => now });
  channel = await channelScene(scene);
  meeting = await publishedMeeting(scene);
  const asked = await channel.post(meeting);
  if (!asked.ok) throw new Error(JSON.stringify(asked.problem));
  post = asked.answer.post;
  const lookFor = async (_place: object, mark: string, thread?: string) => {
    looks = [...looks, [mark, thread]];
    return looked;
  };
  work = channel.workOn(undefined, { lookFor, clock: scene.clock });
  channel.teams.answer = async () => ({ outcome: 'in-doubt', status: 504 });
  expect(await work.carryOut(tenant, post)).toEqual({ later: 'in-doubt' });
});
afterEach(() => scene.close());

const state = async () => (await channel.posts(meeting)).map((one) => [one.state, one.fault]);
const later = (minutes: number) => {
  now = new Date(Date.parse(now) + minutes * 60_000).toISOString();
};

describe('a post in doubt', () => {
  it('that is found in the channel is in the channel, with its message, and nobody is asked', async () => {
    looked = { outcome: 'found', activityId: '1616965872395' };
    expect(await work.carryOut(tenant, post)).toBeUndefined();
    expect(looks).toEqual([[markOf(post), undefined]]);
    expect(await state()).toEqual([['sent', undefined]]);
    const row = scene.database.sqlite.prepare('select activityId from channelPost').get();
    expect(row).toEqual({ activityId: '1616965872395' });
    expect(channel.teams.calls).toBe(1);
  });

  it('that is surely not there may be posted again, and not before Teams has had time to show it', async () => {
    later(9);
    expect(await work.carryOut(tenant, post)).toEqual({ later: 'not-there-yet' });
    expect(await state()).toEqual([['in-doubt', undefined]]);
    expect(await channel.post(meeting)).toMatchObject({ problem: { code: 'already-done' } });
    later(1);
    expect(await work.carryOut(tenant, post)).toBeUndefined();
    expect(await state()).toEqual([['failed', 'not-there']]);
    expect(channel.teams.calls).toBe(1);
    expect(await channel.post(meeting)).toMatchObject({ ok: true });
  });

  it.each(['not-allowed', 'no-team', 'too-many', 'no-mark'] as const)(
    'of which reading does not tell (%s) stays with a person',
    async (why) => {
      looked = { outcome: 'unsure', why };
      later(60);
      expect(await work.carryOut(tenant, post)).toBeUndefined();
      expect(await state()).toEqual([['in-doubt', undefined]]);
      expect(await channel.posts(meeting)).toMatchObject([{ maySettle: true }]);
    },
  );

  it('is looked for again while Teams cannot be asked', async () => {
    looked = { outcome: 'failed', status: 503 };
    expect(await work.carryOut(tenant, post)).toEqual({ later: 'messages-503' });
    expect(await state()).toEqual([['in-doubt', undefined]]);
  });

  it('is looked for by nobody where Lantern may not read channels', async () => {
    expect(await channel.work.carryOut(tenant, post)).toBeUndefined();
    expect(looks).toEqual([]);
    expect(await state()).toEqual([['in-doubt', undefined]]);
  });
});

it('what was added to minutes is looked for in the thread of theirs', async () => {
  looked = { outcome: 'found', activityId: '170' };
  await work.carryOut(tenant, post);
  const added = await scene.perform(addMinuteAddendum, people.priya, { meeting, words: 'She rang back.' }, newForm());
  if (!added.ok) throw new Error(JSON.stringify(added.problem));
  const rows = scene.database.sqlite.prepare('select id from channelPost where id <> ?').all(post) as { id: string }[];
  const [reply] = rows.map(({ id }) => id);
  if (reply === undefined) throw new Error('nothing was posted of it');
  expect(await work.carryOut(tenant, reply)).toEqual({ later: 'in-doubt' });
  looked = { outcome: 'found', activityId: '171' };
  expect(await work.carryOut(tenant, reply)).toBeUndefined();
  expect(looks.at(-1)).toEqual([markOf(reply), '170']);
  expect(await state()).toEqual([
    ['sent', undefined],
    ['sent', undefined],
  ]);
  expect(channel.teams.calls).toBe(2);
});

it('a post bears its mark, and shows nothing of it', async () => {
  channel.teams.answer = undefined;
  const other = await publishedMeeting(scene);
  const asked = await channel.post(other);
  if (!asked.ok) throw new Error(JSON.stringify(asked.problem));
  await work.carryOut(tenant, asked.answer.post);
  expect(JSON.stringify(channel.teams.lying[0]?.card)).toContain(markOf(asked.answer.post));
  const [first] = channel.teams.lying[0]?.card.body ?? [];
  expect(first).toEqual({
    type: 'TextBlock',
    wrap: true,
    text: 'Ring the mother of Child A.',
    id: markOf(asked.answer.post),
  });
  expect(marked({ ...channel.teams.lying[0]!.card, body: [] }, 'x').body).toEqual([]);
});
