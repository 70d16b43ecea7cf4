import type { OwnBriefing } from '../../src/areas/briefings/contract.ts';
import type { Card, CardAction } from '../../src/ports/card.ts';
import { card } from '../cards/card.ts';
import { schoolDate } from '../cards/school-date.ts';
import { facts, heading, line } from '../cards/text.ts';

export interface BriefingsView {
  /** What is not read yet, the most pressing first. */
  readonly briefings: readonly OwnBriefing[];
  readonly open: (id: string) => Readonly<Record<string, unknown>>;
  readonly link: string;
}

/** A card takes so many buttons beside the one that leads to the tab. */
const most = 5;

/** What somebody has to read, each by its heading; a button brings the whole of one. */
export const briefingsCard = ({ briefings, open, link }: BriefingsView): Card =>
  card(
    [
      heading(briefings.length === 0 ? 'There is nothing for you to read' : `To read: ${String(briefings.length)}`),
      ...(briefings.length === 0
        ? [line('When your safeguarding leads send a briefing, it comes to you here.')]
        : [facts(briefings.slice(0, most).map(({ readBy, heading: said }) => [schoolDate(readBy), said] as const))]),
      ...(briefings.length > most ? [line(`And ${String(briefings.length - most)} more in Lantern.`)] : []),
    ],
    [
      ...briefings.slice(0, most).map((briefing) => openButton(briefing, open(briefing.id))),
      { type: 'Action.OpenUrl', title: 'Open in Lantern', url: link },
    ],
  );

const openButton = (
  { heading: said }: Pick<OwnBriefing, 'heading'>,
  data: Readonly<Record<string, unknown>>,
): CardAction => ({
  ...{ type: 'Action.Execute', title: short(said), verb: 'open-briefing', data },
  associatedInputs: 'none',
});

/** A button's words; Teams cuts longer ones anywhere. */
const short = (text: string) => (text.length > 40 ? `${text.slice(0, 39).trimEnd()}…` : text);
