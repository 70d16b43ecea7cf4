import { z } from 'zod';
import type { ConversationReference } from '../../src/ports/references.ts';
import type { TeamsActivity } from './activity.ts';
import type { BotActor, BotEvent, ConversationKind } from './events.ts';

const kinds: readonly string[] = ['personal', 'groupChat', 'channel'] satisfies ConversationKind[];
const isKind = (kind: unknown): kind is ConversationKind => typeof kind === 'string' && kinds.includes(kind);

const mention = z.object({
  type: z.literal('mention'),
  mentioned: z.object({ id: z.string() }),
  text: z.string().min(1),
});
const execute = z.object({ action: z.object({ verb: z.string(), data: z.unknown().optional() }) });
const submit = z.object({ verb: z.string() });

/**
 * What an activity means to Lantern; undefined for what it does not answer: another type of activity, another type of
 * invoke, a conversation of unknown kind.
 * @param first whether Lantern knew no conversation with this person before
 */
export function toEvent(activity: TeamsActivity, actor: BotActor, first: boolean): BotEvent | undefined {
  const conversation = activity.conversation.conversationType;
  if (!isKind(conversation)) return undefined;
  const from = { actor, conversation } as const;
  const card = activity.replyToId ? { cardActivityId: activity.replyToId } : {};

  switch (activity.type) {
    case 'installationUpdate':
      return activity.action === 'add' ? { kind: 'installed', ...from, first } : undefined;
    case 'invoke': {
      if (activity.name !== 'adaptiveCard/action') return undefined;
      const pressed = execute.safeParse(activity.value).data?.action;
      // Without a verb it is still a press that wants an answer: whoever knows the verbs says what to do.
      return { kind: 'action', ...from, verb: pressed?.verb ?? '', data: pressed?.data, ...card };
    }
    case 'message': {
      const pressed = activity.text ? undefined : submit.safeParse(activity.value).data;
      if (pressed) return { kind: 'action', ...from, verb: pressed.verb, data: activity.value, ...card };
      return { kind: 'message', ...from, text: withoutMention(activity) };
    }
    default:
      return undefined;
  }
}

/**
 * Where to write to this person first, from then on. Only their own chat counts; a button's invoke must be answered
 * within the limit of Teams, so it costs no second write.
 */
export function toReference(activity: TeamsActivity, actor: BotActor): ConversationReference | undefined {
  if (activity.conversation.conversationType !== 'personal' || !activity.serviceUrl) return undefined;
  const added = activity.type === 'installationUpdate' && activity.action !== 'remove';
  if (!added && activity.type !== 'message') return undefined;
  return {
    tenant: actor.tenant,
    person: actor.person,
    conversationId: activity.conversation.id,
    serviceUrl: activity.serviceUrl,
    botId: activity.recipient.id,
    teamsUserId: activity.from.id,
  };
}

function withoutMention({ text, entities, recipient }: TeamsActivity): string {
  const mentions = (entities ?? []).flatMap((entity) => mention.safeParse(entity).data ?? []);
  const ours = mentions.filter(({ mentioned }) => mentioned.id === recipient.id);
  return ours.reduce((rest, { text: name }) => rest.replaceAll(name, ''), text ?? '').trim();
}
