import { breakGlassHours } from '../../src/areas/need-to-know/fields.ts';
import type { AccessNotice } from '../../src/areas/need-to-know/views.ts';
import type { Card } from '../../src/ports/card.ts';
import { card } from '../cards/card.ts';
import { atSchool, facts, heading, line } from '../cards/text.ts';

/** Why a card about single cases is sent. */
export type AccessMessage = 'case-given' | 'glass-broken' | 'glass-opened';

interface Said {
  readonly title: string;
  readonly text: string;
  readonly style: 'warning' | 'accent';
}

const messages: Readonly<Record<AccessMessage, Said>> = {
  'case-given': {
    title: 'You were given a case',
    text: 'You may see this one case and add to it. Why, and what you are asked to do, stands in Lantern. Speak with nobody else about it.',
    style: 'accent',
  },
  'glass-broken': {
    title: '▲ A child’s file was opened by break-glass',
    text: 'Somebody has opened what Lantern holds about one child, without asking a lead. Whose file it is, and the reason, stand in Lantern. Look at it and mark it as seen.',
    style: 'warning',
  },
  'glass-opened': {
    title: 'You opened a child’s file by break-glass',
    text: `You may read it for ${breakGlassHours} hours. The safeguarding leads of your school have been told. If it was not you, tell one of them now.`,
    style: 'warning',
  },
};

const noLead: Said = {
  title: '▲ A concern that no safeguarding lead may see',
  text: 'Each lead of your school has a conflict of interest with a child in it, so it is yours to read. Read it now, and have an acting lead appointed who may act on it. If a child is in danger, telephone 999.',
  style: 'warning',
};

/** Tells that somebody was given a case or has opened a file: who and when. No name of a child, no reason. */
export function accessCard(message: AccessMessage, notice: AccessNotice, link: string): Card {
  const { by, at, until, seenBy, over } = notice;
  const { title, text, style } = notice.noLead ? noLead : messages[message];
  const who = message === 'case-given' ? 'Given by' : 'Opened by';
  return card(
    [
      { type: 'Container', style: over ? 'emphasis' : style, items: [heading(over ? `Over: ${title}` : title)] },
      line(over ? 'It has ended, and nothing can be seen by it any more.' : text),
      facts([
        [who, by],
        ['At', atSchool(at)],
        ...(until === undefined || over ? [] : ([['Until', atSchool(until)]] as const)),
        ...(seenBy === undefined ? [] : ([['Seen by', seenBy]] as const)),
      ]),
    ],
    [{ type: 'Action.OpenUrl', title: 'Open in Lantern', url: link }],
  );
}
