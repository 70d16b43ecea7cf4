import type { ChatMessage } from '@microsoft/microsoft-graph-types';
import { demo } from '../cast.ts';
import { ok } from '../graph/answer.ts';
import { pageOf } from '../graph/collection-page.ts';
import { onlyOptions } from '../graph/known-options.ts';
import { stableGuid } from '../stable-guid.ts';
import type { TenantHandler } from '../tenant-route.ts';
import type { ChannelPost } from './channel-posts.ts';
import { teamOf } from './teams.ts';
import { teamsNotFound } from './teams-fault.ts';

/** https://learn.microsoft.com/graph/api/channel-list-messages: twenty on a page, fifty at most. */
const sizes = { usual: 20, largest: 50 };

/**
 * `GET …/channels/{id}/messages`: https://learn.microsoft.com/graph/api/channel-list-messages. Those that begin a thread, the newest
 * first; of people nobody's, for a chat window does not tell what is said there. Replies are not modelled.
 */
export const getMessages: TenantHandler = (call, { channelPosts }) => {
  onlyOptions(call.query, ['top', 'skiptoken']);
  const { id: team, channels } = teamOf(call);
  const channel = call.params['channel'] ?? '';
  const there = channelPosts.in(channel);
  if (there.length === 0 && !channels.some(({ id }) => id === channel))
    throw teamsNotFound('The channel could not be found.');
  const threads = there.filter(({ replyTo }) => replyTo === undefined).toReversed();
  const { items, link } = pageOf(call, threads, sizes);
  return ok({
    '@odata.context': `https://graph.microsoft.com/v1.0/$metadata#teams('${team}')/channels('${encodeURIComponent(channel)}')/messages`,
    '@odata.count': items.length,
    ...link,
    value: items.map((post) => messageOf(post, team)),
  });
};

function messageOf({ id, channel, at, modifiedAt, deletedAt, attachments }: ChannelPost, team: string): ChatMessage {
  const cards = attachments.map(({ contentType, content }, i) => ({
    ...{ id: stableGuid(`attachment ${id} ${i}`).replaceAll('-', ''), contentType, contentUrl: null },
    // A card comes back as the text of its JSON.
    ...{ content: JSON.stringify(content), name: null, thumbnailUrl: null },
  }));
  return {
    ...{ id, replyToId: null, etag: id, messageType: 'message', createdDateTime: at, lastModifiedDateTime: modifiedAt },
    ...{ lastEditedDateTime: null, deletedDateTime: deletedAt ?? null, subject: null, summary: null, chatId: null },
    ...{ importance: 'normal', locale: 'en-us', policyViolation: null, eventDetail: null },
    from: {
      user: null,
      device: null,
      application: { id: demo.botAppId, displayName: 'Lantern', ...{ applicationIdentityType: 'bot' } },
    },
    body: {
      contentType: 'html',
      content: cards.map((card) => `<attachment id="${card.id}"></attachment>`).join(''),
    },
    channelIdentity: { teamId: team, channelId: channel },
    attachments: cards,
    ...{ mentions: [], reactions: [] },
  };
}
