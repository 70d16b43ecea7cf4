import type { Invitation } from '../../src/areas/meetings/contract.ts';
import { meetingKind } from '../../src/areas/meetings/fields.ts';
import type { Card } from '../../src/ports/card.ts';
import { card } from '../cards/card.ts';
import { atSchool, facts, heading, line } from '../cards/text.ts';

/** Says that papers of a meeting are there for somebody to read. Not what they are called, and nobody of whom they tell. */
export function papersCard({ kind, startsAt, ref, papers }: Invitation, link: string): Card {
  return card(
    [
      { type: 'Container', style: 'accent', items: [heading('Papers for a meeting are there for you')] },
      facts([
        ['What', meetingKind[kind]],
        ['When', atSchool(startsAt)],
        ['Papers', String(papers)],
        ['Meeting', ref],
      ]),
      line(
        'They are for you and not to be passed on. Open them in Lantern, under the meetings that you were asked to.',
      ),
    ],
    [{ type: 'Action.OpenUrl', title: 'Open in Lantern', url: link }],
  );
}
