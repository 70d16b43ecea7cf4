import { demo } from '../cast.ts';
import type { ChannelPost } from '../teams/channel-posts.ts';

/**
 * Posts that stand in a chat window once more after a start, and when its page is opened. A window forgets them when it closes and gives
 * ids of its own, while Lantern goes on under those that it was told.
 */
export interface PostsAnew {
  /** Posts again what stood in a window’s channel, and takes away what may stand there still. @param connector the window’s own */
  put(connector: string, posts: readonly ChannelPost[]): Promise<void>;
  /** The path of a call of Lantern’s as the window knows it. */
  toWindow(path: string): string;
  /** What was done in the window as Lantern knows it. */
  toLantern(activity: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>>;
}

const named = /(?<=\/activities\/|(?:;|%3B)messageid(?:=|%3D))[^/?;%]+/gi;
const bot = { id: `28:${demo.botAppId}`, name: 'Lantern' };
const isPosted = (answer: unknown): answer is { readonly id: string } =>
  typeof answer === 'object' && answer !== null && 'id' in answer && typeof answer.id === 'string';

export function createPostsAnew(): PostsAnew {
  const inWindow = new Map<string, string>();
  const inLantern = new Map<string, string>();
  const known = (id: string) => inLantern.get(id) ?? id;
  const toWindow = (path: string) =>
    path.replaceAll(named, (id) => encodeURIComponent(inWindow.get(decodeURIComponent(id)) ?? decodeURIComponent(id)));
  return {
    async put(connector, posts) {
      for (const { id, channel, replyTo, attachments } of posts.filter(({ deletedAt }) => deletedAt === undefined)) {
        const conversation = encodeURIComponent(channel);
        const thread = replyTo === undefined ? '' : `/${encodeURIComponent(inWindow.get(replyTo) ?? replyTo)}`;
        const before = `${connector}/v3/conversations/${conversation}/activities/${encodeURIComponent(inWindow.get(id) ?? id)}`;
        await fetch(before, { method: 'DELETE' }).then((gone) => gone.body?.cancel());
        const answer = await fetch(`${connector}/v3/conversations/${conversation}/activities${thread}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({
            ...{ type: 'message', channelId: 'msteams', from: bot, attachments },
            conversation: { isGroup: true, conversationType: 'channel', id: channel, tenantId: demo.tenantId },
          }),
        });
        const posted: unknown = await answer.json().catch(() => undefined);
        if (!answer.ok || !isPosted(posted)) throw new Error(`a chat window did not take its posts (${answer.status})`);
        inWindow.set(id, posted.id);
        inLantern.set(posted.id, id);
      }
    },
    toWindow,
    toLantern: (activity) => {
      const { replyToId } = activity;
      return typeof replyToId === 'string' ? { ...activity, replyToId: known(replyToId) } : activity;
    },
  };
}
