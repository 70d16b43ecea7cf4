import { z } from 'zod';
import type { UseCase } from '../../perform/types.ts';
import type { ChannelReference } from '../../ports/channels.ts';
import { rows } from '../../records/need.ts';
import { create } from '../../records/patch.ts';
import { meetingKind } from '../meetings/fields.ts';
import { goesToChannel } from '../meetings/rules.ts';
import { isLead } from '../people/rules.ts';
import { channelAudience } from './fields.ts';
import { setUpOfChannel, type ChannelRow } from './queries.ts';
import { channel } from './record.ts';

const kinds = Object.keys(meetingKind) as [keyof typeof meetingKind];
const input = z.strictObject({
  school: z.string(),
  /** Id in Teams. */
  channel: z.string().max(255),
  audience: z.enum(Object.keys(channelAudience) as [keyof typeof channelAudience], 'Choose whom it is for.'),
  kinds: z.array(z.enum(kinds)).max(kinds.length),
});
type Input = z.infer<typeof input>;

interface State {
  readonly setUp: readonly ChannelRow[];
}

/**
 * Says which minutes go to a channel and for whom it is.
 * @param where the channel as it is known from Teams; undefined where Lantern is not in it
 */
export const configureChannel = (
  where: Pick<ChannelReference, 'name' | 'teamName' | 'membership'> | undefined,
): UseCase<Input, State, { readonly channel: string }> => ({
  verb: 'configure-channel',
  input,
  needs: ({ channel: id }) => ({ setUp: rows(setUpOfChannel, { channel: id }) }),
  decide({ setUp }, asked, { actor, now, newId }) {
    const fault = (name: string, message: string) =>
      ({ ok: false, problem: { code: 'invalid-input', fields: [{ name, message }] } }) as const;
    if (!where) return fault('channel', 'Lantern is not in this channel. Add it there first.');
    if (!actor.grants.some((grant) => grant.school === asked.school && isLead(grant)))
      return { ok: false, problem: { code: 'not-found' } };
    if (asked.kinds.some((kind) => !goesToChannel(kind)))
      return fault('kinds', 'Minutes of one of these kinds go to no channel.');
    const values = {
      ...{ channelId: asked.channel, teamName: where.teamName, name: where.name, membership: where.membership },
      ...{ kinds: [...new Set(asked.kinds)].join(' '), audience: asked.audience, status: 'in-use' as const },
      ...{ configuredById: actor.person, configuredByName: actor.name, configuredAt: now },
    };
    const there = setUp.find(({ school }) => school === asked.school);
    const id = there?.id ?? newId();
    const put = there
      ? ({ kind: 'update', type: channel, id, rev: there.rev, values: { ...values, outSince: null } } as const)
      : create(channel, { id, school: asked.school }, values);
    return { ok: true, change: { put: [put], lane: id, entries: [], effects: [] }, answer: { channel: id } };
  },
});
