import type { Invitation } from '../../src/areas/meetings/contract.ts';
import { meetingKind } from '../../src/areas/meetings/fields.ts';
import type { Card } from '../../src/ports/card.ts';
import { card } from '../cards/card.ts';
import { atSchool, facts, heading, line } from '../cards/text.ts';

export interface CirculatedView {
  readonly invitation: Invitation;
  readonly read: Readonly<Record<string, unknown>>;
  readonly link: string;
}

/** Says that the minutes of a meeting are there: of what kind and when it was. Nothing of what they say, and nobody of whom. */
export function circulatedCard({ invitation, read, link }: CirculatedView): Card {
  const { kind, startsAt, ref, mayAcknowledge, acknowledgedAt } = invitation;
  return card(
    [
      { type: 'Container', style: 'accent', items: [heading('The minutes of a meeting are there')] },
      facts([
        ['What', meetingKind[kind]],
        ['When', atSchool(startsAt)],
        ['Meeting', ref],
        ...(acknowledgedAt === undefined ? [] : [['Read by you', atSchool(acknowledgedAt)] as const]),
      ]),
      ...(mayAcknowledge ? [line('Open them, and say here when you have read them.')] : []),
    ],
    [
      { type: 'Action.OpenUrl', title: 'Open in Lantern', url: link },
      ...(mayAcknowledge
        ? [
            {
              ...({ type: 'Action.Execute', title: 'I have read them', verb: 'acknowledge-minutes' } as const),
              ...({ data: read, associatedInputs: 'none' } as const),
            },
          ]
        : []),
    ],
  );
}
