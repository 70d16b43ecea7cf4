import type { ShowEffect } from '../effects.ts';
import { showAlert, showChildQuestion, showNotice, showReceipt, showRouted, showStopped } from './show.ts';

/** How each message about a concern looks at the moment it is sent, to the person it goes to. */
export const concernEffects: Readonly<Record<string, ShowEffect>> = {
  'alert-duty': showAlert,
  receipt: showReceipt,
  'filing-stopped': showStopped,
  'ask-which-child': showChildQuestion,
  'concern-handed-over': showNotice('concern-handed-over'),
  'concern-escalated': showNotice('concern-escalated'),
  'addendum-added': showNotice('addendum-added'),
  'line-routed': showRouted,
};
