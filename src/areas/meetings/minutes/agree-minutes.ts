import { z } from 'zod';
import type { Context, Effect, UseCase } from '../../../perform/types.ts';
import { nextNumber, one, rows } from '../../../records/need.ts';
import { create, update, type RecordPatch } from '../../../records/patch.ts';
import { schoolDay } from '../../../records/school-day.ts';
import { splitText } from '../../../records/split-text.ts';
import { actionCounter, faultsOfOrder, newAction, type ActionOrder } from '../../actions/rules.ts';
import { pointsOfAgenda } from '../agenda-queries.ts';
import type { AgreedMinutes, LeftLine } from '../contract.ts';
import { minuteFields } from '../fields.ts';
import { agendaPoint, meeting, minute, type Meeting } from '../record.ts';
import { isMeetingActOpen, isOfOtherBody } from '../rules.ts';
import { actionLinesOf } from './action-lines.ts';
import { readDraft, type DraftPart, type MinuteText } from './minutes-draft.ts';
import {
  concernsOfMeeting,
  draftOf,
  keptFromAgenda,
  keptFromPoints,
  staffAtMeeting,
  type ConcernOfPoint,
  type OwnerRow,
} from './minutes-queries.ts';

const input = z.strictObject({ meeting: z.string(), rev: z.int() });

interface Point {
  readonly id: string;
  readonly rev: number;
  readonly number: number;
  readonly state: string;
  readonly concernId: string | null;
}

interface State {
  readonly subject: Meeting | undefined;
  readonly parts: readonly DraftPart[];
  readonly points: readonly Point[];
  readonly kept: readonly object[];
  readonly staff: readonly OwnerRow[];
  readonly concerns: readonly ConcernOfPoint[];
  readonly apart: readonly { readonly personId: string; readonly concernId: string }[];
  readonly number: number;
}

/**
 * The chair agrees the minutes: what was a draft becomes records that nobody changes, and what its decisions give somebody to do
 * becomes actions. If anybody has typed meanwhile, it is decided again with what they typed.
 */
export const agreeMinutes: UseCase<z.infer<typeof input>, State, AgreedMinutes> = {
  verb: 'agree-minutes',
  input,
  needs: ({ meeting: id }, { person }, now) => ({
    subject: one(meeting, id),
    parts: rows(draftOf, { subject: id }),
    points: rows(pointsOfAgenda, { meeting: id }),
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
    const { outcome, put } = minutesOf(subject, state, context);
    const { actions, left } = actionsOf(subject, state, context);
    const agreed = update(meeting, subject, {
      ...{ status: 'minutes-agreed', agreedAt: context.now, agreedByName: context.actor.name },
      ...(outcome !== undefined && { outcome }),
    });
    return {
      ok: true,
      change: {
        put: [agreed, ...put, ...actions.map((one) => one.put)],
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
    const rest = { ...hangs, pointId: id, number, ...(concernId !== null && { concernId }) };
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
  return { outcome: draft.outcome, put };
}

interface Made {
  readonly id: string;
  readonly concern: string;
  readonly put: RecordPatch;
  readonly effects: readonly Effect[];
}

/** What the decisions give somebody to do; a line of which no action can be made stays a line, and it is said why. */
function actionsOf(subject: Meeting, state: State, context: Context) {
  const draft = readDraft(state.parts);
  const today = schoolDay(context.now);
  const made: Made[] = [];
  const left: LeftLine[] = [];
  for (const point of state.points)
    for (const found of actionLinesOf(draft.point(point.id).texts.decision ?? '', state.staff, today)) {
      const where = { point: point.id, line: found.line };
      const concern = state.concerns.find(({ id, status }) => id === point.concernId && status !== 'misfiled');
      if ('why' in found) left.push({ ...where, why: found.why });
      else if (!concern) left.push({ ...where, why: 'no-concern' });
      else {
        const order = orderOf(found, subject, today, context.actor.name);
        const owner = ownerOf(found.owner.personId, concern, state);
        const [fault] = faultsOfOrder(order, owner, concern.school, context.now);
        if (fault) left.push({ ...where, why: owner.kept.length > 0 ? 'kept' : 'no-such-person' });
        else {
          const place = {
            concern: { id: concern.id, school: concern.school, ref: concern.ref ?? '' },
            number: state.number + made.length,
            point: point.id,
          };
          const { id, put, effects } = newAction(place, order, owner, context);
          // Behind the concern it hangs on, as an action that was set there.
          made.push({ id, concern: concern.id, put: { ...put, lane: concern.id }, effects });
        }
      }
    }
  return { actions: made, left };
}

const daysOfWeek = 7;

function orderOf(
  {
    owner,
    what,
    dueOn,
  }: { readonly owner: { readonly personId: string }; readonly what: string; readonly dueOn: string },
  { ref }: Meeting,
  today: string,
  chair: string,
): ActionOrder {
  const days = (Date.parse(dueOn) - Date.parse(today)) / 86_400_000;
  const priority = days === 0 ? 'today' : days <= daysOfWeek ? 'this-week' : 'planned';
  // An owner who may not see the concern is told whom to ask, and nothing of what was said.
  const whatOutside = `Something was agreed for you at meeting ${ref ?? ''}. Ask ${chair} what it is.`;
  return { what, owner: owner.personId, priority, dueOn, whatOutside };
}

const ownerOf = (person: string, concern: ConcernOfPoint, { staff, apart }: State) => {
  const at = concern.school;
  const held = staff.filter(({ personId }) => personId === person);
  return {
    staff: held.map(({ name }) => ({ school: at, name })),
    roles: held.filter(({ leading }) => Number(leading) > 0).map(() => ({ school: at, role: 'dsl' })),
    kept: apart.filter((one) => one.personId === person && one.concernId === concern.id),
  };
};
