import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { postingIdentity, setupIdentity } from '../../../src/access/actor.ts';
import type { Identity } from '../../../src/access/types.ts';
import { completeAction } from '../../../src/areas/actions/complete-action.ts';
import { configureChannel } from '../../../src/areas/channels/configure-channel.ts';
import { noteChannel } from '../../../src/areas/channels/note-channel.ts';
import { addMinuteAddendum } from '../../../src/areas/meetings/minutes/add-minute-addendum.ts';
import { listMinutesInChannel, readMinutesInChannel } from '../../../src/areas/meetings/renderings/in-channel.ts';
import { setUpSchool } from '../../../src/areas/people/set-up-school.ts';
import { bulletinFor, renderingFor } from '../../../src/compose/open-channels.ts';
import { createChannelDesk } from '../../../src/jobs/channel-desk.ts';
import { createPosting } from '../../../src/jobs/post-to-channel.ts';
import { channelScene, inTeams, memberOf, triage, type ChannelScene } from '../../support/channel-scene.ts';
import { newForm, people, school, schoolOfTests, tenant } from '../../support/kernel.ts';
import { margaret, needToKnowScene, type NeedToKnowScene } from '../../support/need-to-know-scene.ts';
import { publishedMeeting } from '../../support/published-meeting.ts';
import { recordedLog } from '../../support/recorded-log.ts';

const { daniel, kayleigh, priya, stranger, tom, zoe } = people;
const another = '99999999-9999-4999-8999-999999999999';
let now: string;
let scene: NeedToKnowScene;
let channel: ChannelScene;
let desk: ReturnType<typeof createChannelDesk>;
let asked: number;

beforeEach(async () => {
  now = '2026-12-10T09:30:00.000Z';
  asked = 0;
  scene = await needToKnowScene({ now: () => now, otherSchools: ['northgate'] });
  channel = await channelScene(scene);
  const channels = {
    ...channel.channels,
    members: async () => {
      asked += 1;
      return channel.channels.members();
    },
  };
  desk = createChannelDesk({
    ...{ perform: scene.perform, read: scene.read, channels, renderingOf: renderingFor(scene) },
    ...{ cardOf: () => card, references: scene.channelReferences, schools: [], clock: scene.clock, linkOf },
  });
});
afterEach(() => scene.close());

const linkOf = (_tenant: string, meeting: string) => `https://lantern.example/meeting-${meeting}`;
const card = { type: 'AdaptiveCard', $schema: '', version: '1.5', body: [] } as never;
const sit = (...who: readonly Identity[]) => (channel.teams.members = who.map(memberOf));
const later = (seconds: number) => (now = new Date(Date.parse(now) + seconds * 1000).toISOString());
const seen = (who: Identity, place = inTeams, before?: string) => desk.minutes(who, place, before);
async function shown(who: Identity, before?: string) {
  const answer = await seen(who, inTeams, before);
  if (!answer.ok) throw new Error(answer.problem.code);
  return answer.answer;
}
const nothing = { ok: false, problem: { code: 'not-found' } };

/** A meeting whose minutes lie in the channel, by the real rendering. */
async function posted(options: Parameters<typeof publishedMeeting>[1] = {}, to: string = channel.channel) {
  const meeting = await publishedMeeting(scene, options);
  const seated = channel.teams.members;
  sit(priya, tom, margaret);
  const digest = (await renderingFor(scene)(priya, meeting))?.digest;
  const result = await desk.post(priya, meeting, to, { form: newForm(), digest });
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  await carryOut(result.answer.post);
  channel.teams.members = seated;
  return { meeting, post: result.answer.post };
}
const carryOut = (post: string) =>
  createPosting({
    ...{ perform: scene.perform, read: scene.read, channels: channel.channels, renderingOf: renderingFor(scene) },
    ...{ bulletinOf: bulletinFor(scene), bulletinCard: () => card },
    ...{ cardOf: () => card, ids: scene.ids, log: recordedLog().log },
  }).carryOut(tenant, post);
/** Entries of the journal about one act. */
const entries = (act: string) =>
  scene.database.sqlite
    .prepare<[string], { actor: string; outcome: string; subjects: string }>(
      'select actor, outcome, subjects from journal where act = ? order by rowid',
    )
    .all(act);

describe('whoever sits in a channel', () => {
  it('sees what was posted there, without a name of a child, and what is to be done by whom', async () => {
    const { meeting, post } = await posted({
      decision: 'Ellie has breakfast at school.\nRing her mother @Daniel by 2026-12-18',
    });
    sit(daniel);
    const answer = await shown(daniel);
    expect(answer).toEqual({
      setUp: true,
      minutes: [
        {
          ...{ post, sentAt: now, link: linkOf(tenant, meeting) },
          rendering: {
            ...{ kind: 'taf', heldOn: '2026-12-10', heading: expect.any(String) as string },
            points: [
              {
                heading: expect.any(String) as string,
                decision: 'Child A has breakfast at school.',
                actions: [
                  expect.objectContaining({ ownerName: 'Daniel Osei', dueOn: '2026-12-18', status: 'open' }) as object,
                ],
              },
            ],
          },
        },
      ],
    });
    expect(JSON.stringify(answer)).not.toMatch(/Ellie|Marsden/);
    // The same as the card, of which it is a copy.
    expect(answer.minutes[0]?.rendering).toEqual(
      (await renderingFor(scene)(postingIdentity(tenant), meeting))?.rendering,
    );
  });

  it('is answered byte for byte as everybody else there, whatever their role and wherever in the trust they work', async () => {
    await posted();
    const ruth: Identity = { tenant, person: '6b1c7a1e-1111-4111-8111-000000000050', name: 'Ruth Amis', door: 'tab' };
    const made = await scene.perform(
      setUpSchool,
      setupIdentity(tenant),
      {
        ...{ school: 'northgate', staff: [{ personId: ruth.person, name: ruth.name }], roles: [], pupils: [] },
        duty: { ...schoolOfTests.duty, personId: ruth.person, personName: ruth.name },
      },
      newForm(),
    );
    expect(made).toMatchObject({ ok: true });
    sit(priya, daniel, zoe, kayleigh, margaret, ruth);
    const first = JSON.stringify(await shown(priya));
    expect(first).toContain('Ring her mother');
    for (const who of [daniel, zoe, kayleigh, margaret, ruth]) expect(JSON.stringify(await shown(who))).toBe(first);
  });

  it('sees what became of an action since, and that something was added', async () => {
    const { meeting } = await posted();
    sit(kayleigh);
    const action = (await shown(kayleigh)).minutes[0]?.rendering?.points[0]?.actions[0]?.id ?? '';
    expect(await scene.act(completeAction, daniel, { action, note: 'Rung.' })).toBe('done');
    later(60);
    expect(await scene.act(addMinuteAddendum, zoe, { meeting, words: 'Her aunt came too.' })).toBe('done');
    const before = await shown(kayleigh);
    expect(before.minutes[0]).not.toHaveProperty('added');
    const reply = (await channel.posts(meeting)).find(({ addendum }) => addendum);
    sit(priya, tom);
    await carryOut(reply?.id ?? '');
    sit(kayleigh);
    const after = await shown(kayleigh);
    expect(after.minutes).toMatchObject([
      { added: { times: 1, lastAt: now }, rendering: { points: [{ actions: [{ status: 'verified' }] }] } },
    ]);
    expect(JSON.stringify(after)).not.toContain('aunt');
  });

  it('sees the newest first, page by page, each once', async () => {
    const all: string[] = [];
    for (let i = 0; i < 7; i++) {
      all.unshift((await posted()).post);
      // Two at the same moment among them.
      if (i !== 3) later(3600);
    }
    sit(daniel);
    const first = await shown(daniel);
    const second = await shown(daniel, first.next);
    expect(first.minutes).toHaveLength(5);
    expect(second).not.toHaveProperty('next');
    const found = [...first.minutes, ...second.minutes];
    expect(found.map(({ post }) => post).sort()).toEqual([...all].sort());
    expect(found.map(({ sentAt }) => sentAt)).toEqual(
      found
        .map(({ sentAt }) => sentAt)
        .toSorted()
        .reverse(),
    );
  });

  it('is told that nothing is posted there yet, or that nobody has set the channel up', async () => {
    sit(daniel);
    expect(await shown(daniel)).toEqual({ setUp: true, minutes: [] });
    const bare = { ...triage, channel: '19:bare@thread.tacv2' };
    await scene.channelReferences.save(bare);
    expect(await seen(daniel, bare.channel)).toEqual({ ok: true, answer: { setUp: false, minutes: [] } });
  });

  it('sees nothing of another channel of the same people', async () => {
    await posted();
    const other = { ...triage, channel: '19:other@thread.tacv2', name: 'Other' };
    await scene.channelReferences.save(other);
    const values = { school, channel: other.channel, audience: 'staff', kinds: [] } as const;
    expect(await scene.perform(configureChannel(other), priya, { ...values, kinds: [] }, newForm())).toMatchObject({
      ok: true,
    });
    sit(daniel);
    expect(await seen(daniel, other.channel)).toEqual({ ok: true, answer: { setUp: true, minutes: [] } });
  });

  it('sees nothing that is not there: withdrawn, failed, waiting, or in doubt', async () => {
    const { post } = await posted();
    sit(daniel);
    for (const state of ['queued', 'sending', 'in-doubt', 'failed', 'withdrawn']) {
      scene.database.sqlite.prepare('update channelPost set state = ? where id = ?').run(state, post);
      expect((await shown(daniel)).minutes).toEqual([]);
    }
  });

  it('sees nothing once Lantern was taken out of the channel', async () => {
    await posted();
    sit(daniel);
    const gone = { channel: inTeams, there: false };
    await scene.perform(noteChannel, postingIdentity(tenant), gone, newForm());
    expect(await shown(daniel)).toEqual({ setUp: false, minutes: [] });
    channel.teams.asked = { outcome: 'unreachable' };
    later(11);
    expect(await seen(daniel)).toEqual(nothing);
  });

  it('whom a conflict of interest keeps from a child of the meeting sees nothing of it, also here', async () => {
    await posted();
    sit(zoe, kayleigh);
    expect(await scene.keep(kayleigh, scene.child('Ellie Marsden'), margaret)).toBe('done');
    expect((await shown(kayleigh)).minutes).toEqual([]);
    expect((await shown(zoe)).minutes).toHaveLength(1);
  });

  it('stands in the journal with what they were shown, as everybody does who looks', async () => {
    const { post } = await posted();
    sit(daniel);
    await shown(daniel);
    for (const act of ['list-minutes-in-channel', 'read-minutes-in-channel'])
      expect(entries(act)).toEqual([{ actor: daniel.person, outcome: 'shown', subjects: JSON.stringify([post]) }]);
  });
});

describe('whoever does not sit there', () => {
  it.each([
    ['a lead of the school', priya],
    ['one of the staff', daniel],
    ['somebody whom no list knows', stranger],
  ])('%s: is answered as if there were no such channel, and noted', async (_who, who) => {
    await posted();
    sit(zoe);
    const here = await seen(who);
    expect(here).toEqual(nothing);
    expect(JSON.stringify(here)).toBe(JSON.stringify(await seen(who, '19:nowhere@thread.tacv2')));
    expect(entries('list-minutes-in-channel').at(-1)).toMatchObject({ actor: who.person, outcome: 'refused' });
  });

  it('although they name it themselves: the way to look has no right without a seat', async () => {
    const { meeting } = await posted();
    expect(await scene.look(readMinutesInChannel, priya, { id: meeting })).toBeUndefined();
    expect(await scene.look(listMinutesInChannel, priya, {})).toBeUndefined();
    const elsewhere = { ...priya, sitsIn: '19:elsewhere@thread.tacv2' };
    expect(await scene.look(readMinutesInChannel, elsewhere, { id: meeting })).toBeUndefined();
    // Nor does what an identity says of itself count: Teams is asked.
    sit(zoe);
    expect(await seen({ ...priya, sitsIn: inTeams })).toEqual(nothing);
  });

  it('as a guest', async () => {
    await posted();
    channel.teams.members = [{ ...memberOf(daniel), guest: true }];
    expect(await seen(daniel)).toEqual(nothing);
  });

  it('of another organisation that names the same channel', async () => {
    await posted();
    // There the channel is not known: its members are asked for under its own tenant.
    const theirs = createChannelDesk({
      ...{ perform: scene.perform, read: scene.read, renderingOf: renderingFor(scene), cardOf: () => card },
      ...{ references: scene.channelReferences, schools: [], clock: scene.clock, linkOf },
      channels: {
        ...channel.channels,
        members: async (place) =>
          (await scene.channelReferences.find(place)) ? channel.channels.members() : { outcome: 'unreachable' },
      },
    });
    sit(daniel);
    expect(await theirs.minutes(daniel, inTeams, undefined)).toMatchObject({ ok: true });
    expect(await theirs.minutes({ ...daniel, tenant: another }, inTeams, undefined)).toEqual(nothing);
  });
});

describe('Teams', () => {
  it('that does not say who sits there shows nobody anything, and says what to do', async () => {
    await posted();
    channel.teams.asked = { outcome: 'failed', status: 503 };
    expect(await seen(priya)).toEqual({ ok: false, problem: { code: 'channel-unknown' } });
  });
});

it('a channel id that cannot be one is no question to Teams', async () => {
  asked = 0;
  for (const place of ['', `19:${'x'.repeat(300)}@thread.tacv2`]) expect(await seen(daniel, place)).toEqual(nothing);
  expect(asked).toBe(0);
});
