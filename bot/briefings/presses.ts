import { confirmRead } from '../../src/areas/briefings/confirm-read.ts';
import { readOwnBriefing } from '../../src/areas/briefings/views.ts';
import { onOwnCard, replyWith, sayProblem, type OnPress } from '../own-card.ts';
import { showBriefing } from './show.ts';

/** Says for whoever pressed that they have read it, and shows them what now stands. */
const confirm: OnPress = (services, press) =>
  onOwnCard(services, press, async (briefing, form) => {
    const own = await services.read(readOwnBriefing, press.actor, { id: briefing });
    if (!own.ok) return sayProblem(own.problem);
    const { receipt } = own.answer.answer;
    const done = await services.perform(confirmRead, press.actor, { briefing, receipt }, form);
    if (!done.ok && done.problem.code !== 'already-done') return sayProblem(done.problem);
    return replyWith(showBriefing('briefing-sent')(services, press.actor, briefing));
  });

const open: OnPress = (services, press) =>
  onOwnCard(services, press, (briefing) => replyWith(showBriefing('briefing-sent')(services, press.actor, briefing)));

/** What happens when a button of a briefing’s card is pressed, by its verb. */
export const briefingPresses: Readonly<Record<string, OnPress>> = { 'confirm-read': confirm, 'open-briefing': open };
