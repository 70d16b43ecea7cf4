import type { Card } from '../../src/ports/card.ts';
import { card } from '../cards/card.ts';
import { heading, line } from '../cards/text.ts';

const open = (url: string) => [{ type: 'Action.OpenUrl', title: 'Open in Lantern', url } as const];
const warning = (text: string) => ({ type: 'Container', style: 'warning', items: [heading(`▲ ${text}`)] }) as const;

/** Tells whoever manages a concern about an adult that it was changed past Lantern: no value, no name, no words. */
export const staffChangedCard = ({ ref }: { readonly ref: string }, link: string): Card =>
  card(
    [
      warning(`Changed outside Lantern: ${ref}`),
      line(
        'Somebody changed or deleted a row of it in SharePoint, and not in Lantern. What stood there before is kept beside it, for whoever manages it. If nobody of you meant that, ask who may open the site for staff concerns.',
      ),
      line('If it does not open for you any more, the change has put it into other hands.'),
    ],
    open(link),
  );

/** Tells them that it is safe but SharePoint does not hold all of it; once it does, says so. */
export const staffStoppedCard = (
  { ref, stopped }: { readonly ref: string; readonly stopped: boolean },
  link: string,
): Card =>
  stopped
    ? card(
        [
          warning(`Filing has stopped: ${ref}`),
          line(
            'It is safe in Lantern and can be worked on, but SharePoint does not hold all of it. Lantern overwrites nobody’s changes there, so whoever manages it has to look and say how it goes on.',
          ),
        ],
        open(link),
      )
    : card([{ type: 'Container', style: 'good', items: [heading(`Filing goes on: ${ref}`)] }], open(link));
