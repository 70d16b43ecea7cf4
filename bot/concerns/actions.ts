import { reportConcern } from '../../src/areas/concerns/report-concern.ts';
import { resolveChild } from '../../src/areas/concerns/resolve-child.ts';
import { showChild } from '../../src/areas/concerns/show-child.ts';
import { takeConcern } from '../../src/areas/concerns/take-concern.ts';
import { readChildName } from '../../src/areas/concerns/views.ts';
import type { BotActor, BotReply } from '../framework/events.ts';
import { keyOfReport } from '../report-key.ts';
import { fieldOf, onOwnCard, replyWith, sayProblem, type OnPress, type Press } from '../own-card.ts';
import type { BotServices } from '../services.ts';
import { receiptCard } from './receipt-card.ts';
import { showAlert, showChildQuestion, showForm } from './show.ts';

/** What happens when a button of a concern's card is pressed, by its verb. */
export const concernActions: Readonly<Record<string, OnPress>> = {
  'open-report': async (services, { actor }) => ({ kind: 'card', card: await showForm(services, actor) }),
  'report-concern': report,
  'resolve-child': (services, action) =>
    onOwnCard(services, action, (about, form) => resolve(services, action, about, form)),
  'take-concern': (services, action) =>
    onOwnCard(services, action, (about, form) => take(services, action.actor, about, form)),
  'show-child': (services, action) => onOwnCard(services, action, (about) => show(services, action.actor, about)),
  'hide-child': (services, action) =>
    onOwnCard(services, action, (about) => replyWith(showAlert(services, action.actor, about))),
};

/**
 * The form was sent. Who sent it is proved by the channel's token, so a report counts even from a form that is old, was made
 * for somebody else or was tampered with: words about a child are never turned away.
 */
async function report(services: BotServices, press: Press): Promise<BotReply> {
  const { actor, cardActivityId } = press;
  const form = keyOfReport(services, press);
  const safeNow = fieldOf(press, 'safeNow');
  const input = {
    who: fieldOf(press, 'who'),
    words: fieldOf(press, 'words'),
    when: fieldOf(press, 'when'),
    safeNow: safeNow === 'yes' || safeNow === 'no' ? safeNow : 'not-sure',
    ...(cardActivityId !== undefined && { card: cardActivityId }),
  };
  const result = await services.perform(reportConcern, actor, input, form);
  if (!result.ok) return sayProblem(result.problem);
  const { ref, reportedAt, duty } = result.answer;
  return { kind: 'card', card: receiptCard({ ref, reportedAt, state: 'Received', duty: duty ?? {} }) };
}

async function resolve(services: BotServices, press: Press, about: string, form: string): Promise<BotReply> {
  const [child = '', ...others] = fieldOf(press, 'child').split(',');
  const input = { concern: about, child, ...(others.length > 0 && { others }) };
  const result = await services.perform(resolveChild, press.actor, input, form);
  if (result.ok || result.problem.code === 'already-done' || result.problem.code === 'not-found') {
    return replyWith(showChildQuestion(services, press.actor, about));
  }
  return sayProblem(result.problem);
}

async function take(services: BotServices, actor: BotActor, about: string, form: string): Promise<BotReply> {
  const result = await services.perform(takeConcern, actor, { concern: about }, form);
  // Somebody was quicker: the card as it is now says who.
  if (result.ok || result.problem.code === 'already-done') return replyWith(showAlert(services, actor, about));
  return sayProblem(result.problem);
}

async function show(services: BotServices, actor: BotActor, about: string): Promise<BotReply> {
  // A look is never answered from memory: each press is authorised and journalled anew.
  const shown = await services.perform(showChild, actor, { concern: about }, services.ids.next());
  if (!shown.ok) return sayProblem(shown.problem);
  const name = await services.read(readChildName, actor, { id: about });
  return name.ok ? replyWith(showAlert(services, actor, about, name.answer.answer.child)) : sayProblem(name.problem);
}
