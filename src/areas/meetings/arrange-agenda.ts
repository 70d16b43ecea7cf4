import { z } from 'zod';
import type { UseCase } from '../../perform/types.ts';
import { one, rows } from '../../records/need.ts';
import type { RecordPatch } from '../../records/patch.ts';
import { pointsOfAgenda } from './agenda-queries.ts';
import { agendaOfMeeting } from './queries.ts';
import { agendaPoint, meeting, type Meeting } from './record.ts';
import { isMeetingActOpen } from './rules.ts';

const longest = 480;
const point = z.strictObject({
  id: z.string(),
  minutes: z.exactOptional(z.int().min(0).max(longest)),
  /** Taken off; it does not come back by itself. */
  off: z.exactOptional(z.literal(true)),
});
const input = z.strictObject({
  meeting: z.string(),
  /** The whole agenda in its new order. */
  points: z.array(point).max(300),
});

interface State {
  readonly subject: Meeting | undefined;
  readonly points: readonly {
    readonly id: string;
    readonly rev: number;
    readonly number: number;
    readonly minutes: number | null;
    readonly state: string;
  }[];
  /** Those that a screen shows: a point about what lies in the restricted register is not among them. */
  readonly shown: readonly { readonly id: string }[];
}

/** Puts an agenda into an order, says how long each point takes, and takes points off. */
export const arrangeAgenda: UseCase<z.infer<typeof input>, State, null> = {
  verb: 'arrange-agenda',
  input,
  needs: ({ meeting: id }) => ({
    subject: one(meeting, id),
    points: rows(pointsOfAgenda, { meeting: id }),
    shown: rows(agendaOfMeeting, { meeting: id }),
  }),
  decide({ subject, points, shown }, asked) {
    if (!subject) return { ok: false, problem: { code: 'not-found' } };
    if (!isMeetingActOpen(subject.status, 'arrange-agenda')) return { ok: false, problem: { code: 'already-done' } };
    const onScreen = new Set(shown.map(({ id }) => id));
    const there = points.filter(({ id, state }) => state !== 'dropped' && onScreen.has(id));
    const wanted = new Map(asked.points.map((each, i) => [each.id, { ...each, number: i + 1 }]));
    // Somebody has put a point on it meanwhile, or taken one off.
    const same = wanted.size === there.length && there.every(({ id }) => wanted.has(id));
    if (!same) return { ok: false, problem: { code: 'changed-meanwhile' } };
    const put = there.flatMap(({ id, rev, ...before }): readonly RecordPatch[] => {
      const { number = before.number, minutes, off } = wanted.get(id) ?? {};
      const values = {
        ...(off && { state: 'dropped' }),
        ...(number !== before.number && { number }),
        ...(minutes !== undefined && minutes !== before.minutes && { minutes }),
      };
      return Object.keys(values).length === 0 ? [] : [{ kind: 'update', type: agendaPoint, id, rev, values }];
    });
    return { ok: true, change: { put, lane: subject.id, entries: [], effects: [] }, answer: null };
  },
};
