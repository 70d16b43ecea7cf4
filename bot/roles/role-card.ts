import type { RoleToConfirm } from '../../src/areas/roles/read-role-to-confirm.ts';
import type { Card } from '../../src/ports/card.ts';
import { card } from '../cards/card.ts';
import { heading, line } from '../cards/text.ts';

/** Tells somebody that a role waits for their yes: not whose, not which. */
export function roleCard({ acting }: RoleToConfirm, link: string): Card {
  const text = acting
    ? 'Somebody acts as safeguarding lead at your school, and a second person has yet to confirm it. Who it is stands in Lantern.'
    : 'A role was given at your school that takes effect when a second person confirms it. Which it is, and whose, stands in Lantern.';
  return card(
    [{ type: 'Container', style: 'accent', items: [heading('A role waits for your yes')] }, line(text)],
    [{ type: 'Action.OpenUrl', title: 'Open the roles in Lantern', url: link }],
  );
}
