import type { OutsideOutline } from '../../src/areas/outside/queries.ts';
import type { Card } from '../../src/ports/card.ts';
import { card } from '../cards/card.ts';
import { heading, line, plain } from '../cards/text.ts';

const said: Readonly<Record<OutsideOutline['what'], readonly [string, string]>> = {
  changed: [
    'Changed outside Lantern',
    'Somebody changed it in SharePoint, and not in Lantern. Lantern shows what stands there now, and keeps what stood there before.',
  ],
  removed: [
    'Deleted outside Lantern',
    'Somebody deleted its row in SharePoint. Lantern still holds it; SharePoint’s recycle bin may too.',
  ],
  restored: ['Put back in SharePoint', 'A row that had been deleted in SharePoint is there again.'],
  granted: [
    'A role was given outside Lantern',
    'Somebody gave a safeguarding role in SharePoint, and not in Lantern. It counts from now on. If nobody of you meant that, delete the row and ask who may write there.',
  ],
  untaken: [
    'A row was typed into SharePoint',
    'Somebody wrote a row into this list by hand. Lantern does not take it in: nobody will act on it here. Report what it says in Lantern.',
  ],
};

/** Tells a lead that something was done past Lantern: neither value, no name, no words. */
export function outsideCard(outside: OutsideOutline, link: string | undefined): Card {
  const [title, text] = said[outside.what];
  const open = link === undefined ? [] : [{ type: 'Action.OpenUrl', title: 'Open in Lantern', url: link } as const];
  return card(
    [
      { type: 'Container', style: 'warning', items: [heading(`▲ ${title}`)] },
      plain(outside.subjectRef === null ? `List: ${outside.list}` : `${outside.list}: ${outside.subjectRef}`),
      line(text),
    ],
    open,
  );
}
