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

/** @param now the machine's time, in milliseconds: Teams dates messages by its own clock */
export function createChannelPosts(now: () => number): ChannelPosts {
  const posts: ChannelPost[] = [];
  const at = () => new Date(now()).toISOString();
  return {
    note({ method, path, body, answer }) {
      const [, conversation, activity] = activities.exec(path) ?? [];
      if (conversation === undefined) return;
      const [channel = '', thread] = decodeURIComponent(conversation).split(';messageid=');
      const attachments = (field(body, 'attachments') ?? []) as ChannelPost['attachments'];
      const known = posts.find(({ id }) => activity !== undefined && id === decodeURIComponent(activity));
      if (method === 'POST') {
        const [id, replyTo] = [field(answer, 'id'), thread ?? (activity && decodeURIComponent(activity))];
        if (typeof id !== 'string') return;
        posts.push({ id, channel, at: at(), modifiedAt: at(), attachments, ...(replyTo !== undefined && { replyTo }) });
      } else if (known && method === 'PUT') Object.assign(known, { attachments, modifiedAt: at() });
      else if (known && method === 'DELETE') Object.assign(known, { attachments: [], deletedAt: at() });
    },
    in: (channel) => posts.filter((post) => post.channel === channel),
  };
}
