import type { Card } from '../../src/ports/card.ts';
import { card } from '../cards/card.ts';
import { atSchool, facts, heading, line } from '../cards/text.ts';

/** Why somebody who manages a matter is called to it. The words say nothing of what it is: whoever reads along learns nothing. */
const said = {
  'staff-concern-reported': [
    'A matter needs you',
    'Only you and whoever else manages it can see it. Open it in Lantern.',
  ],
  'staff-note-added': ['Something was added to a matter', 'More is known than when you last saw it.'],
} as const;
export type MatterNotice = keyof typeof said;

/** Calls somebody to a matter: its reference and nothing else. */
export function matterCard(
  notice: MatterNotice,
  { ref, reportedAt }: { readonly ref: string; readonly reportedAt: string },
  link: string,
): Card {
  const [title, text] = said[notice];
  return card(
    [
      { type: 'Container', style: 'accent', items: [heading(title)] },
      facts([
        ['Reference', ref],
        ['Since', atSchool(reportedAt)],
      ]),
      line(text),
    ],
    [{ type: 'Action.OpenUrl', title: 'Open in Lantern', url: link }],
  );
}
