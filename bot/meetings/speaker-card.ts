import type { Invitation } from '../../src/areas/meetings/contract.ts';
import { meetingKind } from '../../src/areas/meetings/fields.ts';
import type { Card } from '../../src/ports/card.ts';
import { card } from '../cards/card.ts';
import { atSchool, facts, heading, line } from '../cards/text.ts';

/** Tells somebody that they speak for the school at a meeting. Nobody whom the meeting is about, and nothing of what is brought. */
export function speakerCard({ kind, startsAt, ref, calledByName }: Invitation, link: string): Card {
  return card(
    [
      { type: 'Container', style: 'accent', items: [heading('You speak for the school at a meeting')] },
      facts([
        ['What', meetingKind[kind]],
        ['When', atSchool(startsAt)],
        ['Called by', calledByName],
        ['Meeting', ref],
      ]),
      line('Write what the school brings in Lantern, with the meeting. Please write nothing of it here.'),
    ],
    [{ type: 'Action.OpenUrl', title: 'Open in Lantern', url: link }],
  );
}
