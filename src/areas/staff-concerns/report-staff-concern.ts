import { z } from 'zod';
import type { Effect, UseCase } from '../../perform/types.ts';
import { rows } from '../../records/need.ts';
import { schoolDay } from '../../records/school-day.ts';
import { staffOfSchool } from '../people/queries.ts';
import type { StaffReported } from './contract.ts';
import { ladoOf } from './present.ts';
import { ladoOfSchool, type Lado } from './queries.ts';
import { newStaffConcern, type AdultReportState } from './rules.ts';
import { managersOfSchool } from './who-manages.ts';

const input = z.strictObject({
  /** `head`: the reporter says that it is about the head. */
  about: z.enum(['adult', 'head']),
  who: z.string(),
  /** The only thing that is refused is a report that says nothing. */
  words: z.string().refine((text) => text.trim() !== '', 'Write what you saw or heard.'),
  when: z.string(),
  /** The Teams message that holds the form; its receipt takes its place. */
  card: z.exactOptional(z.string().max(200)),
});
type Input = z.infer<typeof input>;

interface State extends AdultReportState {
  readonly lado: readonly Lado[];
}

/**
 * A member of staff reports a concern about an adult who works or volunteers in school. It goes to the head alone; where it is, or
 * by the name that was written may be, about the head, to the chair of governors. Never to the safeguarding leads' rota.
 */
export const reportStaffConcern: UseCase<Input, State, StaffReported> = {
  verb: 'report-staff-concern',
  input,
  needs: (_input, actor, now) => ({
    staff: rows(staffOfSchool, { school: actor.school }),
    managers: rows(managersOfSchool, { school: actor.school, today: schoolDay(now) }),
    lado: rows(ladoOfSchool, { school: actor.school }),
  }),
  decide({ lado: [lado], ...state }, { card, ...typed }, context) {
    const id = context.newId();
    const { put, receipt, meant, told } = newStaffConcern(id, context.actor.school, typed, state, context);
    const { person } = context.actor;
    const effects: Effect[] = [
      ...told.map((to): Effect => ({ kind: 'staff-concern-reported', to, about: id })),
      ...(card === undefined ? [] : [{ kind: 'staff-receipt', to: person, about: id, replaces: card }]),
    ];
    const contact = meant.managedBy === 'chair' && lado ? ladoOf(lado.name, lado.phone) : undefined;
    return {
      ok: true,
      change: { put, lane: id, entries: [], effects },
      answer: { ...receipt, told: told.length > 0, ...(contact && { lado: contact }) },
    };
  },
};
