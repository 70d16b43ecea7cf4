import { listOwnReports } from '../../src/areas/concerns/views.ts';
import { listOwnStaffReports } from '../../src/areas/staff-concerns/views.ts';
import { problems } from '../../src/perform/problem.ts';
import type { BotActor, BotReply } from '../framework/events.ts';
import type { OnCommand } from '../on-command.ts';
import type { BotServices } from '../services.ts';
import { numbersFor } from '../briefings/numbers-for.ts';
import { helpCard } from './help-card.ts';
import { reportsCard } from './reports-card.ts';
import { dutyFor, showForm } from './show.ts';

/** What a concern's commands answer; the manifest offers them. */
export const concernCommands: Readonly<Record<string, OnCommand>> = {
  report: async (services, actor) => ({ kind: 'card', card: await showForm(services, actor) }),
  'my reports': showReports,
  help: (services, actor) => showHelp(services, actor),
};

/** Anything else that a person types in their own chat with Lantern is the beginning of a report. */
export async function onMessage(services: BotServices, actor: BotActor, text: string): Promise<BotReply> {
  return { kind: 'card', card: await showForm(services, actor, text.trim()) };
}

export async function showHelp(services: BotServices, actor: BotActor, welcome?: 'welcome'): Promise<BotReply> {
  const duty = await dutyFor(services, actor);
  const numbers = await numbersFor(services, actor);
  return { kind: 'card', card: helpCard(duty, services.seals.seal(actor, 'open-report'), welcome, numbers) };
}

async function showReports(services: BotServices, actor: BotActor): Promise<BotReply> {
  const reports = await services.read(listOwnReports, actor, {});
  if (!reports.ok) return { kind: 'text', text: problems[reports.problem.code] };
  const ofAdults = await services.read(listOwnStaffReports, actor, {});
  if (!ofAdults.ok) return { kind: 'text', text: problems[ofAdults.problem.code] };
  const all = [...reports.answer.answer.items, ...ofAdults.answer.answer.items];
  return { kind: 'card', card: reportsCard(all.toSorted((a, b) => (a.reportedAt < b.reportedAt ? 1 : -1))) };
}
