import type { RoutedNotice } from '../../src/areas/concerns/routed-views.ts';
import type { Card } from '../../src/ports/card.ts';
import { card } from '../cards/card.ts';
import { heading, line, plain } from '../cards/text.ts';

/** Tells somebody of a team that a line waits for them in the tab. Neither the child's name nor the line stays in a chat. */
export function routedCard({ by, seenBy }: RoutedNotice): Card {
  if (seenBy !== undefined)
    return card([
      { type: 'Container', style: 'good', items: [heading('A line from safeguarding: seen')] },
      plain(`${seenBy} sees to it.`),
    ]);
  return card([
    { type: 'Container', style: 'accent', items: [heading('A line from safeguarding')] },
    plain(`${by} has passed something on to your team.`),
    line('Open the Lantern tab to read it: it stands at the top, under “Passed to your team”.'),
  ]);
}
