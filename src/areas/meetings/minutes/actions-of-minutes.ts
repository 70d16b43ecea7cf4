import type { Context, Effect } from '../../../perform/types.ts';
import type { RecordPatch } from '../../../records/patch.ts';
import { schoolDay } from '../../../records/school-day.ts';
import { faultsOfOrder, newAction, type ActionOrder } from '../../actions/rules.ts';
import type { FollowedLine, LeftLine } from '../contract.ts';
import type { Meeting } from '../record.ts';
import { actionLinesOf } from './action-lines.ts';
import { readDraft, type DraftPart } from './minutes-draft.ts';
import type { ConcernOfPoint, OwnerRow } from './minutes-queries.ts';

/** What the lines of decisions are judged on. */
export interface DecidedLines {
  readonly parts: readonly DraftPart[];
  readonly points: readonly { readonly id: string; readonly concernId?: string | null }[];
  readonly staff: readonly OwnerRow[];
  readonly concerns: readonly ConcernOfPoint[];
  readonly apart: readonly { readonly personId: string; readonly concernId: string }[];
  /** Of the first action that is made. */
  readonly number: number;
}

interface Made {
  readonly id: string;
  readonly concern: string;
  readonly line: FollowedLine;
  readonly put: RecordPatch;
  readonly effects: readonly Effect[];
}

/** What the decisions give somebody to do; a line of which no action can be made stays a line, and it is said why. */
export function actionsOf(subject: Meeting, state: DecidedLines, context: Context) {
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
          const line = { ...where, ownerName: found.owner.name, dueOn: found.dueOn };
          made.push({ id, concern: concern.id, line, put: { ...put, lane: concern.id }, effects });
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

const ownerOf = (person: string, concern: ConcernOfPoint, { staff, apart }: DecidedLines) => {
  const at = concern.school;
  const held = staff.filter(({ personId }) => personId === person);
  return {
    staff: held.map(({ name }) => ({ school: at, name })),
    roles: held.filter(({ leading }) => Number(leading) > 0).map(() => ({ school: at, role: 'dsl' })),
    kept: apart.filter((one) => one.personId === person && one.concernId === concern.id),
  };
};
