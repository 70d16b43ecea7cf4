import type { TurnContext } from 'botbuilder';
import type { ConnectorClient } from 'botframework-connector';
import { z } from 'zod';
import type { ChannelReference, ChannelReferences } from '../../src/ports/channels.ts';
import type { Log } from '../../src/ports/log.ts';
import { faultOf } from './fault.ts';
import { membershipOf, type ChannelNews } from './to-channel-news.ts';

/** What Teams answers when it is asked for the channels of a team; the general one has no name. */
const listed = z.object({
  conversations: z.array(z.object({ id: z.string().min(1), name: z.string().nullish(), type: z.string().nullish() })),
});

/** Channels of a team that are kept at most; Teams itself has 1,000. */
const most = 1_000;

/**
 * Keeps where Lantern is in teams, and forgets where it is no more.
 * @returns ids of the channels in which it now is, and of those in which it no longer is
 */
export async function learnChannels(
  context: TurnContext,
  news: ChannelNews,
  tenant: string,
  { channels, log }: { readonly channels: ChannelReferences; readonly log: Log },
): Promise<{ readonly into: readonly string[]; readonly outOf: readonly string[] }> {
  if (news.kind === 'out') return { into: [], outOf: await channels.forget({ tenant, channel: news.channel }) };
  if (news.kind === 'out-of-team') return { into: [], outOf: await channels.forget({ tenant, team: news.team }) };
  const { reference } = news;
  const known = await channels.find(reference);
  // Not every activity says what the team is called.
  const called = { ...reference, teamName: reference.teamName || (known?.teamName ?? '') };
  const others = news.all ? await othersOf(context, called, log) : [];
  const all = [called, ...others.filter(({ channel }) => channel !== called.channel)];
  for (const one of all) await channels.save(one);
  return { into: all.map(({ channel }) => channel), outOf: [] };
}

/** The channels of the team as Teams lists them. Without an answer the one that was named is kept, and others as they are spoken of. */
async function othersOf(context: TurnContext, named: ChannelReference, log: Log): Promise<readonly ChannelReference[]> {
  try {
    // botbuilder's own question would go out past the transport that all else goes through.
    const connector = context.turnState.get<ConnectorClient>(context.adapter.ConnectorClientKey);
    const path = `v3/teams/${encodeURIComponent(named.team)}/conversations`;
    const asked = { httpMethod: 'GET', path, responses: { 200: {} } } as unknown;
    const { _response: answer } = await connector.sendOperationRequest(
      {},
      asked as Parameters<typeof connector.sendOperationRequest>[1],
    );
    const { conversations } = listed.parse(JSON.parse(answer.bodyAsText ?? ''));
    return conversations.slice(0, most).flatMap(({ id, name, type }) => {
      const called = name ?? (id === named.team ? 'General' : '');
      return called === '' ? [] : [{ ...named, channel: id, name: called, membership: membershipOf(type) }];
    });
  } catch (thrown) {
    log.warn('bot.team-not-listed', { ...faultOf(thrown) });
    return [];
  }
}
