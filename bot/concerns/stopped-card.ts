import type { Alert } from '../../src/areas/concerns/views.ts';
import type { Card } from '../../src/ports/card.ts';
import { card } from '../cards/card.ts';
import { heading, line } from '../cards/text.ts';

/** Tells a lead that a concern is safe but waits for a decision before SharePoint holds it; once that is made, says so. */
export function stoppedCard({ ref, stopped }: Pick<Alert, 'ref' | 'stopped'>, link: string): Card {
  const open = { type: 'Action.OpenUrl', title: 'Open in Lantern', url: link } as const;
  if (!stopped)
    return card([{ type: 'Container', style: 'good', items: [heading(`Filing goes on: concern ${ref}`)] }], [open]);
  return card(
    [
      { type: 'Container', style: 'warning', items: [heading(`▲ Filing has stopped: concern ${ref}`)] },
      line(
        'It is safe in Lantern, but SharePoint does not hold all of it. Lantern overwrites nobody’s changes there, so a lead has to look and say how it goes on.',
      ),
    ],
    [open],
  );
}
