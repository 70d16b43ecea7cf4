import type { ChatMessage } from '@microsoft/microsoft-graph-types';
import { demo } from '../cast.ts';
import { ok } from '../graph/answer.ts';
import { pageOf } from '../graph/collection-page.ts';
import { onlyOptions } from '../graph/known-options.ts';
import { stableGuid } from '../stable-guid.ts';
import type { TenantCall } from '../graph/tenant-call.ts';
import type { TenantHandler } from '../tenant-route.ts';
import type { ChannelPost, ChannelPosts } from './channel-posts.ts';
import { teamOf } from './teams.ts';
import { teamsNotFound } from './teams-fault.ts';

/** https://learn.microsoft.com/graph/api/channel-list-messages: twenty on a page, fifty at most. */
const sizes = { usual: 20, largest: 50 };

/**
 * `GET …/channels/{id}/messages`: https://learn.microsoft.com/graph/api/channel-list-messages. Those that begin a thread, the newest
 * first; of people nobody's, for a chat window does not tell what is said there.
 */
export const getMessages: TenantHandler = (call, { channelPosts }) => {
  const there = postsOf(call, channelPosts);
  return answerOf(
    call,
    there.filter(({ replyTo }) => replyTo === undefined),
    'messages',
  );
};

/** `GET …/messages/{id}/replies`: https://learn.microsoft.com/graph/api/chatmessage-list-replies, the newest first. */
export const getReplies: TenantHandler = (call, { channelPosts }) => {
  const there = postsOf(call, channelPosts);
  const thread = call.params['message'] ?? '';
  if (!there.some(({ id, replyTo }) => id === thread && replyTo === undefined))
    throw teamsNotFound('The message could not be found.');
  return answerOf(
    call,
    there.filter(({ replyTo }) => replyTo === thread),
    `messages('${thread}')/replies`,
  );
};

function postsOf(call: TenantCall, channelPosts: ChannelPosts): readonly ChannelPost[] {
  onlyOptions(call.query, ['top', 'skiptoken']);
  const { channels } = teamOf(call);
  const channel = call.params['channel'] ?? '';
  const there = channelPosts.in(channel);
  if (there.length === 0 && !channels.some(({ id }) => id === channel))
    throw teamsNotFound('The channel could not be found.');
  return there;
}

function answerOf(call: TenantCall, posts: readonly ChannelPost[], what: string) {
  const { id: team } = teamOf(call);
  const channel = encodeURIComponent(call.params['channel'] ?? '');
  const { items, link } = pageOf(call, posts.toReversed(), sizes);
  return ok({
    '@odata.context': `https://graph.microsoft.com/v1.0/$metadata#teams('${team}')/channels('${channel}')/${what}`,
    '@odata.count': items.length,
    ...link,
    value: items.map((post) => messageOf(post, team)),
  });
}

function messageOf(post: ChannelPost, team: string): ChatMessage {
  const { id, channel, replyTo, at, modifiedAt, deletedAt, attachments } = post;
  const cards = attachments.map(({ contentType, content }, i) => ({
    ...{ id: stableGuid(`attachment ${id} ${i}`).replaceAll('-', ''), contentType, contentUrl: null },
    // A card comes back as the text of its JSON.
    ...{ content: JSON.stringify(content), name: null, thumbnailUrl: null },
  }));
  return {
    ...{
      id,
      replyToId: replyTo ?? null,
      etag: id,
      messageType: 'message',
      createdDateTime: at,
      lastModifiedDateTime: modifiedAt,
    },
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
