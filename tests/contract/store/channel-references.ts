import { describe, expect, it } from 'vitest';
import { postingIdentity } from '../../../src/access/actor.ts';
import { readBulletin } from '../../../src/areas/briefings/read-bulletin.ts';
import { listChannelsForBriefing, readBulletinAudience } from '../../../src/areas/channels/bulletin-views.ts';
import {
  listChannelPosts,
  listChannels,
  listChannelsForMeeting,
  listPostsOfAction,
  readChannelAudience,
  readChannelPost,
} from '../../../src/areas/channels/views.ts';
import type { ChannelReference } from '../../../src/ports/channels.ts';
import { people, tenant } from '../../support/kernel.ts';
import { startScene, type EngineHarness } from './scene.ts';

/** Where the channels lie that Lantern is in: the same in every engine. */
export function channelReferencesContract(engine: string, makeEngine: () => Promise<EngineHarness>): void {
  describe(`channels in ${engine}`, () => {
    const scene = startScene(makeEngine);
    const triage: ChannelReference = {
      ...{ tenant, channel: '19:b', team: '19:a', teamName: 'Safeguarding', name: 'Triage', membership: 'private' },
      ...{ serviceUrl: 'https://smba.trafficmanager.net/uk/', botId: '28:bot' },
    };
    const general: ChannelReference = { ...triage, channel: '19:a', name: 'General', membership: 'standard' };
    const staff: ChannelReference = {
      ...triage,
      channel: '19:z',
      team: '19:z',
      teamName: 'All staff',
      name: 'General',
    };
    const names = async () =>
      (await scene.operational.channelReferences.all(tenant)).map((one) => `${one.teamName}/${one.name}`);

    it('are kept as they were said last, by team and name, over a new start', async () => {
      const { channelReferences } = scene.operational;
      for (const one of [triage, { ...triage, name: 'Front desk' }, general, staff, triage])
        await channelReferences.save(one);
      await channelReferences.save({ ...triage, tenant: 'another' });
      expect(await names()).toEqual(['All staff/General', 'Safeguarding/General', 'Safeguarding/Triage']);
      await scene.operational.close();
      scene.operational = await scene.engine.open();
      expect(await scene.operational.channelReferences.find(triage)).toEqual(triage);
      expect(await scene.operational.channelReferences.find({ tenant, channel: 'unknown' })).toBeUndefined();
    });

    it('are asked about in questions that the engine understands', async () => {
      const { read } = scene.kernel;
      const id = '0'.repeat(32);
      const meeting = await read(readChannelAudience, people.priya, { id });
      expect(meeting).toMatchObject({ ok: true, answer: { answer: [] } });
      expect(await read(listChannelsForMeeting, people.priya, { id })).toMatchObject({
        problem: { code: 'not-found' },
      });
      expect(await read(listChannelPosts, people.priya, { id })).toMatchObject({ ok: true });
      expect(await read(listChannels, people.priya, {})).toMatchObject({ ok: true });
      const gone = { problem: { code: 'not-found' } };
      expect(await read(listChannelsForBriefing, people.priya, { id })).toMatchObject(gone);
      expect(await read(readBulletin, people.priya, { id })).toMatchObject(gone);
      expect(await read(readBulletinAudience, people.priya, { id })).toMatchObject({
        ok: true,
        answer: { answer: [] },
      });
      const lantern = postingIdentity(tenant);
      expect(await read(listPostsOfAction, lantern, { id })).toMatchObject({ ok: true, answer: { answer: [] } });
      expect(await read(readChannelPost, lantern, { id })).toMatchObject({ problem: { code: 'not-found' } });
    });

    it('are forgotten one by one, or with their team, and it is said which were known', async () => {
      const { channelReferences } = scene.operational;
      for (const one of [triage, general, staff]) await channelReferences.save(one);
      expect(await channelReferences.forget({ tenant: 'another', team: '19:a' })).toEqual([]);
      expect(await channelReferences.forget({ tenant, channel: '19:b' })).toEqual(['19:b']);
      expect(await channelReferences.forget({ tenant, channel: '19:b' })).toEqual([]);
      await channelReferences.save(triage);
      expect([...(await channelReferences.forget({ tenant, team: '19:a' }))].sort()).toEqual(['19:a', '19:b']);
      expect(await names()).toEqual(['All staff/General']);
    });
  });
}
