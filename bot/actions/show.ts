import type { Identity } from '../../src/access/types.ts';
import { listOwnActions, readActionToVerify, readOwnAction, readTimeAsked } from '../../src/areas/actions/views.ts';
import type { OwnAction } from '../../src/areas/actions/contract.ts';
import type { Card } from '../../src/ports/card.ts';
import type { BotReply } from '../framework/events.ts';
import { sayProblem } from '../own-card.ts';
import type { BotServices } from '../services.ts';
import { theirs } from '../theirs.ts';
import { actionCard } from './action-card.ts';
import { actionsCard } from './actions-card.ts';
import { timeAskedCard } from './time-asked-card.ts';
import { toVerifyCard } from './to-verify-card.ts';

/** The page of the tab with one's own actions, as a deep link names it. */
const actionsPage = 'actions';

const ownAction = async ({ read }: BotServices, who: Identity, about: string) =>
  theirs(await read(readOwnAction, who, { id: about }));

const cardOf = ({ seals, linkTo }: BotServices, who: Identity, action: OwnAction, reminder: boolean): Card =>
  actionCard({
    ...{ action, reminder },
    accept: seals.seal(who, 'accept-action', action.id),
    complete: seals.seal(who, 'complete-action', action.id),
    link: linkTo(actionsPage, who),
  });

/** An owner's card as things stand; undefined when it is not theirs (any more). */
export async function showOwnAction(services: BotServices, who: Identity, about: string): Promise<Card | undefined> {
  const action = await ownAction(services, who, about);
  return action && cardOf(services, who, action, false);
}

/** The owner's card once more, before its day and after it; nothing when there is nothing left for them to do. */
export async function showReminder(services: BotServices, who: Identity, about: string): Promise<Card | undefined> {
  const action = await ownAction(services, who, about);
  return action?.abilities.complete ? cardOf(services, who, action, true) : undefined;
}

/** The card of a lead who is asked to verify. */
export async function showToVerify(
  { read, linkTo }: BotServices,
  who: Identity,
  about: string,
): Promise<Card | undefined> {
  const action = theirs(await read(readActionToVerify, who, { id: about }));
  return action && toVerifyCard(action, linkTo(action.concernId, who));
}

/** The card of a lead who is asked for more time. */
export async function showTimeAsked(
  { read, seals, linkTo }: BotServices,
  who: Identity,
  about: string,
): Promise<Card | undefined> {
  const asked = theirs(await read(readTimeAsked, who, { id: about }));
  if (!asked) return undefined;
  const [give, keep] = [seals.seal(who, 'give-time', about), seals.seal(who, 'keep-day', about)];
  return timeAskedCard({ asked, give, keep, link: linkTo(asked.concernId, who) });
}

/** What one was asked to do and has not done. */
export async function showOwnActions({ read, seals, linkTo }: BotServices, who: Identity): Promise<BotReply> {
  const actions = await read(listOwnActions, who, {});
  if (!actions.ok) return sayProblem(actions.problem);
  const { items } = actions.answer.answer;
  const open = (id: string) => seals.seal(who, 'open-action', id);
  return { kind: 'card', card: actionsCard({ actions: items, open, link: linkTo(actionsPage, who) }) };
}
