import { z } from 'zod';
import type { View } from '../../perform/types.ts';
import { schoolDay } from '../../records/school-day.ts';
import { belongingAtBriefing, channelsForBriefing, type ChannelForBriefing, type ReaderRow } from './queries.ts';
import type { Belonging } from './rules.ts';
import { channelsIn, type ChannelOfMeeting } from './views.ts';

const byId = z.strictObject({ id: z.string() });
type ById = z.infer<typeof byId>;

/** Channels to which a briefing may be posted: all that are set up at its school. */
export const listChannelsForBriefing: View<ById, ChannelForBriefing, readonly ChannelOfMeeting[]> = {
  verb: 'list-channels-for-briefing',
  // As of a meeting: a briefing that one may not see is not found.
  shape: 'one',
  fields: ['channel.teamName', 'channel.name', 'channel.audience', 'channel.status'],
  params: byId,
  query: channelsForBriefing,
  values: ({ id }) => ({ briefing: id }),
  present(rows) {
    const answer = channelsIn(rows);
    return { answer, ids: [...new Set(rows.map(({ briefingId }) => briefingId)), ...answer.map(({ id }) => id)] };
  },
};

/** Who belongs to the school of a briefing, and who of them has read it: by it those who sit in a channel are judged and counted. */
export const readBulletinAudience: View<ById, ReaderRow, readonly Belonging[]> = {
  verb: 'read-bulletin-audience',
  shape: 'page',
  fields: ['roleGrant.role', 'staffMember.personId', 'briefingReceipt.readAt'],
  params: byId,
  query: belongingAtBriefing,
  values: ({ id }, _actor, now) => ({ briefing: id, today: schoolDay(now) }),
  present(rows, { params }) {
    const people = new Map<string, Belonging>();
    for (const { personId: person, role, readAt } of rows)
      people.set(person, {
        ...{ person, kept: false, hasRead: readAt !== null },
        roles: [...(people.get(person)?.roles ?? []), role],
      });
    return { answer: [...people.values()], ids: rows.length > 0 ? [params.id] : [] };
  },
};
