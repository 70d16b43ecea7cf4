import { TeamsInfo, type TurnContext } from 'botbuilder';
import type { ConnectorClient } from 'botframework-connector';
import { z } from 'zod';
import type { Card } from '../../src/ports/card.ts';
import type {
  ChannelMember,
  ChannelMembers,
  ChannelPlace,
  ChannelReference,
  ChannelReferences,
  Channels,
  ChannelTeams,
} from '../../src/ports/channels.ts';
import type { Log } from '../../src/ports/log.ts';
import type { Delivery } from '../../src/ports/messenger.ts';
import type { Adapter } from './adapter.ts';
import { callingOnce } from './connector-client.ts';
import { ConnectorRefusal } from './connector-refusal.ts';
import { faultOf } from './fault.ts';
import { isServiceUrl } from './service-url.ts';
import { cardMessage } from './to-activity.ts';

/** People on one page of a channel's members; the most that Teams gives. */
const page = 500;
/** Pages of members that are read at most: more people than any channel holds (25,000). */
const mostPages = 60;

/** Posts to channels, and asks who is in them. */
export function createChannels(
  adapter: Pick<Adapter, 'reachChannel'>,
  references: Pick<ChannelReferences, 'find'>,
  log: Log,
): Channels & ChannelTeams {
  /** @throws ConnectorRefusal where Teams does not take it */
  async function reach<T>(
    place: ChannelPlace,
    work: (context: TurnContext, reference: ChannelReference) => Promise<T>,
    replyTo?: string,
  ): Promise<{ readonly done: T } | 'unreachable' | 'refused'> {
    const reference = await references.find(place);
    if (!reference) return 'unreachable';
    // Also here: a reference may have been restored from elsewhere since it was checked at the door.
    if (!isServiceUrl(reference.serviceUrl)) {
      log.security('bot.reference-refused', { tenant: place.tenant, code: 'foreign-service-url' });
      return 'refused';
    }
    let done: { readonly done: T } | undefined;
    await adapter.reachChannel(
      reference,
      async (context) => {
        done = { done: await work(context, reference) };
      },
      replyTo,
    );
    return done ?? 'refused';
  }

  return {
    async members(place): Promise<ChannelMembers> {
      try {
        const reached = await reach(place, async (context) => allMembers(context));
        if (reached === 'unreachable') return { outcome: 'unreachable' };
        return reached === 'refused' ? { outcome: 'failed' } : { outcome: 'seen', members: reached.done };
      } catch (thrown) {
        const { status } = told('bot.members-refused', thrown, place, log);
        if (status === 403 || status === 404) return { outcome: 'unreachable' };
        return { outcome: 'failed', ...(status !== undefined && { status }) };
      }
    },
    async groupOf(place) {
      try {
        const reached = await reach(place, async (context, { team }) => detailsOf(context, team));
        return typeof reached === 'string' ? undefined : reached.done.aadGroupId.toLowerCase();
      } catch (thrown) {
        told('bot.team-not-told', thrown, place, log);
        return undefined;
      }
    },
    async post(place, card: Card, replyTo) {
      const call = { made: false };
      try {
        const send = async (context: TurnContext) => (await context.sendActivity(cardMessage(card)))?.id ?? '';
        const reached = await callingOnce(call, () => reach(place, send, replyTo));
        if (reached === 'unreachable') return { outcome: 'unreachable', why: 'no-conversation' };
        return reached === 'refused' ? { outcome: 'failed' } : { outcome: 'delivered', activityId: reached.done };
      } catch (thrown) {
        const { status } = told('bot.post-refused', thrown, place, log);
        if (status === 403 || status === 404) return { outcome: 'unreachable', why: 'blocked' };
        // Nothing was sent, or Teams answered that it took nothing.
        const refused = !call.made || (status !== undefined && status < 500);
        return { outcome: refused ? 'failed' : 'in-doubt', ...(status !== undefined && { status }) };
      }
    },
    async update(place, activityId, card: Card): Promise<Delivery> {
      try {
        const reached = await reach(place, async (context) => {
          await context.updateActivity({ ...cardMessage(card), id: activityId });
        });
        if (reached === 'unreachable') return { outcome: 'unreachable', why: 'no-conversation' };
        return reached === 'refused' ? { outcome: 'failed' } : { outcome: 'delivered', activityId };
      } catch (thrown) {
        const { status } = told('bot.update-refused', thrown, place, log);
        return { outcome: 'failed', ...(status !== undefined && { status }) };
      }
    },
  };
}

const details = z.object({ aadGroupId: z.guid() });

/** botbuilder's own question would go out past the transport that all else goes through. */
async function detailsOf(context: TurnContext, team: string) {
  const connector = context.turnState.get<ConnectorClient>(context.adapter.ConnectorClientKey);
  const asked = { httpMethod: 'GET', path: `v3/teams/${encodeURIComponent(team)}`, responses: { 200: {} } } as unknown;
  const { _response: answer } = await connector.sendOperationRequest(
    {},
    asked as Parameters<typeof connector.sendOperationRequest>[1],
  );
  return details.parse(JSON.parse(answer.bodyAsText ?? ''));
}

async function allMembers(context: TurnContext): Promise<readonly ChannelMember[]> {
  const members: ChannelMember[] = [];
  let token: string | undefined;
  for (let i = 0; i < mostPages; i++) {
    const found = await TeamsInfo.getPagedMembers(context, page, token);
    for (const { aadObjectId, tenantId, userRole, name } of found.members)
      members.push({
        ...(aadObjectId && { person: aadObjectId.toLowerCase() }),
        ...(tenantId && { tenant: tenantId.toLowerCase() }),
        // What is neither said to be a user of the organisation nor known is kept apart as a guest is.
        guest: userRole !== undefined && userRole.toLowerCase() !== 'user',
        name: name ?? '',
      });
    if (!found.continuationToken) return members;
    token = found.continuationToken;
  }
  throw new Error('a channel has more members than any channel has');
}

function told(event: string, thrown: unknown, { tenant }: ChannelPlace, log: Log): { readonly status?: number } {
  if (!(thrown instanceof ConnectorRefusal)) {
    log.error(event, { tenant, ...faultOf(thrown) });
    return {};
  }
  const { status, code } = thrown;
  log.warn(event, { tenant, code, status });
  return status === undefined ? {} : { status };
}
