import { z } from 'zod';
import type { View } from '../../perform/types.ts';
import type { LeadPage } from './contract.ts';
import { leadsAtConcern, type LeadRow } from './triage-queries.ts';
import { schoolDay } from '../../records/school-day.ts';

const byId = z.strictObject({ id: z.string() });

/** The leads of a concern's school to whom it can be handed: all but who has it in hand. */
export const listOtherLeads: View<z.infer<typeof byId>, LeadRow, LeadPage> = {
  verb: 'list-other-leads',
  shape: 'one',
  fields: ['roleGrant.personName'],
  params: byId,
  query: leadsAtConcern,
  values: ({ id }, _actor, now) => ({ id, today: schoolDay(now) }),
  present(rows, { params }) {
    const names = new Map(
      rows.flatMap(({ personId, personName, takenById }) =>
        personId === null || personId === takenById ? [] : [[personId, personName ?? ''] as const],
      ),
    );
    return { answer: { items: [...names].map(([id, name]) => ({ id, name })) }, ids: [params.id] };
  },
};
