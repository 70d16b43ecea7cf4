import type { OutsideOutline } from '../../src/areas/outside/queries.ts';
import type { Card } from '../../src/ports/card.ts';
import { card } from '../cards/card.ts';
import { heading, line, plain } from '../cards/text.ts';

/** Name of the record type of single cases. */
const caseAccess = 'caseAccess';

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

/** A row in the list of single cases gives or takes as one of roles does. */
const caseGranted: readonly [string, string] = [
  'Who may see a case was changed outside Lantern',
  'Somebody wrote a row into this list in SharePoint, and not in Lantern: it gives somebody a case, or keeps somebody from one. It counts from now on. If nobody of you meant that, end it on the page “Need to know” in Lantern, and ask who may write there.',
];

/** Tells a lead that something was done past Lantern: neither value, no name, no words. */
export function outsideCard(outside: OutsideOutline, link: string | undefined): Card {
  const [title, text] = outside.what === 'granted' && outside.record === caseAccess ? caseGranted : said[outside.what];
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
