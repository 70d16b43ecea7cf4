import type { Card } from '../../src/ports/card.ts';
import { card } from './card.ts';
import { line } from './text.ts';

/** Takes the place of a card whose record its reader may not see (any more): what it said must not stay in a chat. */
export const goneCard: Card = card([
  line('What stood here is no longer yours to see. Open Lantern to find what is; nothing is asked of you here.'),
]);
