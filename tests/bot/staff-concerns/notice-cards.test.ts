import { AdaptiveCard, SerializationContext, Version } from 'adaptivecards';
import { describe, expect, it } from 'vitest';
import { staffChangedCard, staffStoppedCard } from '../../../bot/staff-concerns/notice-cards.ts';
import type { Card } from '../../../src/ports/card.ts';

const link = 'https://teams.microsoft.com/l/entity/x/desk';
const ref = 'S-4F7K-2Q9M';
const cards: Readonly<Record<string, readonly [Card, string]>> = {
  'a staff concern that was changed outside': [staffChangedCard({ ref }, link), `▲ Changed outside Lantern: ${ref}`],
  'one whose filing has stopped': [staffStoppedCard({ ref, stopped: true }, link), `▲ Filing has stopped: ${ref}`],
  'one whose filing goes on': [staffStoppedCard({ ref, stopped: false }, link), `Filing goes on: ${ref}`],
};

describe.each(Object.entries(cards))('the card of %s', (_name, [card, heading]) => {
  it('is understood by Microsoft’s own renderer, says so first, and leads to the desk', () => {
    const context = new SerializationContext(new Version(1, 5));
    new AdaptiveCard().parse(card, context);
    expect(Array.from({ length: context.eventCount }, (_, i) => context.getEventAt(i)?.message)).toEqual([]);
    expect(card.body[0]).toMatchObject({ items: [{ text: heading }] });
    expect(card.actions).toEqual([{ type: 'Action.OpenUrl', title: 'Open in Lantern', url: link }]);
  });
});
