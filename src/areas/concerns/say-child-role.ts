import { z } from 'zod';
import type { UseCase } from '../../perform/types.ts';
import { one, rows } from '../../records/need.ts';
import { create, update } from '../../records/patch.ts';
import { personRole, rollRoles } from './fields.ts';
import { othersNamed, standing } from './others-named.ts';
import { personsOfConcern, type PersonRow } from './person-queries.ts';
import { concern, concernPerson, type Concern } from './record.ts';

const input = z.strictObject({
  concern: z.string(),
  /** The revision that the person saw. */
  rev: z.int(),
  role: z.enum(rollRoles),
});

interface State {
  readonly subject: Concern | undefined;
  readonly persons: readonly PersonRow[];
}

/**
 * Says what the child whom the report is about is in it: harmed, alleged to have harmed. The role said before stays as a row that
 * was taken off. It is said of this concern only: in another one the same child has another role, or none.
 */
export const sayChildRole: UseCase<z.infer<typeof input>, State, null> = {
  verb: 'say-child-role',
  input,
  needs: ({ concern: id }) => ({ subject: one(concern, id), persons: rows(personsOfConcern, { id }) }),
  decide({ subject, persons }, { rev, role }, { actor, now, newId }) {
    if (!subject) return { ok: false, problem: { code: 'not-found' } };
    const said = persons.find(({ isChild, withdrawnAt }) => isChild === 1 && withdrawnAt === null);
    if (said?.role === role) return { ok: false, problem: { code: 'already-done' } };
    if (rev !== subject.rev) return { ok: false, problem: { code: 'changed-meanwhile' } };
    const { childId, childName, childAsTyped, yearGroup } = subject;
    const row = create(
      concernPerson,
      { id: newId(), school: subject.school },
      {
        ...{ concernId: subject.id, role, isChild: true, name: childName ?? childAsTyped },
        ...(childId !== undefined && { pupilId: childId }),
        ...(yearGroup !== undefined && { yearGroup }),
        ...{ addedAt: now, addedById: actor.person, addedByName: actor.name },
      },
    );
    const put = [
      ...takenOff(said, { withdrawnAt: now, withdrawnById: actor.person, withdrawnByName: actor.name }, role),
      row,
      update(concern, subject, othersNamed(standing(persons), childId)),
    ];
    const effects = [{ kind: 'refresh', to: '', about: subject.id }];
    return {
      ok: true,
      change: { put, entries: [{ about: subject.id, what: 'role-said' }], effects },
      answer: null,
    };
  },
};

/** The role that was said before, marked with what stands in its place. */
function takenOff(said: PersonRow | undefined, by: object, role: keyof typeof personRole) {
  if (!said || said.id === null || said.rev === null) return [];
  const values = { ...by, withdrawnReason: `Said otherwise: ${personRole[role]}.` };
  return [{ kind: 'update' as const, type: concernPerson, id: said.id, rev: said.rev, values }];
}
