import type { Card, CardAction, CardElement } from '../../src/ports/card.ts';

/** A whole card in the version that Teams renders. */
export const card = (body: readonly CardElement[], actions: readonly CardAction[] = []): Card => ({
  type: 'AdaptiveCard',
  $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
  version: '1.5',
  body,
  ...(actions.length > 0 && { actions }),
});
