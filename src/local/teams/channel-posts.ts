import type { KeptLog } from '../kept-log.ts';

/** What a bot posted to a channel of a chat window, as its connector took it. */
export interface ChannelPost {
  readonly id: string;
  readonly channel: string;
  /** The message in whose thread it is; absent for one that begins a thread. */
  readonly replyTo?: string;
  readonly at: string;
  modifiedAt: string;
  deletedAt?: string;
  attachments: readonly { readonly contentType: string; readonly content: unknown }[];
}

/** Posts in channels, oldest first. The connector relay notes them, and Graph shows them. */
export interface ChannelPosts {
  /** The method and path of a call to the connector, what it carried, and what came of it. */
  note(call: ConnectorCall): void;
  in(channel: string): readonly ChannelPost[];
}

export interface ConnectorCall {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
  readonly answer: unknown;
}

const activities = /^\/v3\/conversations\/([^/]+)\/activities(?:\/([^/?]+))?(?:\?.*)?$/;
const field = (from: unknown, name: string): unknown =>
  typeof from === 'object' && from !== null ? (from as Readonly<Record<string, unknown>>)[name] : undefined;

/**
 * @param now the machine's time, in milliseconds: Teams dates messages by its own clock
 * @param kept calls that changed something, so that what was posted is there after the next start
 */
export function createChannelPosts(
  now: () => number,
  kept: KeptLog<{ readonly call: ConnectorCall; readonly at: string }>,
): ChannelPosts {
  const posts: ChannelPost[] = [];
  /** @returns whether it changed something in a channel */
  function take({ method, path, body, answer }: ConnectorCall, at: string): boolean {
    const [, conversation, activity] = activities.exec(path) ?? [];
    if (conversation === undefined) return false;
    const [channel = '', thread] = decodeURIComponent(conversation).split(';messageid=');
    const attachments = (field(body, 'attachments') ?? []) as ChannelPost['attachments'];
    const known = posts.find(({ id }) => activity !== undefined && id === decodeURIComponent(activity));
    if (method === 'POST') {
      const [id, replyTo] = [field(answer, 'id'), thread ?? (activity && decodeURIComponent(activity))];
      if (typeof id !== 'string') return false;
      posts.push({ id, channel, at, modifiedAt: at, attachments, ...(replyTo !== undefined && { replyTo }) });
    } else if (known && method === 'PUT') Object.assign(known, { attachments, modifiedAt: at });
    else if (known && method === 'DELETE') Object.assign(known, { attachments: [], deletedAt: at });
    else return false;
    return true;
  }
  for (const { call, at } of kept.entries()) take(call, at);
  return {
    note(call) {
      const at = new Date(now()).toISOString();
      if (take(call, at)) kept.keep({ call, at });
    },
    in: (channel) => posts.filter((post) => post.channel === channel),
  };
}
