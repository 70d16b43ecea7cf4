import { z } from 'zod';
import type { View } from '../../../perform/types.ts';
import type { MinutesInChannel } from '../../channels/contract.ts';
import {
  minutesOnPage,
  partsInChannel,
  postsInChannel,
  type InChannelPart,
  type InChannelRow,
} from './in-channel-queries.ts';
import { materialOf } from './material-of.ts';
import { renderForChannel } from './render-minutes.ts';

const page = z.strictObject({ before: z.exactOptional(z.string()) });
const byId = z.strictObject({ id: z.string() });

/** A page of the posts that stand in the channel in which somebody sits, without what they say. */
export interface PostsInChannel {
  readonly setUp: boolean;
  readonly posts: readonly (Omit<MinutesInChannel, 'rendering' | 'link'> & { readonly meeting: string })[];
  readonly next?: string;
}

/** Which minutes stand in the channel in which somebody sits: the same for everybody there whom nothing keeps from one of them. */
export const listMinutesInChannel: View<z.infer<typeof page>, InChannelRow, PostsInChannel> = {
  ...{ verb: 'list-minutes-in-channel', shape: 'page', fields: ['sentAt'], params: page, query: postsInChannel },
  values: ({ before }, { person }) => ({ person, ...(before !== undefined && { before }) }),
  present(rows) {
    const found = rows.flatMap(({ post, meetingId, sentAt, addedTimes, addedAt }) =>
      post === null || meetingId === null || sentAt === null
        ? []
        : [
            {
              ...{ post, meeting: meetingId, sentAt },
              ...(addedAt !== null && { added: { times: Number(addedTimes), lastAt: addedAt } }),
            },
          ],
    );
    const posts = found.slice(0, minutesOnPage);
    const last = found.length > minutesOnPage ? posts.at(-1) : undefined;
    return {
      answer: { setUp: rows.length > 0, posts, ...(last && { next: last.post }) },
      ids: posts.map(({ post }) => post),
    };
  },
};

/** What minutes say where they stand in a channel: as their card is made, of things as they are now. Nothing where that would name a child. */
export const readMinutesInChannel: View<z.infer<typeof byId>, InChannelPart, Pick<MinutesInChannel, 'rendering'>> = {
  verb: 'read-minutes-in-channel',
  shape: 'one',
  fields: [
    'agendaPoint.heading',
    'minute.decision',
    'action.what',
    'action.ownerName',
    'action.dueOn',
    'action.status',
  ],
  params: byId,
  query: partsInChannel,
  values: ({ id }, { person }) => ({ meeting: id, person }),
  present(rows) {
    const { rendering, names } = renderForChannel(materialOf(rows));
    return { answer: names.length === 0 && rendering ? { rendering } : {}, ids: [rows[0]?.post ?? ''] };
  },
};
