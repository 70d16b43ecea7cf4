import { z } from 'zod';
import type { ChannelMessages, LookedFor } from '../ports/channel-messages.ts';
import { GraphUnreachable, type Graph } from '../ports/graph.ts';
import { pageByPage } from './page-by-page.ts';

/** Of a message only this is looked at. A card is the text of its JSON. */
const message = z.object({
  id: z.string().min(1),
  deletedDateTime: z.string().nullish(),
  from: z.object({ application: z.object({ id: z.string().nullish() }).nullish() }).nullish(),
  attachments: z.array(z.object({ content: z.string().nullish() })).nullish(),
});

/** Graph’s: so many messages on a page. */
const page = 50;
/** Pages that are read at most: 2,000 messages. What lies among more is for a person to see. */
const mostPages = 40;

/**
 * The messages of channels over Microsoft Graph. Needs ChannelMessage.Read.Group, which whoever adds the app to a team grants for that
 * team. In which order they come Graph does not promise, so that one is not there is known at the end of them all.
 * https://learn.microsoft.com/graph/api/channel-list-messages, https://learn.microsoft.com/graph/api/chatmessage-list-replies
 * @param graph one that asks again after a passing fault
 * @param bot application id of the bot, by which Lantern knows its own messages
 * @param marks what every mark of Lantern’s looks like
 */
export const createChannelMessages = (graph: Graph, bot: string, marks: RegExp): ChannelMessages => ({
  async look(group, channel, mark, thread): Promise<LookedFor> {
    const messages = `/teams/${encodeURIComponent(group)}/channels/${encodeURIComponent(channel)}/messages`;
    const path = `${messages}${thread === undefined ? '' : `/${encodeURIComponent(thread)}/replies`}?$top=${page}`;
    let [pages, unmarked] = [0, false];
    try {
      for await (const one of pageByPage(graph, path)) {
        if (!one.ok) return faultOf(one.answer.status);
        const read = z.array(message).safeParse(one.values);
        if (!read.success) return { outcome: 'failed' };
        for (const { id, deletedDateTime, from, attachments } of read.data) {
          if (from?.application?.id?.toLowerCase() !== bot.toLowerCase()) continue;
          const cards = (attachments ?? []).map(({ content }) => content ?? '').join(' ');
          if (cards.includes(mark)) return { outcome: 'found', activityId: id };
          // One whose card is gone could be any. One that never bore a mark could be it, if Teams had lost the mark.
          unmarked ||= deletedDateTime != null || !marks.test(cards);
        }
        if (++pages === mostPages) return { outcome: 'unsure', why: 'too-many' };
      }
    } catch (error) {
      if (error instanceof GraphUnreachable) return { outcome: 'failed' };
      throw error;
    }
    return unmarked ? { outcome: 'unsure', why: 'no-mark' } : { outcome: 'not-there' };
  },
});

function faultOf(status: number): LookedFor {
  if (status === 401 || status === 403) return { outcome: 'unsure', why: 'not-allowed' };
  return status === 404 ? { outcome: 'unsure', why: 'no-team' } : { outcome: 'failed', status };
}
