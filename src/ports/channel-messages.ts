/** Whether a post of Lantern’s lies in a channel, as Teams tells whoever reads the channel. */
export type LookedFor =
  /** The message that bears its mark. */
  | { readonly outcome: 'found'; readonly activityId: string }
  /** Every message among which it would be was read, and none is it. */
  | { readonly outcome: 'not-there' }
  /** It cannot be told: Lantern may not read there, there is too much, or a message of its own bears no mark. */
  | { readonly outcome: 'unsure'; readonly why: 'not-allowed' | 'no-team' | 'too-many' | 'no-mark' }
  /** Teams could not be asked just now. */
  | { readonly outcome: 'failed'; readonly status?: number };

/** The messages of channels, read for one thing: whether a post is there. Never throws: every outcome is a value. */
export interface ChannelMessages {
  /**
   * Looks among the messages that begin a thread, or among the replies to one.
   * @param group object id of the team’s group in Entra
   * @param channel id of the channel in Teams
   * @param mark what the card of the post bears, and of no other
   * @param thread id of the message that it would reply to
   */
  look(group: string, channel: string, mark: string, thread?: string): Promise<LookedFor>;
}
