import type { Identity } from '../access/types.ts';
import { postBulletin } from '../areas/briefings/post-bulletin.ts';
import type { ReadBulletin } from '../areas/briefings/read-bulletin.ts';
import { listChannelsForBriefing, readBulletinAudience } from '../areas/channels/bulletin-views.ts';
import type { ChannelDoor } from '../areas/channels/routes.ts';
import { judgeMembers, readInChannel, type Belonging } from '../areas/channels/rules.ts';
import { listChannelPosts, type ChannelOfMeeting } from '../areas/channels/views.ts';
import { bodyOf } from '../http/body-of.ts';
import { formKeyOf } from '../http/form-key.ts';
import { refuse, type Result } from '../perform/problem.ts';
import type { PostingParts } from './post-to-channel.ts';

export type BulletinDeskParts = Pick<PostingParts, 'perform' | 'read' | 'channels' | 'bulletinOf' | 'bulletinCard'>;

interface Looked {
  readonly to: ChannelOfMeeting;
  readonly seen: ReadBulletin;
}

/** The tab’s way to bulletins in channels: who is in one is asked of Teams, all else goes through `read` and `perform`. */
export function createBulletinDesk(
  parts: BulletinDeskParts,
): Pick<ChannelDoor, 'ofBriefing' | 'previewBulletin' | 'postBulletin'> {
  const { perform, read, channels, bulletinOf, bulletinCard } = parts;

  /** All who are in a channel now; undefined where Teams could not be asked. */
  async function membersOf({ tenant }: Identity, channel: string) {
    const now = await channels.members({ tenant, channel });
    return now.outcome === 'seen' ? now.members : undefined;
  }

  async function look(who: Identity, briefing: string, channel: string): Promise<Result<Looked>> {
    const found = await read(listChannelsForBriefing, who, { id: briefing });
    if (!found.ok) return found;
    const to = found.answer.answer.find(({ id }) => id === channel);
    const seen = to && (await bulletinOf(who, briefing));
    return to && seen ? { ok: true, answer: { to, seen } } : refuse('not-found');
  }

  return {
    async ofBriefing(who, briefing) {
      const found = await read(listChannelsForBriefing, who, { id: briefing });
      if (!found.ok) return found;
      const posts = await read(listChannelPosts, who, { id: briefing });
      if (!posts.ok) return posts;
      const seen = await bulletinOf(who, briefing);
      if (!seen) return refuse('not-found');
      const offered = found.answer.answer;
      const sent = posts.answer.answer.filter(({ state }) => state === 'sent');
      const people = sent.length === 0 ? undefined : await read(readBulletinAudience, who, { id: briefing });
      if (people && !people.ok) return people;
      const counted = async (channelOf: string, all: readonly Belonging[]) => {
        const place = offered.find(({ id, status }) => id === channelOf && status === 'in-use');
        const members = place && (await membersOf(who, place.channel));
        return members && { inChannel: readInChannel(members, all) };
      };
      const items = await Promise.all(
        posts.answer.answer.map(async (post) => ({
          ...post,
          ...(post.state === 'sent' && people && (await counted(post.channelOf, people.answer.answer))),
        })),
      );
      return {
        ok: true,
        answer: {
          channels: offered.map(({ channel: _inTeams, ...one }) => one),
          ...{ posts: items, mayPost: seen.out && seen.mayPost },
        },
      };
    },

    async previewBulletin(who, briefing, channel) {
      const looked = await look(who, briefing, channel);
      if (!looked.ok) return looked;
      const { to, seen } = looked.answer;
      const people = await read(readBulletinAudience, who, { id: briefing });
      if (!people.ok) return people;
      const members = await membersOf(who, to.channel);
      const belonging = { tenant: who.tenant, audience: to.audience, people: people.answer.answer };
      // For whom the channel is does not matter to what is for everybody; that somebody is not of the school is said.
      const readers =
        members &&
        judgeMembers(members, belonging).map(({ name, flags }) => ({
          ...{ name, flags: flags.filter((flag) => flag === 'guest' || flag === 'outsider') },
        }));
      const fault = to.status === 'removed' ? 'removed' : seen.names > 0 ? 'names' : undefined;
      return {
        ok: true,
        answer: {
          ...{ card: bulletinCard(who, seen.bulletin), digest: seen.digest },
          strangers: readers?.filter(({ flags }) => flags.length > 0).length ?? 0,
          ...(readers && { readers }),
          ...(fault && { fault }),
        },
      };
    },

    async postBulletin(who, briefing, channel, body) {
      const form = formKeyOf(body);
      if (!form.ok) return form;
      const looked = await look(who, briefing, channel);
      if (!looked.ok) return looked;
      return perform(postBulletin(looked.answer.seen), who, { ...bodyOf({ body }), briefing, channel }, form.answer);
    },
  };
}
