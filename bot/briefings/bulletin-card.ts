import type { Bulletin } from '../../src/areas/briefings/contract.ts';
import type { Card } from '../../src/ports/card.ts';
import { card } from '../cards/card.ts';
import { schoolDate } from '../cards/school-date.ts';
import { atSchool, facts, heading, line, plain } from '../cards/text.ts';

export interface BulletinView {
  /** Absent where it was withdrawn. */
  readonly bulletin: Bulletin | undefined;
  /** What the button carries. */
  readonly confirm: Readonly<Record<string, unknown>>;
}

/**
 * A bulletin in a channel, the same for all who read it there: it names no child, and who has read it stands nowhere in it. The whole
 * text stands in it, for who was not asked by name cannot open it in Lantern.
 */
export function bulletinCard({ bulletin, confirm }: BulletinView): Card {
  if (!bulletin)
    return card([
      { type: 'Container', style: 'warning', items: [heading('▲ This bulletin was withdrawn')] },
      line('What stood here no longer holds. You need not do anything.'),
    ]);
  const { heading: title, words, policyUrl, readBy, sentByName, sentAt } = bulletin;
  return card(
    [
      { type: 'Container', style: 'accent', items: [heading('Safeguarding bulletin')] },
      plain(title, { weight: 'bolder', size: 'large' }),
      plain(words),
      facts([
        ['From', `${sentByName}, ${atSchool(sentAt)}`],
        ['Read it by', schoolDate(readBy)],
      ]),
    ],
    [
      {
        ...{ type: 'Action.Execute', title: 'I have read this', verb: 'read-in-channel', data: confirm },
        ...{ associatedInputs: 'none', style: 'positive' },
      },
      ...(policyUrl === undefined
        ? []
        : [{ type: 'Action.OpenUrl', title: 'Open the policy', url: policyUrl } as const]),
    ],
  );
}
