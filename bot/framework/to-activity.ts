import type { Card } from '../../src/ports/card.ts';
import type { BotReply } from './events.ts';

/** Answer to an invoke: the body of the HTTP response. */
export interface InvokeAnswer {
  readonly statusCode: 200;
  readonly type: 'application/vnd.microsoft.card.adaptive' | 'application/vnd.microsoft.activity.message';
  readonly value: Card | string;
}

/** A message with a card alone: Teams splits text and card into two messages, and the card could then not be replaced. */
export const cardMessage = (card: Card) => ({
  type: 'message',
  attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }],
});

/** `plain`: nothing in it is read as Markdown, whoever wrote it. */
export const textMessage = (text: string) => ({ type: 'message', textFormat: 'plain', text });

/** The reply as a new message; undefined when there is nothing to say. */
export function toMessage(reply: BotReply) {
  switch (reply.kind) {
    case 'card':
      return cardMessage(reply.card);
    case 'text':
      return textMessage(reply.text);
    case 'nothing':
      return undefined;
  }
}

/** The reply to a press of an Action.Execute: the card that takes the old one's place, or a note beside it. */
export function toInvokeAnswer(reply: BotReply): InvokeAnswer {
  return reply.kind === 'card'
    ? { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: reply.card }
    : {
        statusCode: 200,
        type: 'application/vnd.microsoft.activity.message',
        value: reply.kind === 'text' ? reply.text : '',
      };
}
