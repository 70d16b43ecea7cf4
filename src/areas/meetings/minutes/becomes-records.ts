import type { Problem } from '../../../perform/problem.ts';
import type { Context } from '../../../perform/types.ts';
import { nextNumber, rows } from '../../../records/need.ts';
import { create, type RecordPatch } from '../../../records/patch.ts';
import { schoolDay } from '../../../records/school-day.ts';
import { splitText } from '../../../records/split-text.ts';
import { actionCounter } from '../../actions/rules.ts';
import { carriedOn, type PointRow } from '../agenda-patches.ts';
import { nextOfSeries, pointsOfAgenda, pointsOfLater, type NextMeeting } from '../agenda-queries.ts';
import { minuteFields } from '../fields.ts';
import { agendaPoint, minute, type Meeting } from '../record.ts';
import { actionsOf, type DecidedLines } from './actions-of-minutes.ts';
import { readDraft, type MinuteText } from './minutes-draft.ts';
import { concernsOfMeeting, draftOf, keptFromAgenda, keptFromPoints, staffAtMeeting } from './minutes-queries.ts';

/** What it takes for a draft to become records. */
export interface DraftedMeeting extends DecidedLines {
  readonly points: readonly PointRow[];
  readonly next: readonly NextMeeting[];
  readonly pointsLater: readonly (PointRow & { readonly meetingId: string })[];
  /** One row where whoever acts is kept from a point of the agenda. */
  readonly kept: readonly object[];
}

/** What has to be loaded for it. */
export const needsOfDraft = (id: string, person: string, now: string) => ({
  parts: rows(draftOf, { subject: id }),
  points: rows(pointsOfAgenda, { meeting: id }),
  next: rows(nextOfSeries, { meeting: id, now }),
  pointsLater: rows(pointsOfLater, { meeting: id }),
  kept: rows(keptFromAgenda, { meeting: id, person }),
  staff: rows(staffAtMeeting, { meeting: id, today: schoolDay(now) }),
  concerns: rows(concernsOfMeeting, { meeting: id }),
  apart: rows(keptFromPoints, { meeting: id }),
  number: nextNumber(actionCounter(now)),
});

/**
 * A draft becomes records that nobody changes, what its decisions give somebody to do becomes actions, and what was not decided goes
 * on to the next meeting of the series.
 * @param meetingNow what changes of the meeting itself, by the outcome that the draft has; it goes first
 */
export function becomesRecords(
  subject: Meeting,
  state: DraftedMeeting,
  context: Context,
  meetingNow: (outcome: Meeting['outcome']) => RecordPatch,
) {
  const { outcome, put, left: undone } = minutesOf(subject, state, context);
  const [next] = state.next;
  const later = state.pointsLater.filter(({ meetingId }) => meetingId === next?.id);
  const onward = next ? carriedOn(undone, next, later, context.newId) : [];
  const { actions, left } = actionsOf(subject, state, context);
  return {
    change: {
      put: [meetingNow(outcome), ...put, ...actions.map((one) => one.put), ...onward],
      lane: subject.id,
      draft: { of: subject.id, upto: String(state.parts.at(-1)?.id ?? 0) },
      taken: { [actionCounter(context.now)]: actions.length },
      entries: actions.map((one) => ({ about: one.concern, what: 'action-set' })),
      effects: actions.flatMap((one) => one.effects),
    },
    answer: { actions: actions.map(({ id }) => id), left },
  };
}

/** Points beside which only a source stands. One that was taken off is on nobody's screen any more, and holds nothing up. */
export function onlySource({ parts, points }: Pick<DraftedMeeting, 'parts' | 'points'>): readonly string[] {
  const draft = readDraft(parts);
  return points
    .filter(({ state }) => state !== 'dropped')
    .map(({ id }) => ({ id, ...draft.point(id) }))
    .filter(({ hasSource, texts }) => hasSource && Object.keys(texts).length === 0)
    .map(({ id }) => id);
}

/** Says no where a transcript would stand in for minutes; undefined where it does not. */
export function faultOfSources(state: Pick<DraftedMeeting, 'parts' | 'points'>): Problem | undefined {
  const bare = new Set(onlySource(state));
  if (bare.size === 0) return undefined;
  const shown = state.points.filter(({ state: now }) => now !== 'dropped');
  const places = shown.flatMap(({ id }, i) => (bare.has(id) ? [i + 1] : []));
  const which = places.length === 1 ? `Point ${places[0]} has` : `Points ${places.join(', ')} have`;
  const message = `${which} lines of the transcript and no words of your own. Write what was said and decided, or take the lines away.`;
  return { code: 'invalid-input', fields: [{ name: 'minutes', message }] };
}

/** The records that a draft becomes, point by point; a text that is longer than a column goes on in the point's next part. */
function minutesOf(subject: Meeting, { parts, points }: DraftedMeeting, { newId }: Context) {
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
