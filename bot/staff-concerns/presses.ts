import { reportStaffConcern } from '../../src/areas/staff-concerns/report-staff-concern.ts';
import type { BotReply } from '../framework/events.ts';
import { fieldOf, sayProblem, type OnPress, type Press } from '../own-card.ts';
import { keyOfReport } from '../report-key.ts';
import type { BotServices } from '../services.ts';
import { showStaffForm } from './show.ts';
import { staffReceiptCard } from './staff-receipt-card.ts';

/** What happens when a button of a card about an adult is pressed, by its verb. */
export const staffConcernPresses: Readonly<Record<string, OnPress>> = {
  'open-staff-report': async (services, press) => ({
    kind: 'card',
    card: await showStaffForm(services, press.actor, fieldOf(press, 'typed')),
  }),
  'report-staff-concern': report,
};

/** The form was sent: it counts even from a form that is old or was tampered with, as a report about a child does. */
async function report(services: BotServices, press: Press): Promise<BotReply> {
  const { actor, cardActivityId } = press;
  const input = {
    // Whoever did not answer is not taken to have said that it is not about the head: the name decides.
    about: fieldOf(press, 'about') === 'head' ? 'head' : 'adult',
    who: fieldOf(press, 'who'),
    words: fieldOf(press, 'words'),
    when: fieldOf(press, 'when'),
    ...(cardActivityId !== undefined && { card: cardActivityId }),
  } as const;
  const result = await services.perform(reportStaffConcern, actor, input, keyOfReport(services, press));
  if (!result.ok) return sayProblem(result.problem);
  return { kind: 'card', card: staffReceiptCard(result.answer, result.answer.told) };
}
