import type { Identity } from '../access/types.ts';
import type { ChannelMinutes, MinutesInChannel } from '../areas/channels/contract.ts';
import { listMinutesInChannel, readMinutesInChannel } from '../areas/meetings/renderings/in-channel.ts';
import { refuse, type Result } from '../perform/problem.ts';
import type { Read } from '../perform/read.ts';
import type { Seats } from './sits-in-channel.ts';

interface MinutesParts {
  readonly read: Read;
  readonly sits: Seats;
  linkOf(tenant: string, meeting: string): string;
}

/** Ids of channels in Teams are shorter. */
const longest = 255;

/**
 * What stands in a channel of Teams, for whoever sits in it now. The client says which channel it lies in, and that is no proof: Teams is
 * asked, and whoever does not sit there is answered as if there were no such channel, and noted.
 */
export const minutesInChannel =
  ({ read, sits, linkOf }: MinutesParts) =>
  async (who: Identity, channel: string, before: unknown): Promise<Result<ChannelMinutes>> => {
    const { sitsIn: _said, ...bare } = who;
    const seat = channel === '' || channel.length > longest ? 'no' : await sits(who, channel);
    if (seat === 'unknown') return refuse('channel-unknown');
    const seated: Identity = seat === 'yes' ? { ...bare, sitsIn: channel } : bare;
    const listed = await read(listMinutesInChannel, seated, before === undefined ? {} : { before });
    if (!listed.ok) return listed;
    const { posts, ...page } = listed.answer.answer;
    const minutes: MinutesInChannel[] = [];
    for (const { meeting, ...post } of posts) {
      const said = await read(readMinutesInChannel, seated, { id: meeting });
      if (said.ok) minutes.push({ ...post, link: linkOf(who.tenant, meeting), ...said.answer.answer });
      // Gone since the list was made.
      else if (said.problem.code !== 'not-found') return said;
    }
    return { ok: true, answer: { ...page, minutes } };
  };
