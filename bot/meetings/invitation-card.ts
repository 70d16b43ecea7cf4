import type { Invitation } from '../../src/areas/meetings/contract.ts';
import { attendance, meetingKind, meetingStatus } from '../../src/areas/meetings/fields.ts';
import type { Card, CardAction } from '../../src/ports/card.ts';
import { card } from '../cards/card.ts';
import { atSchool, facts, heading, line, timeAtSchool } from '../cards/text.ts';

type Data = Readonly<Record<string, unknown>>;

export interface InvitationView {
  readonly invitation: Invitation;
  /** Why the card is sent. */
  readonly message: 'meeting-called' | 'meeting-changed' | 'meeting-cancelled';
  readonly come: Data;
  readonly decline: Data;
  readonly link: string;
}

function titleOf(message: InvitationView['message'], said: Invitation['attendance']): string {
  if (message !== 'meeting-called') return 'A meeting has changed';
  if (said === 'accepted') return 'You will come to this meeting';
  return said === 'declined' ? 'You will not come to this meeting' : 'You are asked to a meeting';
}

/** Asks somebody to a meeting: of what kind, when, where, by whom. Nobody whom it is about, and not why it was moved. */
export function invitationCard({ invitation, message, come, decline, link }: InvitationView): Card {
  const { kind, status, startsAt, endsAt, location, online, calledByName, mayAnswer, attendance: said } = invitation;
  const off = status === 'cancelled';
  const title = titleOf(message, said);
  const place = [...(location === undefined ? [] : [location]), ...(online ? ['in Teams'] : [])].join(', ');
  const answers: readonly CardAction[] = [
    ...(said === 'accepted' ? [] : [button('I will come', 'come-to-meeting', come, 'positive')]),
    ...(said === 'declined' ? [] : [button('I cannot come', 'decline-meeting', decline)]),
  ];
  return card(
    [
      {
        type: 'Container',
        style: off ? 'warning' : 'accent',
        items: [heading(off ? '▲ This meeting will not take place' : title)],
      },
      facts([
        ['What', meetingKind[kind]],
        ['When', `${atSchool(startsAt)} to ${timeAtSchool(endsAt)}`],
        ...(place === '' ? [] : [['Where', place] as const]),
        ['Called by', calledByName],
        ['Now', meetingStatus[status]],
        ...(off ? [] : [['You', attendance[said]] as const]),
      ]),
      ...(mayAnswer
        ? [line('Whom it is about stands in Lantern, for those who need to know. Please do not name them here.')]
        : []),
    ],
    [...(mayAnswer ? answers : []), { type: 'Action.OpenUrl', title: 'Open in Lantern', url: link }],
  );
}

const button = (title: string, verb: string, data: Data, style?: 'positive'): CardAction => ({
  ...{ type: 'Action.Execute', title, verb, data, associatedInputs: 'none' },
  ...(style && { style }),
});
