import type { Identity } from '../access/types.ts';
import { configureChannel } from '../areas/channels/configure-channel.ts';
import { postMinutes } from '../areas/channels/post-minutes.ts';
import type { ChannelDoor } from '../areas/channels/routes.ts';
import { faultOfPosting, judgeMembers, type JudgedMember } from '../areas/channels/rules.ts';
import {
  listChannelPosts,
  listChannels,
  listChannelsForMeeting,
  readChannelAudience,
  type ChannelOfMeeting,
} from '../areas/channels/views.ts';
import { kindsForChannels } from '../areas/meetings/rules.ts';
import { bodyOf } from '../http/body-of.ts';
import { formKeyOf } from '../http/form-key.ts';
import { refuse, type Result } from '../perform/problem.ts';
import type { ChannelReferences } from '../ports/channels.ts';
import type { Clock } from '../ports/clock.ts';
import { minutesInChannel } from './minutes-in-channel.ts';
import type { PostingParts, SeenRendering } from './post-to-channel.ts';
import { createSeats } from './sits-in-channel.ts';

export interface ChannelDeskParts extends Omit<PostingParts, 'log' | 'ids' | 'bulletinOf' | 'bulletinCard'> {
  readonly references: Pick<ChannelReferences, 'all' | 'find'>;
  readonly schools: readonly { readonly id: string; readonly name: string }[];
  readonly clock: Clock;
  /** Where a meeting is opened from a channel, by whoever may: the same for everybody. */
  linkOf(tenant: string, meeting: string): string;
}

interface Looked {
  readonly to: ChannelOfMeeting;
  readonly seen: SeenRendering;
  /** Undefined where Teams could not be asked. */
  readonly members: readonly JudgedMember[] | undefined;
}

/** The tab’s way to channels: who is in one is asked of Teams, and whatever else is shown or done goes through `read` and `perform`. */
export function createChannelDesk(
  parts: ChannelDeskParts,
): Omit<ChannelDoor, 'ofBriefing' | 'previewBulletin' | 'postBulletin'> {
  const { perform, read, channels, references, renderingOf, cardOf, schools, clock, linkOf } = parts;

  async function look(who: Identity, meeting: string, channel: string): Promise<Result<Looked>> {
    const found = await read(listChannelsForMeeting, who, { id: meeting });
    if (!found.ok) return found;
    const to = found.answer.answer.find(({ id }) => id === channel);
    if (!to) return refuse('not-found');
    const seen = await renderingOf(who, meeting);
    if (!seen) return refuse('not-found');
    const people = await read(readChannelAudience, who, { id: meeting });
    if (!people.ok) return people;
    const now = await channels.members({ tenant: who.tenant, channel: to.channel });
    const judged =
      now.outcome === 'seen'
        ? judgeMembers(now.members, { tenant: who.tenant, audience: to.audience, people: people.answer.answer })
        : undefined;
    return { ok: true, answer: { to, seen, members: judged } };
  }

  return {
    async desk(who) {
      const setUp = await read(listChannels, who, {});
      if (!setUp.ok) return setUp;
      const { channels: rows, schools: may } = setUp.answer.answer;
      const known = await references.all(who.tenant);
      const gone = rows.filter((row) => !known.some(({ channel }) => channel === row.channel));
      const places = [...known, ...gone.map((row) => ({ ...row, membership: 'standard' as const }))];
      const items = [...new Map(places.map((place) => [place.channel, place])).values()].map(
        ({ channel, teamName, name, membership }) => ({
          ...{ channel, teamName, name, membership },
          setUp: rows
            .filter((row) => row.channel === channel)
            .map(({ school, audience, kinds, status, by }) => ({ school, audience, kinds, status, by })),
        }),
      );
      const offered = schools.filter(({ id }) => may.includes(id)).map(({ id, name }) => ({ id, name }));
      return { ok: true, answer: { channels: items, kinds: kindsForChannels, schools: offered } };
    },

    minutes: minutesInChannel({ read, sits: createSeats({ channels, clock }), linkOf }),

    async configure(who, body) {
      const form = formKeyOf(body);
      if (!form.ok) return form;
      const input = bodyOf({ body });
      const channel = typeof input['channel'] === 'string' ? input['channel'] : '';
      const where = await references.find({ tenant: who.tenant, channel });
      return perform(configureChannel(where), who, input, form.answer);
    },

    async ofMeeting(who, meeting) {
      const found = await read(listChannelsForMeeting, who, { id: meeting });
      if (!found.ok) return found;
      const posts = await read(listChannelPosts, who, { id: meeting });
      if (!posts.ok) return posts;
      const offered = found.answer.answer.map(({ channel: _inTeams, ...one }) => one);
      return { ok: true, answer: { channels: offered, posts: posts.answer.answer } };
    },

    async preview(who, meeting, channel) {
      const looked = await look(who, meeting, channel);
      if (!looked.ok) return looked;
      const { to, seen, members } = looked.answer;
      const fault = to.status === 'removed' ? 'removed' : members && faultOfPosting(members, { names: seen.names });
      return {
        ok: true,
        answer: {
          ...{ rendering: seen.rendering, digest: seen.digest, card: cardOf(who, meeting, seen.rendering) },
          ...(members && { readers: members }),
          ...(fault && { fault }),
        },
      };
    },

    async post(who, meeting, channel, body) {
      const form = formKeyOf(body);
      if (!form.ok) return form;
      const looked = await look(who, meeting, channel);
      if (!looked.ok) return looked;
      const { seen, members } = looked.answer;
      if (!members) {
        const message =
          'Teams does not say just now who is in this channel, so nothing was posted. Try again in a moment.';
        return refuse('invalid-input', [{ name: 'channel', message }]);
      }
      const actions = seen.rendering.points.flatMap((point) => point.actions.map(({ id }) => id));
      const rendering = { digest: seen.digest, names: seen.names, actions };
      return perform(postMinutes({ members, rendering }), who, { ...bodyOf({ body }), meeting, channel }, form.answer);
    },
  };
}
