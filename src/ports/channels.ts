import type { Card } from './card.ts';
import type { Delivery } from './messenger.ts';

/** A channel of a team, as Teams names it. */
export interface ChannelPlace {
  readonly tenant: string;
  /** Id of the channel in Teams (`19:…@thread.tacv2`). */
  readonly channel: string;
}

/** Who may be in a channel: a whole team, some of it, or people of other teams and organisations too. */
export type ChannelMembership = 'standard' | 'private' | 'shared';

/** Where a channel lies into which Lantern was put. Saved from verified activities only; needed to post there. */
export interface ChannelReference extends ChannelPlace {
  /** Id of its team in Teams, which is that of the team’s general channel. */
  readonly team: string;
  readonly teamName: string;
  readonly name: string;
  readonly membership: ChannelMembership;
  /** Exact host checked when it was saved, and again before each send. */
  readonly serviceUrl: string;
  /** The bot's id in Teams (`28:…`). */
  readonly botId: string;
}

export interface ChannelReferences {
  /** Keeps the newest reference. */
  save(reference: ChannelReference): Promise<void>;
  find(place: ChannelPlace): Promise<ChannelReference | undefined>;
  /** All channels of a tenant in which Lantern is, by team and name. */
  all(tenant: string): Promise<readonly ChannelReference[]>;
  /**
   * Forgets a channel, or all channels of a team: Lantern was taken out of it.
   * @returns ids of the channels that were known
   */
  forget(
    which: { readonly tenant: string } & ({ readonly channel: string } | { readonly team: string }),
  ): Promise<readonly string[]>;
}

/** Somebody who is in a channel now, as Teams says. */
export interface ChannelMember {
  /** Entra object id; absent where Teams does not say it. */
  readonly person?: string;
  /** The organisation whose account it is; absent where Teams does not say it. */
  readonly tenant?: string;
  readonly guest: boolean;
  readonly name: string;
}

/** Who is in a channel; or that Lantern is not in it any more; or that Teams could not be asked. */
export type ChannelMembers =
  | { readonly outcome: 'seen'; readonly members: readonly ChannelMember[] }
  | { readonly outcome: 'unreachable' }
  | { readonly outcome: 'failed'; readonly status?: number };

/**
 * What became of a post. `failed`: Teams refused it, so it is not there. `in-doubt`: no answer came, or one from which it does not
 * follow whether it is there; it must not be sent again before somebody has looked.
 */
export type Posting = Delivery | { readonly outcome: 'in-doubt'; readonly status?: number };

/** The teams that channels lie in. */
export interface ChannelTeams {
  /** Object id in Entra of the group of a channel’s team; undefined where Teams does not say it just now. */
  groupOf(place: ChannelPlace): Promise<string | undefined>;
}

/** What Lantern does in channels. Never throws: every outcome is a value. */
export interface Channels {
  /** All who are in a channel now, whatever its kind. */
  members(place: ChannelPlace): Promise<ChannelMembers>;
  /**
   * A card as a new thread, or as a reply in the thread of a post. One call and never a second: where its answer is lost the post may
   * be there.
   */
  post(place: ChannelPlace, card: Card, replyTo?: string): Promise<Posting>;
  /** Replaces the card of a post. */
  update(place: ChannelPlace, activityId: string, card: Card): Promise<Delivery>;
}
