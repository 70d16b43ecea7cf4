import { listOwnReports } from '../../src/areas/concerns/views.ts';
import { problems } from '../../src/perform/problem.ts';
import type { BotActor, BotReply } from '../framework/events.ts';
import type { BotServices } from '../services.ts';
import { helpCard } from './help-card.ts';
import { reportsCard } from './reports-card.ts';
import { dutyFor, showForm } from './show.ts';

/** Words that are commands when they stand alone; the manifest lists the first three. */
export const commands = ['report', 'my reports', 'help'] as const;
const greetings = ['hi', 'hello', 'hey'];

/** Anything a person types in their own chat with Lantern: a command, or else the beginning of a report. */
export async function onMessage(services: BotServices, actor: BotActor, text: string): Promise<BotReply> {
  const word = text
    .trim()
    .toLowerCase()
    .replace(/[.!?]+$/, '');
  if (word === 'help' || greetings.includes(word)) return showHelp(services, actor);
  if (word === 'my reports') return showReports(services, actor);
  const typed = word === 'report' ? '' : text.trim();
  return { kind: 'card', card: await showForm(services, actor, typed) };
}

export async function showHelp(services: BotServices, actor: BotActor, welcome?: 'welcome'): Promise<BotReply> {
  const duty = await dutyFor(services, actor);
  return { kind: 'card', card: helpCard(duty, services.seals.seal(actor, 'open-report'), welcome) };
}

async function showReports(services: BotServices, actor: BotActor): Promise<BotReply> {
  const reports = await services.read(listOwnReports, actor, {});
  if (!reports.ok) return { kind: 'text', text: problems[reports.problem.code] };
  return { kind: 'card', card: reportsCard(reports.answer.answer.items) };
}
