import { z } from 'zod';
import type { Context, UseCase } from '../../../perform/types.ts';
import { nextNumber, one, rows } from '../../../records/need.ts';
import { create, update, type RecordPatch } from '../../../records/patch.ts';
import { schoolDay } from '../../../records/school-day.ts';
import { splitText } from '../../../records/split-text.ts';
import { actionCounter } from '../../actions/rules.ts';
import { carriedOn, type PointRow } from '../agenda-patches.ts';
import { nextOfSeries, pointsOfAgenda, pointsOfLater, type NextMeeting } from '../agenda-queries.ts';
import type { AgreedMinutes } from '../contract.ts';
import { minuteFields } from '../fields.ts';
import { agendaPoint, meeting, minute, type Meeting } from '../record.ts';
import { isMeetingActOpen, isOfOtherBody } from '../rules.ts';
import { actionsOf, type DecidedLines } from './actions-of-minutes.ts';
import { readDraft, type MinuteText } from './minutes-draft.ts';
import { concernsOfMeeting, draftOf, keptFromAgenda, keptFromPoints, staffAtMeeting } from './minutes-queries.ts';

const input = z.strictObject({ meeting: z.string(), rev: z.int() });

interface State extends DecidedLines {
  readonly subject: Meeting | undefined;
  readonly points: readonly PointRow[];
  readonly next: readonly NextMeeting[];
  readonly pointsLater: readonly (PointRow & { readonly meetingId: string })[];
  readonly kept: readonly object[];
}

/**
 * The chair agrees the minutes: what was a draft becomes records that nobody changes, and what its decisions give somebody to do
 * becomes actions; what was not decided goes on to the next meeting of the series. If anybody has typed meanwhile, it is decided again with what they typed.
 */
export const agreeMinutes: UseCase<z.infer<typeof input>, State, AgreedMinutes> = {
  verb: 'agree-minutes',
  input,
  needs: ({ meeting: id }, { person }, now) => ({
    subject: one(meeting, id),
    parts: rows(draftOf, { subject: id }),
    points: rows(pointsOfAgenda, { meeting: id }),
    next: rows(nextOfSeries, { meeting: id, now }),
    pointsLater: rows(pointsOfLater, { meeting: id }),
    kept: rows(keptFromAgenda, { meeting: id, person }),
    staff: rows(staffAtMeeting, { meeting: id, today: schoolDay(now) }),
    concerns: rows(concernsOfMeeting, { meeting: id }),
    apart: rows(keptFromPoints, { meeting: id }),
    number: nextNumber(actionCounter(now)),
  }),
  decide(state, { rev }, context) {
    const { subject, parts, kept } = state;
    if (!subject || kept.length > 0) return { ok: false, problem: { code: 'not-found' } };
    // Another body's minutes are agreed there; of those the school keeps a note.
    if (isOfOtherBody(subject.kind) || subject.chairId !== context.actor.person)
      return { ok: false, problem: { code: 'not-found' } };
    if (!isMeetingActOpen(subject.status, 'agree-minutes')) return { ok: false, problem: { code: 'already-done' } };
    if (rev !== subject.rev) return { ok: false, problem: { code: 'changed-meanwhile' } };
    const { outcome, put, left: undone } = minutesOf(subject, state, context);
    const [next] = state.next;
    const later = state.pointsLater.filter(({ meetingId }) => meetingId === next?.id);
    const onward = next ? carriedOn(subject.kind, undone, next, later, context.newId) : [];
    const { actions, left } = actionsOf(subject, state, context);
    const agreed = update(meeting, subject, {
      ...{ status: 'minutes-agreed', agreedAt: context.now, agreedByName: context.actor.name },
      ...(outcome !== undefined && { outcome }),
    });
    return {
      ok: true,
      change: {
        put: [agreed, ...put, ...actions.map((one) => one.put), ...onward],
        lane: subject.id,
        draft: { of: subject.id, upto: String(parts.at(-1)?.id ?? 0) },
        taken: { [actionCounter(context.now)]: actions.length },
        entries: actions.map((one) => ({ about: one.concern, what: 'action-set' })),
        effects: actions.flatMap((one) => one.effects),
      },
      answer: { actions: actions.map(({ id }) => id), left },
    };
  },
};

/** The records that a draft becomes, point by point; a text that is longer than a column goes on in the point's next part. */
function minutesOf(subject: Meeting, { parts, points }: State, { newId }: Context) {
  const draft = readDraft(parts);
  const { chairId, minuteTakerId } = subject;
  const hangs = {
    meetingId: subject.id,
    ...(chairId !== undefined && { chairId }),
    ...(minuteTakerId !== undefined && { minuteTakerId }),
  };
  const put = points.flatMap(({ id, rev, number, state, concernId }): readonly RecordPatch[] => {
    const { texts, state: next } = draft.point(id);
    const pieces = Object.entries(texts).map(
      ([name, words]) => [name as MinuteText, splitText(words, minuteFields.discussion.max)] as const,
    );
    const most = Math.max(0, ...pieces.map(([, all]) => all.length));
    const rest = { ...hangs, pointId: id, number, ...(concernId && { concernId }) };
    const minutes = Array.from({ length: most }, (_, i) =>
      create(
        minute,
        { id: newId(), school: subject.school },
        {
          ...{ ...rest, part: i + 1 },
          ...Object.fromEntries(pieces.flatMap(([name, all]) => (all[i] === undefined ? [] : [[name, all[i]]]))),
        },
      ),
    );
    const moved: readonly RecordPatch[] =
      next === undefined || next === state || state === 'dropped'
        ? []
        : [{ kind: 'update', type: agendaPoint, id, rev, values: { state: next } }];
    return [...minutes, ...moved];
  });
  const left = points.map((point) => {
    const next = point.state === 'dropped' ? undefined : draft.point(point.id).state;
    return next === undefined ? point : { ...point, state: next };
  });
  return { outcome: draft.outcome, put, left };
}
