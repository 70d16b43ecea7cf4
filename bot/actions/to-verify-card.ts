import type { ToVerify } from '../../src/areas/actions/views.ts';
import { actionStatus } from '../../src/areas/actions/fields.ts';
import type { Card } from '../../src/ports/card.ts';
import { card } from '../cards/card.ts';
import { facts, heading, line } from '../cards/text.ts';

/** Asks a lead to verify what somebody says is done. What it was stands on the concern, not in a chat. */
export function toVerifyCard({ ref, status, doneByName, verifiedByName }: ToVerify, link: string): Card {
  const waits = status === 'done-unverified';
  return card(
    [
      {
        type: 'Container',
        style: waits ? 'accent' : 'good',
        items: [heading(`${waits ? 'Please verify' : actionStatus[status]}: action ${ref}`)],
      },
      facts([
        ...(doneByName === undefined ? [] : [['Done by', doneByName] as const]),
        ...(status === 'verified' && verifiedByName !== undefined ? [['Verified by', verifiedByName] as const] : []),
        ['Now', actionStatus[status]],
      ]),
      ...(waits ? [line('It had to be done at once, so it counts as done when a second person has looked.')] : []),
    ],
    [{ type: 'Action.OpenUrl', title: 'Open in Lantern', url: link }],
  );
}
