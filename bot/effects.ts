import type { Identity } from '../src/access/types.ts';
import type { Card } from '../src/ports/card.ts';
import type { BotServices } from './services.ts';

/**
 * Renders one kind of effect for its recipient, with the recipient's own rights, as things stand when it is sent.
 * Undefined: they may not see it (any more), so nothing is sent.
 */
export type ShowEffect = (services: BotServices, who: Identity, about: string) => Promise<Card | undefined>;
