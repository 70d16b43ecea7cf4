import { z } from 'zod';
import type { UseCase } from '../../../perform/types.ts';
import { one, rows } from '../../../records/need.ts';
import { schoolDay } from '../../../records/school-day.ts';
import { pointsOfAgenda } from '../agenda-queries.ts';
import type { FollowedLines } from '../contract.ts';
import { meeting, type Meeting } from '../record.ts';
import { isMeetingActOpen } from '../rules.ts';
import { onlySource, type DraftedMeeting } from './becomes-records.ts';
import { actionsOf, type DecidedLines } from './actions-of-minutes.ts';
import { concernsOfMeeting, draftOf, keptFromAgenda, keptFromPoints, staffAtMeeting } from './minutes-queries.ts';

const input = z.strictObject({ meeting: z.string() });

interface State extends Omit<DecidedLines, 'number' | 'points'>, Pick<DraftedMeeting, 'points'> {
  readonly subject: Meeting | undefined;
  readonly kept: readonly object[];
}

/**
 * Says what the lines of the decisions would become, were the minutes agreed as they are saved now: by the very rule by which they
 * are agreed. It changes nothing.
 */
export const followLines: UseCase<z.infer<typeof input>, State, FollowedLines> = {
  verb: 'read-minutes',
  input,
  needs: ({ meeting: id }, { person }, now) => ({
    subject: one(meeting, id),
    parts: rows(draftOf, { subject: id }),
    points: rows(pointsOfAgenda, { meeting: id }),
    kept: rows(keptFromAgenda, { meeting: id, person }),
    staff: rows(staffAtMeeting, { meeting: id, today: schoolDay(now) }),
    concerns: rows(concernsOfMeeting, { meeting: id }),
    apart: rows(keptFromPoints, { meeting: id }),
  }),
  decide({ subject, kept, ...lines }, _input, context) {
    if (!subject || kept.length > 0) return { ok: false, problem: { code: 'not-found' } };
    if (!isMeetingActOpen(subject.status, 'write-minutes')) return { ok: false, problem: { code: 'already-done' } };
    const { actions, left } = actionsOf(subject, { ...lines, number: 0 }, context);
    return {
      ok: true,
      change: { put: [], entries: [], effects: [] },
      answer: { actions: actions.map(({ line }) => line), left, onlySource: onlySource(lines) },
    };
  },
};
