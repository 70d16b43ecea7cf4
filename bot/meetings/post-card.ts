import type { Identity } from '../../src/access/types.ts';
import type { ChannelRendering } from '../../src/areas/meetings/contract.ts';
import type { Card } from '../../src/ports/card.ts';
import type { BotServices } from '../services.ts';
import { inChannel } from '../channel-card.ts';
import { addedCard, minutesCard } from './minutes-card.ts';

/** Where a meeting is opened from a channel: whoever follows it is asked by Teams who they are, so it is made for nobody in particular. */
export const linkFromChannel = ({ linkTo }: Pick<BotServices, 'linkTo'>, tenant: string, meeting: string): string =>
  linkTo(`meeting-${meeting}`, { tenant, person: '' });

/** The card of published minutes for a channel; without a rendering that something was added to them. */
export function postCard(
  { seals, linkTo }: Pick<BotServices, 'seals' | 'linkTo'>,
  { tenant }: Identity,
  meeting: string,
  rendering: ChannelRendering | undefined,
): Card {
  const link = linkFromChannel({ linkTo }, tenant, meeting);
  if (!rendering) return addedCard(link);
  return minutesCard({ rendering, link, seal: (verb, action) => seals.seal(inChannel(tenant), verb, action) });
}

/** The same to look at before it is posted: its buttons carry nothing. */
export const previewCard = (
  { linkTo }: Pick<BotServices, 'linkTo'>,
  { tenant, person }: Identity,
  meeting: string,
  rendering: ChannelRendering,
): Card => minutesCard({ rendering, link: linkTo(`meeting-${meeting}`, { tenant, person }), seal: () => ({}) });
