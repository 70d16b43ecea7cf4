import { z } from 'zod';
import type { UseCase } from '../../perform/types.ts';
import { create } from '../../records/patch.ts';
import { schemaOf } from '../../records/schema.ts';
import { dutyFields } from '../alerts/fields.ts';
import { duty } from '../alerts/record.ts';
import { agencyFields, contactFields, pupilFields, relationshipKind, roleGrantFields, staffFields } from './fields.ts';
import { agency, contact, pupil, relationship, roleGrant, staffMember } from './record.ts';

const relations = Object.keys(relationshipKind) as [keyof typeof relationshipKind];
/** Somebody, and to which of the act's children they belong: each by its place in `pupils`. */
const contacts = z.array(
  z.strictObject({
    contact: schemaOf(contactFields),
    of: z.array(z.strictObject({ pupil: z.int().min(0), relationship: z.enum(relations) })),
  }),
);

const input = z.strictObject({
  school: z.string(),
  staff: z.array(schemaOf(staffFields)),
  roles: z.array(schemaOf(roleGrantFields)),
  duty: schemaOf(dutyFields),
  pupils: z.array(schemaOf(pupilFields)),
  contacts: z.exactOptional(contacts),
  agencies: z.exactOptional(z.array(schemaOf(agencyFields))),
});

/** Makes a new school's first people, roles, duty lead and roll, in one act. Only Lantern's own set-up identity may. */
export const setUpSchool: UseCase<z.infer<typeof input>, Record<string, never>, { readonly made: number }> = {
  verb: 'set-up-school',
  input,
  needs: () => ({}),
  decide(_state, made, { newId }) {
    const at = () => ({ id: newId(), school: made.school });
    const pupils = made.pupils.map((values) => ({ at: at(), values }));
    const families = (made.contacts ?? []).flatMap(({ contact: values, of }) => {
      const place = at();
      const belongs = of.flatMap(({ pupil: n, relationship: kind }) => {
        const child = pupils[n];
        if (!child) return [];
        const values = { pupilId: child.at.id, contactId: place.id, relationship: kind };
        return [create(relationship, at(), values)];
      });
      return [create(contact, place, values), ...belongs];
    });
    const put = [
      ...made.staff.map((values) => create(staffMember, at(), values)),
      ...made.roles.map((values) => create(roleGrant, at(), values)),
      create(duty, at(), made.duty),
      ...pupils.map((child) => create(pupil, child.at, child.values)),
      ...families,
      ...(made.agencies ?? []).map((values) => create(agency, at(), values)),
    ];
    return { ok: true, change: { put, entries: [], effects: [] }, answer: { made: put.length } };
  },
};
