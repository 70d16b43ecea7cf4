import { describe, expect, it } from 'vitest';
import type { Identity } from '../../../src/access/types.ts';
import { channel, channelPost } from '../../../src/areas/channels/record.ts';
import { listMinutesInChannel, readMinutesInChannel } from '../../../src/areas/meetings/renderings/in-channel.ts';
import { agendaPoint, meeting, meetingChild, minute } from '../../../src/areas/meetings/record.ts';
import { caseAccess } from '../../../src/areas/need-to-know/record.ts';
import { pupil } from '../../../src/areas/people/record.ts';
import type { RecordType } from '../../../src/records/define-record.ts';
import { newForm, people, school, tenant } from '../../support/kernel.ts';
import { startScene, type EngineHarness } from './scene.ts';

const here = '19:here@thread.tacv2';
const daniel: Identity = { ...people.daniel, sitsIn: here };
const hour = (n: number) => `2026-12-10T${String(n).padStart(2, '0')}:00:00.000Z`;

/** What stands in a channel, page by page, by a question that compares pairs and counts beside. Runs on every engine. */
export function inChannelContract(name: string, makeEngine: () => Promise<EngineHarness>): void {
  describe(`minutes in a channel, on ${name}`, () => {
    const scene = startScene(makeEngine);

    async function plant(type: RecordType, values: Record<string, unknown>): Promise<string> {
      const [id, act] = [newForm(), newForm()];
      const ref = type.refPrefix && `${type.refPrefix}-2026-${act.slice(0, 4)}`;
      const put = [{ kind: 'create' as const, type, id, school, ...(ref && { ref }), values }];
      const entry = { tenant, at: hour(8), actor: 'nobody', act: 'planted', verb: 'create', about: type.name } as const;
      await scene.kernel.store.commit({
        key: { tenant, person: 'nobody', form: act, digest: '' },
        ...{ act, actorName: 'Nobody', lane: id, basis: { records: [], counters: [], seen: [] }, put, effects: [] },
        entry: { ...entry, subjects: [id], outcome: 'done', fields: [], digest: '' },
        answer: 'null',
      });
      return id;
    }
    const inUse = { teamName: 'Team', name: 'Here', membership: 'standard', audience: 'staff', kinds: 'taf' };
    const by = { configuredById: 'p', configuredByName: 'P', configuredAt: hour(7) };
    const plantChannel = (channelId: string) => plant(channel, { ...inUse, ...by, channelId, status: 'in-use' });
    const post = (meetingId: string, channelOf: string, sentAt: string, over: Record<string, unknown> = {}) =>
      plant(channelPost, {
        ...{ meetingId, channelOf, channelName: 'Here', digest: 'd'.repeat(64), state: 'sent', sentAt, ...over },
        ...{ askedById: 'p', askedByName: 'P', askedAt: hour(8) },
      });
    async function plantMeeting(): Promise<string> {
      const said = { kind: 'taf', status: 'minutes-published', startsAt: hour(9), endsAt: hour(10), heldAt: hour(9) };
      const meetingId = await plant(meeting, { ...said, agreedAt: hour(10), calledById: 'p', calledByName: 'P' });
      const pointId = await plant(agendaPoint, {
        meetingId,
        why: 'standing',
        heading: 'Lunch',
        state: 'open',
        number: 1,
      });
      await plant(minute, { meetingId, pointId, number: 1, part: 1, decision: 'A place at lunch.' });
      return meetingId;
    }
    async function list(who: Identity, params: { before?: string } = {}) {
      const seen = await scene.kernel.read(listMinutesInChannel, who, params);
      return seen.ok ? seen.answer.answer : seen.problem.code;
    }

    it('come newest first, each once, also where two were sent at the same moment, with what was added', async () => {
      const [mine, other] = [await plantChannel(here), await plantChannel('19:other@thread.tacv2')];
      const held = await plantMeeting();
      const posts: string[] = [];
      for (const at of [10, 11, 11, 12, 12, 13, 14]) posts.push(await post(held, mine, hour(at)));
      await post(await plantMeeting(), other, hour(15));
      await post(held, mine, hour(15), { state: 'withdrawn' });
      for (const at of [16, 17]) await post(held, mine, hour(at), { addendumId: newForm() });
      const first = await list(daniel);
      if (typeof first === 'string') throw new Error(first);
      expect(first.posts.map(({ sentAt }) => sentAt)).toEqual([14, 13, 12, 12, 11].map(hour));
      expect(first.posts[0]).toMatchObject({ post: posts[6], meeting: held, added: { times: 2, lastAt: hour(17) } });
      const second = await list(daniel, { before: first.next ?? '' });
      if (typeof second === 'string') throw new Error(second);
      expect(second).not.toHaveProperty('next');
      expect([...first.posts, ...second.posts].map((one) => one.post).sort()).toEqual([...posts].sort());
    });

    it('are not told to whom a conflict of interest keeps from a child of the meeting, though no concern is on its agenda', async () => {
      const held = await plantMeeting();
      await post(held, await plantChannel(here), hour(11));
      const childId = await plant(pupil, { givenName: 'Ellie', familyName: 'Marsden', yearGroup: 'Year 7' });
      await plant(meetingChild, { meetingId: held, childId, number: 1 });
      const bar = {
        personId: daniel.person,
        personName: daniel.name,
        givenById: 'p',
        givenByName: 'P',
        givenAt: hour(8),
      };
      await plant(caseAccess, { ...bar, kind: 'conflict', childId });
      expect(await list(daniel)).toEqual({ setUp: true, posts: [] });
      expect(await scene.kernel.read(readMinutesInChannel, daniel, { id: held })).toMatchObject({ ok: false });
      expect(await list({ ...people.zoe, sitsIn: here })).toMatchObject({ posts: [{ meeting: held }] });
    });

    it('say what was decided, to whoever sits there and to nobody else', async () => {
      const mine = await plantChannel(here);
      const held = await plantMeeting();
      await post(held, mine, hour(11));
      const seen = await scene.kernel.read(readMinutesInChannel, daniel, { id: held });
      expect(seen).toMatchObject({
        answer: {
          answer: { rendering: { points: [{ heading: 'Lunch', decision: 'A place at lunch.', actions: [] }] } },
        },
      });
      const elsewhere = { ...daniel, sitsIn: '19:elsewhere@thread.tacv2' };
      for (const who of [people.daniel, people.priya, elsewhere])
        expect(await scene.kernel.read(readMinutesInChannel, who, { id: held })).toMatchObject({ ok: false });
      expect(await list(people.priya)).toBe('not-found');
      expect(await list(elsewhere)).toEqual({ setUp: false, posts: [] });
    });
  });
}
