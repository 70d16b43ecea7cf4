import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { postingIdentity } from '../../../src/access/actor.ts';
import { noteChannel } from '../../../src/areas/channels/note-channel.ts';
import { settleChannelPost } from '../../../src/areas/channels/settle-channel-post.ts';
import { deliverOnce } from '../../../src/jobs/deliver.ts';
import type { Perform } from '../../../src/perform/perform.ts';
import { refuse } from '../../../src/perform/problem.ts';
import { channelScene, inTeams, memberOf, renderingOf, type ChannelScene } from '../../support/channel-scene.ts';
import { newForm, people, tenant } from '../../support/kernel.ts';
import { needToKnowScene, type NeedToKnowScene } from '../../support/need-to-know-scene.ts';
import { publishedMeeting } from '../../support/published-meeting.ts';
import { recordedLog } from '../../support/recorded-log.ts';

const { daniel, kayleigh, priya, tom, zoe } = people;
let now: string;
let scene: NeedToKnowScene;
let channel: ChannelScene;
let meeting: string;
beforeEach(async () => {
  now = '2026-12-10T09:30:00.000Z';
  scene = await needToKnowScene({ now: () => now });
  channel = await channelScene(scene);
  meeting = await publishedMeeting(scene);
});
afterEach(() => scene.close());

const posted = async (over: object = {}): Promise<string> => {
  const result = await channel.post(meeting, over);
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.answer.post;
};
const state = async () => (await channel.posts(meeting)).map((post) => [post.state, post.fault]);

/** Works until nothing is due any more. */
async function drain(work = channel.work): Promise<void> {
  const messenger = {
    send: async () => ({ outcome: 'delivered', activityId: 'x' }) as const,
    update: async () => ({ outcome: 'delivered', activityId: 'x' }) as const,
  };
  const gone = channel.teams.lying[0]?.card ?? { type: 'AdaptiveCard' };
  const parts = {
    queue: scene.messages,
    messenger,
    render: async () => undefined,
    gone: gone as never,
    posts: work,
    log: recordedLog().log,
  };
  while ((await deliverOnce(parts)) > 0);
}

describe('published minutes', () => {
  it('lie in the channel once, by one call, and Lantern says so', async () => {
    await posted();
    expect(await state()).toEqual([['queued', undefined]]);
    await drain();
    expect(channel.teams).toMatchObject({ calls: 1, lying: [{ id: '170' }] });
    expect(await state()).toEqual([['sent', undefined]]);
    await drain();
    expect(channel.teams.calls).toBe(1);
  });

  it('are posted once, however often that is asked', async () => {
    const form = newForm();
    const first = await channel.post(meeting, {}, priya, form);
    expect(await channel.post(meeting, {}, priya, form)).toEqual(first);
    expect(await channel.post(meeting)).toMatchObject({ ok: false, problem: { code: 'already-done' } });
    await drain();
    expect(await channel.post(meeting)).toMatchObject({ ok: false, problem: { code: 'already-done' } });
    await drain();
    expect(channel.teams.calls).toBe(1);
  });

  it('are posted by whoever chairs, minutes or leads, and by nobody else', async () => {
    for (const who of [daniel, kayleigh])
      expect(await channel.post(meeting, {}, who)).toMatchObject({ ok: false, problem: { code: 'not-found' } });
    expect(await channel.post(meeting, {}, zoe)).toMatchObject({ ok: true });
  });

  it('are not posted before they are published, nor where their kind does not go', async () => {
    const agreed = await publishedMeeting(scene, { publish: false });
    expect(await channel.post(agreed)).toMatchObject({ ok: false, problem: { code: 'invalid-input' } });
    const elsewhere = await publishedMeeting(scene, { over: { kind: 'pastoral' } });
    expect(await channel.post(elsewhere)).toMatchObject({ ok: false, problem: { code: 'not-found' } });
  });

  it('are not posted as they were when they have changed since somebody looked', async () => {
    expect(await channel.post(meeting, { digest: 'e'.repeat(64) })).toMatchObject({
      problem: { code: 'changed-meanwhile' },
    });
    await posted();
    channel.seen.rendering = { ...channel.seen.rendering, digest: 'f'.repeat(64) };
    await drain();
    expect(channel.teams.calls).toBe(0);
    expect(await state()).toEqual([['failed', 'changed']]);
  });
});

describe('who sits in the channel', () => {
  const guest = { person: daniel.person, tenant, guest: true, name: 'Ama' };
  const outsider = { person: zoe.person, tenant: '99999999-9999-4999-8999-999999999999', guest: false, name: 'Jo' };

  it.each([
    ['a guest', guest, 'guest in the channel'],
    ['an outsider', outsider, 'another organisation'],
    ['somebody whom Teams names by no account', { tenant, guest: false, name: '?' }, 'another organisation'],
  ])('%s keeps everything from being posted, whatever the reason', async (_who, member, message) => {
    channel.teams.members = [memberOf(priya), member];
    const result = await channel.post(meeting, { reason: 'They need it.' });
    expect(result).toMatchObject({
      ok: false,
      problem: { fields: [{ message: expect.stringContaining(message) as string }] },
    });
    expect(await channel.posts(meeting)).toEqual([]);
  });

  it('beyond its audience asks for a reason, which is kept with the post', async () => {
    channel.teams.members = [memberOf(priya), memberOf(kayleigh)];
    expect(await channel.post(meeting)).toMatchObject({ ok: false, problem: { code: 'invalid-input' } });
    expect(await channel.post(meeting, { reason: '  ' })).toMatchObject({ ok: false });
    await posted({ reason: 'Kayleigh runs the breakfast club.' });
    await drain();
    expect(await state()).toEqual([['sent', undefined]]);
    const row = scene.database.sqlite.prepare('select reason from channelPost').get();
    expect(row).toEqual({ reason: 'Kayleigh runs the breakfast club.' });
  });

  it('may not read of their own child', async () => {
    await scene.keep(tom, scene.child('Ellie Marsden'));
    expect(await channel.post(meeting, { reason: 'All the same.' })).toMatchObject({
      problem: { fields: [{ message: expect.stringContaining('conflict of interest') as string }] },
    });
  });

  it('is not empty because nobody was seen there: nothing is posted', async () => {
    const id = await posted();
    channel.teams.members = [];
    expect(await channel.work.carryOut(tenant, id)).toBeUndefined();
    expect(await state()).toEqual([['failed', 'unseen']]);
    expect(await channel.post(meeting, { reason: 'All know her.' })).toMatchObject({ ok: false });
    expect(channel.teams.calls).toBe(0);
  });

  it('is asked again right before it is sent: a guest who came meanwhile blocks it', async () => {
    await posted();
    channel.teams.members = [memberOf(priya), guest];
    await drain();
    expect(channel.teams.calls).toBe(0);
    expect(await state()).toEqual([['failed', 'guest']]);
  });

  it('has to be known: while Teams does not say, nothing is posted, and it is tried again', async () => {
    channel.teams.asked = { outcome: 'failed', status: 503 };
    expect(await channel.post(meeting)).toMatchObject({ ok: false });
    channel.teams.asked = undefined;
    const id = await posted();
    channel.teams.asked = { outcome: 'failed', status: 503 };
    expect(await channel.work.carryOut(tenant, id)).toEqual({ later: 'members-503' });
    expect(await state()).toEqual([['queued', undefined]]);
    channel.teams.asked = undefined;
    expect(await channel.work.carryOut(tenant, id)).toBeUndefined();
    expect(await state()).toEqual([['sent', undefined]]);
  });
});

it('a rendering that still names somebody goes nowhere, whoever sits there and whatever the reason', async () => {
  channel.seen.rendering = { rendering: renderingOf('Ring Ellie’s mother.'), digest: 'a'.repeat(64), names: 1 };
  const preview = await channel.desk.preview(priya, meeting, channel.channel);
  expect(preview).toMatchObject({ ok: true, answer: { fault: 'names' } });
  expect(await channel.post(meeting, { reason: 'All know her.' })).toMatchObject({ ok: false });
});

describe('a post whose sending is cut off', () => {
  /** Stops where a process would have been killed: nothing after it happens. */
  const killed = () => new Promise<never>(() => undefined);

  it('between the call and its answer is not sent again: a person says whether it is there', async () => {
    const id = await posted();
    let reached = () => {};
    const arrived = new Promise<void>((resolve) => (reached = resolve));
    channel.teams.answer = (put) => {
      put();
      reached();
      return killed();
    };
    void channel.work.carryOut(tenant, id);
    await arrived;
    expect(await state()).toEqual([['sending', undefined]]);
    // Another process finds it after the lease.
    const next = channel.workOn();
    await next.carryOut(tenant, id);
    await next.carryOut(tenant, id);
    expect(channel.teams).toMatchObject({ calls: 1, lying: [{ id: '170' }] });
    expect(await state()).toEqual([['in-doubt', undefined]]);
    expect(await channel.post(meeting)).toMatchObject({ problem: { code: 'already-done' } });
    const [post] = await channel.posts(meeting);
    expect(post).toMatchObject({ maySettle: true });
    expect(await scene.act(settleChannelPost, zoe, { post: id, rev: post?.rev ?? 0, step: 'found' })).toBe('done');
    expect(await state()).toEqual([['sent', undefined]]);
  });

  it('before the call is sent by the next, once', async () => {
    const id = await posted();
    const dying = channel.workOn((async (useCase, ...rest) =>
      useCase.verb === 'move-channel-post' ? killed() : scene.perform(useCase, ...rest)) as Perform);
    void dying.carryOut(tenant, id);
    await channel.work.carryOut(tenant, id);
    expect(channel.teams.calls).toBe(1);
    expect(await state()).toEqual([['sent', undefined]]);
  });

  it('when its arrival cannot be written down is in doubt, and not sent again', async () => {
    const id = await posted();
    let moves = 0;
    const forgetful = channel.workOn((async (useCase, ...rest) =>
      useCase.verb === 'move-channel-post' && ++moves === 2
        ? refuse('busy')
        : scene.perform(useCase, ...rest)) as Perform);
    await expect(forgetful.carryOut(tenant, id)).rejects.toThrow('busy');
    await channel.work.carryOut(tenant, id);
    expect(channel.teams.calls).toBe(1);
    expect(await state()).toEqual([['in-doubt', undefined]]);
  });

  it('and is claimed by two workers at once is sent by one of them', async () => {
    const id = await posted();
    await Promise.all([channel.work.carryOut(tenant, id), channel.workOn().carryOut(tenant, id)]);
    expect(channel.teams.calls).toBe(1);
  });
});

describe('what Teams answers', () => {
  it('that it took nothing: it is tried again later, and lies there once', async () => {
    const id = await posted();
    channel.teams.answer = async () => ({ outcome: 'failed', status: 429 });
    expect(await channel.work.carryOut(tenant, id)).toEqual({ later: 'status-429' });
    channel.teams.answer = undefined;
    await channel.work.carryOut(tenant, id);
    expect(channel.teams.lying).toHaveLength(1);
    expect(await state()).toEqual([['sent', undefined]]);
  });

  it.each([
    [{ outcome: 'failed', status: 413 } as const, ['failed', 'refused']],
    [{ outcome: 'unreachable', why: 'blocked' } as const, ['failed', 'removed']],
    [{ outcome: 'in-doubt', status: 504 } as const, ['in-doubt', undefined]],
  ])('%j', async (answer, expected) => {
    const id = await posted();
    channel.teams.answer = async () => answer;
    expect(await channel.work.carryOut(tenant, id)).toBeUndefined();
    expect(await state()).toEqual([expected]);
  });
});

it('what was withdrawn before it was sent is not sent', async () => {
  const id = await posted();
  const [post] = await channel.posts(meeting);
  expect(await scene.act(settleChannelPost, priya, { post: id, rev: post?.rev ?? 0, step: 'withdraw' })).toBe('done');
  await drain();
  expect(channel.teams.calls).toBe(0);
  expect(await channel.post(meeting)).toMatchObject({ ok: true });
});

describe('Lantern taken out of the channel', () => {
  const note = (there: boolean) =>
    scene.perform(noteChannel, postingIdentity(tenant), { channel: inTeams, there }, newForm());
  const told = () =>
    scene.database.sqlite
      .prepare(`select payload from outbox where channel = 'message'`)
      .all()
      .filter((row) => JSON.stringify(row).includes('channel-removed'));

  it('is told to whoever set it up, once, and nothing is posted there', async () => {
    await posted();
    expect(await note(false)).toMatchObject({ ok: true });
    expect(await note(false)).toMatchObject({ problem: { code: 'already-done' } });
    expect(told()).toHaveLength(1);
    expect(JSON.stringify(told())).toContain(priya.person);
    await channel.work.carryOut(tenant, (await channel.posts(meeting))[0]?.id ?? '');
    expect(await state()).toEqual([['failed', 'removed']]);
    expect(channel.teams.calls).toBe(0);
    expect(await channel.post(meeting)).toMatchObject({ ok: false });
  });

  it('and put back into it posts there again', async () => {
    await note(false);
    await note(true);
    expect(await channel.post(meeting)).toMatchObject({ ok: true });
  });
});
