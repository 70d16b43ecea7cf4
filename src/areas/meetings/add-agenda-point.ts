import { z } from 'zod';
import type { UseCase } from '../../perform/types.ts';
import { one, rows } from '../../records/need.ts';
import { create } from '../../records/patch.ts';
import { pointsOfAgenda } from './agenda-queries.ts';
import { agendaPointFields } from './fields.ts';
import { agendaPoint, meeting, type Meeting } from './record.ts';
import { isMeetingActOpen } from './rules.ts';

const input = z.strictObject({
  meeting: z.string(),
  heading: z.string().trim().min(1, 'Write the point.').max(agendaPointFields.heading.max),
});

interface State {
  readonly subject: Meeting | undefined;
  readonly points: readonly { readonly number: number }[];
}

/** Adds a point of one's own at the end of an agenda. */
export const addAgendaPoint: UseCase<z.infer<typeof input>, State, { readonly point: string }> = {
  verb: 'add-agenda-point',
  input,
  needs: ({ meeting: id }) => ({ subject: one(meeting, id), points: rows(pointsOfAgenda, { meeting: id }) }),
  decide({ subject, points }, { heading }, { newId }) {
    if (!subject) return { ok: false, problem: { code: 'not-found' } };
    if (!isMeetingActOpen(subject.status, 'add-agenda-point')) return { ok: false, problem: { code: 'already-done' } };
    const number = Math.max(0, ...points.map((point) => point.number)) + 1;
    const id = newId();
    const put = create(
      agendaPoint,
      { id, school: subject.school },
      {
        ...{ meetingId: subject.id, number, why: 'own', heading, state: 'open' },
        ...(subject.chairId !== undefined && { chairId: subject.chairId }),
        ...(subject.minuteTakerId !== undefined && { minuteTakerId: subject.minuteTakerId }),
      },
    );
    return { ok: true, change: { put: [put], lane: subject.id, entries: [], effects: [] }, answer: { point: id } };
  },
};
