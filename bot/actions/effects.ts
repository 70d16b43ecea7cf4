import type { ShowEffect } from '../effects.ts';
import { showOwnAction, showReminder, showTimeAsked, showToVerify } from './show.ts';

/** How each message about an action looks at the moment it is sent, to the person it goes to. */
export const actionEffects: Readonly<Record<string, ShowEffect>> = {
  'action-given': showOwnAction,
  'action-due': showReminder,
  'action-to-verify': showToVerify,
  'action-time-asked': showTimeAsked,
  'action-time-answered': showOwnAction,
};
