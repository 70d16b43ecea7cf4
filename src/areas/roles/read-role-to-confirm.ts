import { z } from 'zod';
import type { View } from '../../perform/types.ts';
import { schoolDay } from '../../records/school-day.ts';
import { roleToConfirm, type ToConfirmRow } from './queries.ts';
import { isUnconfirmed, mayBeSecond, stillStands } from './rules.ts';

const byId = z.strictObject({ id: z.string() });

/** A role that a message tells of: no name, and not which role. */
export interface RoleToConfirm {
  /** Whether it still waits for this person's yes. */
  readonly waits: boolean;
  /** It is in force already, for some days. */
  readonly acting: boolean;
}

/** What somebody is told of in chat who may be the second person. */
export const readRoleToConfirm: View<z.infer<typeof byId>, ToConfirmRow, RoleToConfirm | null> = {
  verb: 'read-role-to-confirm',
  shape: 'one',
  fields: ['state', 'acting'],
  params: byId,
  query: roleToConfirm,
  values: ({ id }) => ({ id }),
  present([row], { params, actor, now }) {
    const answer = row && {
      waits:
        stillStands(row, schoolDay(now)) &&
        isUnconfirmed(row) &&
        mayBeSecond({ givenById: row.givenById ?? '', personId: row.personId }, actor.person),
      acting: Boolean(row.acting),
    };
    return { answer: answer ?? null, ids: [params.id] };
  },
};
