import { z } from 'zod';
import type { UseCase } from '../../perform/types.ts';
import { create } from '../../records/patch.ts';
import { schemaOf } from '../../records/schema.ts';
import { dutyFields } from '../alerts/fields.ts';
import { duty } from '../alerts/record.ts';
import { pupilFields, roleGrantFields, staffFields } from './fields.ts';
import { pupil, roleGrant, staffMember } from './record.ts';

const input = z.strictObject({
  school: z.string(),
  staff: z.array(schemaOf(staffFields)),
  roles: z.array(schemaOf(roleGrantFields)),
  duty: schemaOf(dutyFields),
  pupils: z.array(schemaOf(pupilFields)),
});

/** Makes a new school's first people, roles, duty lead and roll, in one act. Only Lantern's own set-up identity may. */
export const setUpSchool: UseCase<z.infer<typeof input>, Record<string, never>, { readonly made: number }> = {
  verb: 'set-up-school',
  input,
  needs: () => ({}),
  decide(_state, made, { newId }) {
    const at = () => ({ id: newId(), school: made.school });
    const put = [
      ...made.staff.map((values) => create(staffMember, at(), values)),
      ...made.roles.map((values) => create(roleGrant, at(), values)),
      create(duty, at(), made.duty),
      ...made.pupils.map((values) => create(pupil, at(), values)),
    ];
    return { ok: true, change: { put, entries: [], effects: [] }, answer: { made: put.length } };
  },
};
