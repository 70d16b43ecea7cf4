import type { ShowEffect } from '../effects.ts';
import { showBriefing } from './show.ts';

/** How each message about a briefing looks at the moment it is sent, to the person it goes to. */
export const briefingEffects: Readonly<Record<string, ShowEffect>> = {
  'briefing-sent': showBriefing('briefing-sent'),
  'briefing-chased': showBriefing('briefing-chased'),
};
