import type { ChannelRendering } from '../../src/areas/meetings/contract.ts';
import { actionFields, actionStatus } from '../../src/areas/actions/fields.ts';
import { meetingKind } from '../../src/areas/meetings/fields.ts';
import type { Card, CardAction, CardElement } from '../../src/ports/card.ts';
import { card } from '../cards/card.ts';
import { schoolDate } from '../cards/school-date.ts';
import { facts, heading, line, plain } from '../cards/text.ts';

type Data = Readonly<Record<string, unknown>>;
type Point = ChannelRendering['points'][number];
type PostedAction = Point['actions'][number];

/** What is pressed beneath an action in a channel. */
export type ChannelVerb = 'done-in-channel' | 'time-in-channel';

export interface MinutesView {
  readonly rendering: ChannelRendering;
  /** What a button carries. */
  readonly seal: (verb: ChannelVerb, action: string) => Data;
  /** Address of the meeting in the tab. */
  readonly link: string;
}

/** Bytes of a whole card: what is safe on every way into Teams. */
const mostBytes = 28_000;
const bytesOf = (value: unknown) => Buffer.byteLength(JSON.stringify(value));

/**
 * Published minutes as a channel sees them: decisions, and what is to be done by whom. Nobody whom it is about, and no reference:
 * what the points say was made for channels before it came here. Points that a card has no room for stand in Lantern.
 */
export function minutesCard({ rendering, seal, link }: MinutesView): Card {
  const { kind, heldOn, heading: title, points } = rendering;
  const foot: readonly CardAction[] = [{ type: 'Action.OpenUrl', title: 'Open in Lantern', url: link }];
  const head: readonly CardElement[] = [
    { type: 'Container', style: 'accent', items: [heading(`Minutes: ${meetingKind[kind]}`), line(schoolDate(heldOn))] },
    ...(title === meetingKind[kind] ? [] : [plain(title, { weight: 'bolder' })]),
  ];
  const more = line('There is more in these minutes. It stands in Lantern.');
  const shown: CardElement[] = [];
  for (const point of points) {
    const next = pointOf(point, seal);
    if (bytesOf(card([...head, ...shown, ...next, more], foot)) > mostBytes)
      return card([...head, ...shown, more], foot);
    shown.push(...next);
  }
  return card([...head, ...(shown.length > 0 ? shown : [line('Nothing was decided that is told here.')])], foot);
}

const pointOf = ({ heading: title, decision, actions }: Point, seal: MinutesView['seal']): readonly CardElement[] => [
  {
    type: 'Container',
    separator: true,
    items: [
      plain(title, { weight: 'bolder' }),
      ...(decision === undefined ? [] : [plain(decision)]),
      ...actions.flatMap((action) => actionOf(action, seal)),
    ],
  },
];

function actionOf(
  { id, what, ownerName, dueOn, status }: PostedAction,
  seal: MinutesView['seal'],
): readonly CardElement[] {
  const open = status === 'open' || status === 'accepted';
  const buttons: readonly CardAction[] = [
    { ...button('Done', 'done-in-channel', seal('done-in-channel', id)), style: 'positive' },
    button('Ask for time', 'time-in-channel', seal('time-in-channel', id)),
  ];
  return [
    {
      type: 'Container',
      style: open ? 'emphasis' : 'good',
      items: [
        plain(what),
        facts([
          [actionFields.ownerName.label, ownerName],
          [actionFields.dueOn.label, schoolDate(dueOn)],
          ['Now', actionStatus[status]],
        ]),
        ...(open ? [{ type: 'ActionSet', actions: buttons } as const] : []),
      ],
    },
  ];
}

const button = (title: string, verb: ChannelVerb, data: Data) =>
  ({ type: 'Action.Execute', title, verb, data, associatedInputs: 'none' }) as const;

/** In the thread of posted minutes: something was added to them. What, stands in Lantern: nobody has made it fit for a channel. */
export const addedCard = (link: string): Card =>
  card(
    [
      { type: 'Container', style: 'accent', items: [heading('Something was added to these minutes')] },
      line('What was added stands in Lantern, for those who need to know.'),
    ],
    [{ type: 'Action.OpenUrl', title: 'Open in Lantern', url: link }],
  );
