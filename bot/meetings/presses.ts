import { answerInvitation } from '../../src/areas/meetings/answer-invitation.ts';
import { acknowledgeMinutes } from '../../src/areas/meetings/minutes/acknowledge-minutes.ts';
import { readInvitation } from '../../src/areas/meetings/invitations.ts';
import { sayReportSent } from '../../src/areas/meetings/reports/say-report-sent.ts';
import { onOwnCard, replyWith, sayProblem, type OnPress } from '../own-card.ts';
import { showInvitation, showMinutes, showReport } from './show.ts';

/** Says for whoever pressed that they come, or do not, and shows them what now stands. */
const answer =
  (coming: boolean): OnPress =>
  (services, press) =>
    onOwnCard(services, press, async (meeting, form) => {
      const asked = await services.read(readInvitation, press.actor, { id: meeting });
      if (!asked.ok) return sayProblem(asked.problem);
      const { invitation } = asked.answer.answer;
      const said = await services.perform(answerInvitation, press.actor, { meeting, invitation, coming }, form);
      if (!said.ok && said.problem.code !== 'already-done') return sayProblem(said.problem);
      return replyWith(showInvitation('meeting-called')(services, press.actor, meeting));
    });

/** Says for whoever pressed that they have read the minutes. */
const acknowledge: OnPress = (services, press) =>
  onOwnCard(services, press, async (meeting, form) => {
    const asked = await services.read(readInvitation, press.actor, { id: meeting });
    if (!asked.ok) return sayProblem(asked.problem);
    const { invitation } = asked.answer.answer;
    const said = await services.perform(acknowledgeMinutes, press.actor, { meeting, invitation }, form);
    if (!said.ok && said.problem.code !== 'already-done') return sayProblem(said.problem);
    return replyWith(showMinutes(services, press.actor, meeting));
  });

/** Says for whoever pressed that they have sent their report. */
const reportSent: OnPress = (services, press) =>
  onOwnCard(services, press, async (meeting, form) => {
    const asked = await services.read(readInvitation, press.actor, { id: meeting });
    if (!asked.ok) return sayProblem(asked.problem);
    const { invitation } = asked.answer.answer;
    const said = await services.perform(sayReportSent, press.actor, { meeting, invitation }, form);
    if (!said.ok && said.problem.code !== 'already-done') return sayProblem(said.problem);
    return replyWith(showReport(false)(services, press.actor, meeting));
  });

/** What happens when a button of a meeting’s card is pressed, by its verb. */
export const meetingPresses: Readonly<Record<string, OnPress>> = {
  'come-to-meeting': answer(true),
  'decline-meeting': answer(false),
  'acknowledge-minutes': acknowledge,
  'report-sent': reportSent,
};
