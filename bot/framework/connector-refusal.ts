/** The connector did not take a message. `status` is absent when no answer came; `blocked`: this person cannot be written to. */
export class ConnectorRefusal extends Error {
  constructor(
    readonly code: string,
    readonly status?: number,
    readonly blocked = false,
  ) {
    super(`the connector did not take the message (${status ?? code})`);
    this.name = 'ConnectorRefusal';
  }
}

// Teams writes them in two shapes, one of them JSON inside a string, so they are looked for as words
// (learn.microsoft.com, "Send and receive messages": status codes from bot conversational APIs).
const cannotBeWrittenTo =
  /\b(MessageWritesBlocked|ConversationBlockedByUser|BotDisabledByUser|BotDisabledByAdmin|BotNotInConversationRoster)\b/;

/**
 * What an answer of the connector other than success means.
 * @param status HTTP status
 * @param body of the answer, as text
 */
export function toRefusal(status: number, body: string): ConnectorRefusal {
  const code = status === 403 ? cannotBeWrittenTo.exec(body)?.[1] : undefined;
  return new ConnectorRefusal(code ?? 'refused', status, code !== undefined);
}
