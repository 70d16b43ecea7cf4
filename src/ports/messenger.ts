import type { Card } from './card.ts';

/** Who a message goes to: a person of a tenant, by Entra object id, never by e-mail or UPN. */
export interface Recipient {
  readonly tenant: string;
  readonly person: string;
}

/**
 * What became of a message.
 * `unreachable`: Lantern holds no conversation with this person (not installed yet, or blocked); keep it and try again.
 * `failed`: Teams refused or could not be reached; try again.
 */
export type Delivery =
  | { readonly outcome: 'delivered'; readonly activityId: string }
  | { readonly outcome: 'unreachable'; readonly why: 'no-conversation' | 'blocked' }
  | { readonly outcome: 'failed'; readonly status?: number };

/** A card to a person's own chat with Lantern. Never throws: every outcome is a value. */
export interface Messenger {
  send(to: Recipient, card: Card): Promise<Delivery>;
  /** Replaces a card that was sent before, or that the person submitted (`activityId`). */
  update(to: Recipient, activityId: string, card: Card): Promise<Delivery>;
}
