import { z } from 'zod';
import type { UseCase } from '../../../perform/types.ts';
import { rows } from '../../../records/need.ts';
import { create } from '../../../records/patch.ts';
import { agendaPointFields, meetingKind } from '../fields.ts';
import { agendaTemplate } from '../record.ts';
import type { MeetingKind } from '../rules.ts';
import { latestOf, textOfPoints } from './template-of.ts';
import { templatesOfSchool, type TemplateRow } from './template-queries.ts';

const mostPoints = 25;
const longest = 480;
const point = z.strictObject({
  heading: z.string().trim().min(1, 'Write what the point is.').max(agendaPointFields.heading.max),
  minutes: z.exactOptional(z.int().min(0).max(longest)),
});
const input = z.strictObject({
  school: z.string(),
  kind: z.enum(Object.keys(meetingKind) as [MeetingKind], 'Choose a kind.'),
  seen: z.int().min(0),
  points: z.exactOptional(
    z.array(point).min(1, 'Write one point at least.').max(mostPoints, `Write ${mostPoints} points at most.`),
  ),
});

interface State {
  readonly templates: readonly TemplateRow[];
}

/**
 * Says what stands on each agenda of a kind from now on, or that Lantern’s own list does again. Meetings that were called already keep
 * their agendas. Each change is a row of its own, so that it can be seen what held when.
 */
export const writeAgendaTemplate: UseCase<z.infer<typeof input>, State, null> = {
  verb: 'write-agenda-template',
  input,
  needs: ({ school }) => ({ templates: rows(templatesOfSchool, { school }) }),
  decide({ templates }, { school, kind, seen, points }, { actor, now, newId }) {
    // What another school has written is told by no problem.
    if (!actor.grants.some((grant) => grant.school === school)) return { ok: false, problem: { code: 'not-found' } };
    const latest = latestOf(templates, kind);
    if ((latest?.number ?? 0) !== seen) return { ok: false, problem: { code: 'changed-meanwhile' } };
    if (points === undefined && (!latest || latest.retired)) return { ok: false, problem: { code: 'already-done' } };
    const said = points?.map(({ heading }) => heading.toLowerCase()) ?? [];
    if (new Set(said).size < said.length) {
      const message = 'Write each point once.';
      return { ok: false, problem: { code: 'invalid-input', fields: [{ name: 'points', message }] } };
    }
    const written = create(
      agendaTemplate,
      { id: newId(), school },
      {
        ...{ kind, number: seen + 1, writtenByName: actor.name, writtenAt: now },
        ...(points ? { points: textOfPoints(points) } : { retired: true }),
      },
    );
    return { ok: true, change: { put: [written], entries: [], effects: [] }, answer: null };
  },
};
