import type { Card } from '../ports/card.ts';

/** What a mark looks like, whatever the post. */
export const marks = /lantern-post-[0-9a-f]{32}/;

/** What tells a post from every other: an id of its record, which says nothing of what it holds. */
export const markOf = (post: string): string => `lantern-post-${post}`;

/** The card with the mark of its post, which nobody sees: Graph gives the card back, and nothing else that Lantern sent. */
export function marked(card: Card, post: string): Card {
  const [first, ...rest] = card.body;
  return first ? { ...card, body: [{ ...first, id: markOf(post) }, ...rest] } : card;
}
