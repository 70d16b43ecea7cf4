import type { Identity } from '../../src/access/types.ts';
import type { Card } from '../../src/ports/card.ts';

/** Who is at the door: from a verified channel token's activity, never from card data. `name` is for display only. */
export type BotActor = Identity;

export type ConversationKind = 'personal' | 'groupChat' | 'channel';

/** What reached the bot, in Lantern's words. */
export type BotEvent =
  /** The app was added for this person. `first`: Lantern knew no conversation with them before. */
  | {
      readonly kind: 'installed';
      readonly actor: BotActor;
      readonly conversation: ConversationKind;
      readonly first: boolean;
    }
  /** Lantern was put into channels of a team, or taken out of them: their ids in Teams. Nobody waits for an answer. */
  | {
      readonly kind: 'channels';
      readonly actor: BotActor;
      readonly conversation: 'channel';
      readonly into: readonly string[];
      readonly outOf: readonly string[];
    }
  /** `text` without the bot's mention, trimmed; everything else as typed. */
  | {
      readonly kind: 'message';
      readonly actor: BotActor;
      readonly conversation: ConversationKind;
      readonly text: string;
    }
  /** A card's button. `data` is whatever arrived: check the seal, then parse. `cardActivityId` is the message the card lies in. */
  | {
      readonly kind: 'action';
      readonly actor: BotActor;
      readonly conversation: ConversationKind;
      readonly verb: string;
      readonly data: unknown;
      readonly cardActivityId?: string;
    };

/** What the bot answers. */
export type BotReply =
  /** To a message: a new card. To an action: the card that takes the old one's place. */
  | { readonly kind: 'card'; readonly card: Card }
  /** To a message: a line of text. To an action: a note to this person; the card stays. */
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'nothing' };

export type BotHandler = (event: BotEvent) => Promise<BotReply>;
