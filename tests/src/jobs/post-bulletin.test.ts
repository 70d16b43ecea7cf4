import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Identity } from '../../../src/access/types.ts';
import { confirmReadInChannel } from '../../../src/areas/briefings/confirm-read-in-channel.ts';
import { briefing as briefingType } from '../../../src/areas/briefings/record.ts';
import { sendBriefing } from '../../../src/areas/briefings/send-briefing.ts';
import { listBriefings, listBriefingsToRead, listReceipts } from '../../../src/areas/briefings/views.ts';
import { withdrawBriefing } from '../../../src/areas/briefings/withdraw-briefing.ts';
import { settleChannelPost } from '../../../src/areas/channels/settle-channel-post.ts';
import { deliverOnce } from '../../../src/jobs/deliver.ts';
import { channelScene, memberOf, type ChannelScene } from '../../support/channel-scene.ts';
import { newForm, people, tenant } from '../../support/kernel.ts';
import { needToKnowScene, type NeedToKnowScene } from '../../support/need-to-know-scene.ts';
import { recordedLog } from '../../support/recorded-log.ts';

const { daniel, kayleigh, priya, tom, zoe } = people;
const words = 'Use the new referral form from today.';
let scene: NeedToKnowScene;
let channel: ChannelScene;
beforeEach(async () => {
  scene = await needToKnowScene({ now: () => '2026-12-10T09:30:00.000Z' });
  channel = await channelScene(scene);
});
afterEach(() => scene.close());

type Asked = Parameters<typeof sendBriefing.decide>[1];
async function sent(over: Partial<Asked> = {}): Promise<string> {
  const asked = {
    ...{ school: 'harrowmere', heading: 'The new referral form', words, readBy: '2026-12-18' },
    ...{ audience: 'channels' as const, roles: [], people: [] },
    ...over,
  };
  const result = await scene.perform(sendBriefing, priya, asked, newForm());
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.answer.briefing;
}
const preview = async (id: string, who: Identity = priya) => {
  const looked = await channel.desk.previewBulletin(who, id, channel.channel);
  if (!looked.ok) throw new Error(looked.problem.code);
  return looked.answer;
};
const post = (id: string, digest: string, who: Identity = priya, form = newForm()) =>
  channel.desk.postBulletin(who, id, channel.channel, { form, digest });
async function posted(id: string): Promise<string> {
  const result = await post(id, (await preview(id)).digest);
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.answer.post;
}
const of = async (id: string) => {
  const all = await channel.desk.ofBriefing(priya, id);
  if (!all.ok) throw new Error(all.problem.code);
  return all.answer;
};
const state = async (id: string) => (await of(id)).posts.map((one) => [one.state, one.fault]);
const withdraw = async (id: string) =>
  scene.act(withdrawBriefing, priya, {
    ...{ briefing: id, reason: 'It comes in January.' },
    rev: (await scene.store.record(tenant, briefingType, id))?.rev ?? 0,
  });
async function drain(): Promise<void> {
  const delivered = async () => ({ outcome: 'delivered', activityId: 'x' }) as const;
  const parts = {
    ...{ queue: scene.messages, messenger: { send: delivered, update: delivered }, render: async () => undefined },
    ...{ gone: { type: 'AdaptiveCard' } as never, posts: channel.work, log: recordedLog().log },
  };
  while ((await deliverOnce(parts)) > 0);
}
const lying = () => JSON.stringify(channel.teams.lying);

describe('a bulletin', () => {
  it('that is only for channels asks nobody by name, and lies in the channel once, by one call', async () => {
    const id = await sent();
    expect(await scene.look(listReceipts, priya, { id })).toEqual([]);
    await posted(id);
    expect(await state(id)).toEqual([['queued', undefined]]);
    await drain();
    await drain();
    expect(channel.teams).toMatchObject({ calls: 1, lying: [{ id: '170' }] });
    expect(lying()).toContain(words);
    expect(await state(id)).toEqual([['sent', undefined]]);
  });

  it('is posted once to a channel, however often that is asked', async () => {
    const id = await sent();
    const [form, { digest }] = [newForm(), await preview(id)];
    const first = await post(id, digest, priya, form);
    expect(await post(id, digest, priya, form)).toEqual(first);
    expect(await post(id, digest)).toMatchObject({ ok: false, problem: { code: 'already-done' } });
    await drain();
    expect(await post(id, digest)).toMatchObject({ ok: false, problem: { code: 'already-done' } });
    expect(channel.teams.calls).toBe(1);
  });

  it('is posted by whoever may send briefings, and by nobody else', async () => {
    const id = await sent();
    const { digest } = await preview(id);
    for (const who of [daniel, kayleigh, zoe]) {
      expect(await channel.desk.ofBriefing(who, id)).toMatchObject({ problem: { code: 'not-found' } });
      expect(await channel.desk.previewBulletin(who, id, channel.channel)).toMatchObject({
        problem: { code: 'not-found' },
      });
      expect(await post(id, digest, who)).toMatchObject({ problem: { code: 'not-found' } });
    }
    expect(await post(id, digest, tom)).toMatchObject({ ok: true });
  });

  it('is not posted otherwise than it was looked at', async () => {
    expect(await post(await sent(), 'e'.repeat(64))).toMatchObject({ problem: { code: 'changed-meanwhile' } });
  });

  it('goes into a channel in which guests sit, and whoever posts it is told of them', async () => {
    const id = await sent();
    const guest = { person: daniel.person, tenant, guest: true, name: 'Ama Boateng' };
    channel.teams.members = [memberOf(priya), memberOf(kayleigh), guest];
    expect(await preview(id)).toMatchObject({
      strangers: 1,
      readers: [{ flags: [] }, { flags: [] }, { name: 'Ama Boateng', flags: ['guest'] }],
    });
    await posted(id);
    await drain();
    expect(await state(id)).toEqual([['sent', undefined]]);
  });

  it('that has come to name a child is not offered, not taken, and not sent', async () => {
    const id = await sent();
    const post1 = await posted(id);
    // As when a child of that name comes to the school after it was written.
    const rename = scene.database.sqlite.prepare('update briefing set words = ? where id = ?');
    rename.run('Ellie Marsden will use the new form.', id);
    expect(await preview(id)).toMatchObject({ fault: 'names' });
    await channel.work.carryOut(tenant, post1);
    expect(await state(id)).toEqual([['failed', 'changed']]);
    expect(await post(id, (await preview(id)).digest)).toMatchObject({
      problem: { fields: [{ message: expect.stringContaining('names or identifies') as string }] },
    });
    expect(channel.teams.calls).toBe(0);
  });

  it('whose child came to the school between asking and sending is not sent', async () => {
    const id = await sent({ words: 'Anna Quillfeather answers the telephone.' });
    const one = await posted(id);
    scene.database.sqlite
      .prepare(`update pupil set givenName = 'Anna', familyName = 'Quillfeather' where id = ?`)
      .run(scene.child('Ellie Marsden'));
    await channel.work.carryOut(tenant, one);
    expect(await state(id)).toEqual([['failed', 'names']]);
    expect(channel.teams.calls).toBe(0);
  });
});

describe('“I have read this” in a channel', () => {
  it('gives whoever was not asked by name a receipt, once, and counts for whoever was', async () => {
    const id = await sent({ audience: 'people', people: [daniel.person] });
    for (const who of [daniel, kayleigh]) {
      expect(await scene.act(confirmReadInChannel, who, { briefing: id })).toBe('done');
      expect(await scene.act(confirmReadInChannel, who, { briefing: id })).toBe('already-done');
    }
    const receipts = (await scene.look(listReceipts, priya, { id })) ?? [];
    expect(receipts.map(({ name, state: is }) => [name, is]).sort()).toEqual(
      [daniel, kayleigh].map(({ name }) => [name, 'read']).sort(),
    );
    expect((await scene.look(listBriefings, priya, {}))?.items[0]).toMatchObject({ asked: 2, read: 2 });
    expect(await scene.look(listBriefingsToRead, kayleigh, {})).toMatchObject([{ id, withdrawn: false }]);
  });

  it('is counted against who sits in the channel, as numbers', async () => {
    const id = await sent();
    await posted(id);
    await drain();
    expect((await of(id)).posts).toMatchObject([{ inChannel: { people: 3, read: 0 } }]);
    await scene.act(confirmReadInChannel, tom, { briefing: id });
    await scene.act(confirmReadInChannel, daniel, { briefing: id });
    expect((await of(id)).posts).toMatchObject([{ inChannel: { people: 3, read: 1 } }]);
    channel.teams.asked = { outcome: 'failed', status: 503 };
    expect((await of(id)).posts[0]).not.toHaveProperty('inChannel');
  });

  it('is taken from nobody who is not on the staff of the school', async () => {
    const id = await sent();
    const guest = { ...daniel, person: '99999999-9999-4999-8999-999999999999' };
    expect(await scene.act(confirmReadInChannel, guest, { briefing: id })).toBe('not-found');
    expect(await scene.look(listReceipts, priya, { id })).toEqual([]);
  });
});

describe('a bulletin that is withdrawn', () => {
  it('says so in the channel, and takes no more receipts', async () => {
    const id = await sent();
    await posted(id);
    await drain();
    expect(await withdraw(id)).toBe('done');
    await drain();
    expect(lying()).toContain('withdrawn');
    expect(lying()).not.toContain(words);
    expect(await scene.act(confirmReadInChannel, daniel, { briefing: id })).toBe('changed-meanwhile');
    expect(await post(id, (await preview(id)).digest)).toMatchObject({ problem: { code: 'already-done' } });
  });

  it('before it was sent is not sent', async () => {
    const id = await sent();
    await posted(id);
    await withdraw(id);
    await drain();
    expect(channel.teams.calls).toBe(0);
    expect(await state(id)).toEqual([['withdrawn', undefined]]);
  });

  it('is taken back later where Teams cannot take that just now', async () => {
    const id = await sent();
    const one = await posted(id);
    await drain();
    await withdraw(id);
    const update = channel.channels.update;
    channel.channels.update = async () => ({ outcome: 'failed', status: 429 }) as never;
    expect(await channel.work.carryOut(tenant, one)).toEqual({ later: 'status-429' });
    channel.channels.update = update;
    expect(await channel.work.carryOut(tenant, one)).toBeUndefined();
    expect(lying()).not.toContain(words);
  });

  it('while it is being sent is taken back once it has arrived', async () => {
    const id = await sent();
    const one = await posted(id);
    channel.teams.answer = async (put) => {
      const activityId = put();
      await withdraw(id);
      // Another worker gives it up for lost before the answer is written down.
      await channel.workOn().carryOut(tenant, one);
      return { outcome: 'delivered', activityId };
    };
    await channel.work.carryOut(tenant, one);
    await drain();
    expect(await state(id)).toEqual([['sent', undefined]]);
    expect(lying()).not.toContain(words);
  });
});

it('a bulletin that was withdrawn while it was in doubt is taken back once it is found', async () => {
  const id = await sent();
  const one = await posted(id);
  channel.teams.answer = async (put) => (put(), { outcome: 'in-doubt', status: 504 });
  await channel.work.carryOut(tenant, one);
  await withdraw(id);
  await drain();
  expect(lying()).toContain(words);
  const lookFor = async () => ({ outcome: 'found', activityId: '170' }) as const;
  await channel.workOn(undefined, { lookFor, clock: scene.clock }).carryOut(tenant, one);
  await drain();
  expect(await state(id)).toEqual([['sent', undefined]]);
  expect(lying()).not.toContain(words);
});

it('a bulletin whose sending was cut off is in doubt, and is settled as minutes are', async () => {
  const id = await sent();
  const one = await posted(id);
  channel.teams.answer = async () => ({ outcome: 'in-doubt', status: 504 });
  await channel.work.carryOut(tenant, one);
  await channel.work.carryOut(tenant, one);
  expect(channel.teams.calls).toBe(1);
  const [item] = (await of(id)).posts;
  expect(item).toMatchObject({ state: 'in-doubt', maySettle: true });
  expect(await scene.act(settleChannelPost, tom, { post: one, rev: item?.rev ?? 0, step: 'not-found' })).toBe('done');
  expect(await post(id, (await preview(id)).digest)).toMatchObject({ ok: true });
});
