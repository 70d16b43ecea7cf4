import type { ShowEffect } from '../effects.ts';
import { staffNotices } from './notices.ts';
import { showMatter, showStaffReceipt } from './show.ts';

/** How each message about a concern about an adult looks at the moment it is sent, to the person it goes to. */
export const staffConcernEffects: Readonly<Record<string, ShowEffect>> = {
  'staff-concern-reported': showMatter('staff-concern-reported'),
  'staff-note-added': showMatter('staff-note-added'),
  'staff-receipt': showStaffReceipt,
  ...staffNotices,
};
