import { z } from 'zod';
import type { UseCase } from '../../perform/types.ts';
import { rows } from '../../records/need.ts';
import { create, type RecordPatch } from '../../records/patch.ts';
import { schemaOf } from '../../records/schema.ts';
import { schoolDay } from '../../records/school-day.ts';
import { dutyFields } from '../alerts/fields.ts';
import { onDuty, type OnDuty } from '../alerts/queries.ts';
import { duty } from '../alerts/record.ts';
import { roleGrantFields } from '../people/fields.ts';
import { leadsOfSchool } from '../people/queries.ts';
import { roleGrant } from '../people/record.ts';

const input = z.strictObject({
  school: z.string(),
  roles: z.array(schemaOf(roleGrantFields)),
  duty: schemaOf(dutyFields),
});

interface State {
  readonly leads: readonly { readonly personId: string }[];
  readonly present: readonly OnDuty[];
}

/**
 * Says who leads safeguarding at a school, who holds which other role, and who is on duty, before anybody leads there. Only
 * Lantern's own set-up identity may, and only then: whoever holds the machine's data folder cannot make themselves a lead later.
 */
export const appointFirstLeads: UseCase<z.infer<typeof input>, State, null> = {
  verb: 'appoint-first-leads',
  input,
  needs: ({ school }, _actor, now) => ({
    leads: rows(leadsOfSchool, { school, today: schoolDay(now) }),
    present: rows(onDuty, { school }),
  }),
  decide({ leads, present: [present] }, { school, roles, duty: values }, { newId }) {
    if (leads.length > 0) return { ok: false, problem: { code: 'school-has-leads' } };
    const at = () => ({ id: newId(), school });
    // A school whose leads have all left has a row of who was on duty.
    const nowOnDuty: RecordPatch = present
      ? { kind: 'update', type: duty, id: present.id, rev: present.rev, values }
      : create(duty, at(), values);
    const put = [...roles.map((granted) => create(roleGrant, at(), granted)), nowOnDuty];
    return { ok: true, change: { put, entries: [], effects: [] }, answer: null };
  },
};
