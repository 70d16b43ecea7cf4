import type { Card } from '../../src/ports/card.ts';
import { card } from '../cards/card.ts';
import { facts, heading, line } from '../cards/text.ts';

/** Tells whoever set a channel up that Lantern was taken out of it. */
export const channelRemovedCard = (
  { teamName, name }: { readonly teamName: string; readonly name: string },
  link: string,
): Card =>
  card(
    [
      { type: 'Container', style: 'warning', items: [heading('▲ Lantern was removed from a channel')] },
      line('Minutes are no longer posted there. If that is not meant, an owner of the team adds Lantern to it again.'),
      facts([
        ['Team', teamName],
        ['Channel', name],
      ]),
    ],
    [{ type: 'Action.OpenUrl', title: 'Channels in Lantern', url: link }],
  );
