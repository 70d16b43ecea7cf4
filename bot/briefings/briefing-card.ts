import type { OwnBriefing } from '../../src/areas/briefings/contract.ts';
import type { Card, CardAction, CardElement } from '../../src/ports/card.ts';
import { card } from '../cards/card.ts';
import { schoolDate } from '../cards/school-date.ts';
import { atSchool, facts, heading, line, plain } from '../cards/text.ts';

type Data = Readonly<Record<string, unknown>>;

export interface BriefingView {
  readonly briefing: OwnBriefing;
  /** Why the card is sent. */
  readonly message: 'briefing-sent' | 'briefing-chased';
  /** The day at the school, `YYYY-MM-DD`. */
  readonly today: string;
  readonly confirm: Data;
  readonly link: string;
}

/** Of one's own text that much stands in a card; the rest is read in Lantern. */
const mostShown = 1_500;

/** A briefing for one person: what it says, by when it is to be read, and the button that says that it was. It names no child. */
export function briefingCard(view: BriefingView): Card {
  const { briefing, message, today, link } = view;
  const open: CardAction = { type: 'Action.OpenUrl', title: 'Open in Lantern', url: link };
  if (briefing.withdrawn)
    return card([
      banner('warning', '▲ This briefing was withdrawn'),
      line('What stood here no longer holds. You need not do anything.'),
      facts([['Sent', `${atSchool(briefing.sentAt)} by ${briefing.sentByName}`]]),
    ]);
  const { readAt, policyUrl, readBy, words } = briefing;
  const late = readAt === undefined && readBy < today;
  const cut = words.length > mostShown;
  return card(
    [
      banner(readAt ? 'good' : late ? 'warning' : 'accent', titleOf(message, readAt, late)),
      plain(briefing.heading, { weight: 'bolder', size: 'large' }),
      plain(cut ? `${words.slice(0, mostShown).trimEnd()} …` : words),
      ...(cut ? [line('The whole text stands in Lantern.', { isSubtle: true })] : []),
      facts([
        ['Sent', `${atSchool(briefing.sentAt)} by ${briefing.sentByName}`],
        readAt ? ['Read', atSchool(readAt)] : ['Read it by', schoolDate(readBy)],
      ]),
    ],
    [
      ...(readAt || cut ? [] : [confirmButton(view.confirm)]),
      ...(policyUrl === undefined
        ? []
        : [{ type: 'Action.OpenUrl', title: 'Open the policy', url: policyUrl } as const]),
      open,
    ],
  );
}

const banner = (style: 'accent' | 'good' | 'warning', text: string): CardElement => ({
  type: 'Container',
  style,
  items: [heading(text)],
});

function titleOf(message: BriefingView['message'], readAt: string | undefined, late: boolean): string {
  if (readAt !== undefined) return '✓ You have read this';
  if (late) return '▲ Not read yet: the day has passed';
  return message === 'briefing-chased' ? 'A reminder: please read this' : 'Please read this';
}

const confirmButton = (data: Data): CardAction => ({
  ...{ type: 'Action.Execute', title: 'I have read it', verb: 'confirm-read', data, associatedInputs: 'none' },
  style: 'positive',
});
