import type { Recipient } from './messenger.ts';

/** Where a person's own chat with Lantern lies. Saved from verified activities only; needed to write to them first. */
export interface ConversationReference extends Recipient {
  readonly conversationId: string;
  /** Exact host checked when it was saved, and again before each send. */
  readonly serviceUrl: string;
  /** The bot's and the person's ids in Teams (`28:…`, `29:…`). */
  readonly botId: string;
  readonly teamsUserId: string;
}

export interface ConversationReferences {
  /** Keeps the newest reference; `first` is true when Lantern knew none of this person before (welcome once). */
  save(reference: ConversationReference): Promise<{ readonly first: boolean }>;
  find(person: Recipient): Promise<ConversationReference | undefined>;
}
