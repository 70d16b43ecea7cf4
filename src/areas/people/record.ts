import { defineRecord, type RecordOf } from '../../records/define-record.ts';
import { pupilFields, roleGrantFields, staffFields } from './fields.ts';

/** A person who works at the school and is known to Lantern. */
export const staffMember = defineRecord({
  name: 'staffMember',
  list: 'Staff',
  description: 'People who work at the school. Written by Lantern; do not edit here.',
  fields: staffFields,
});
export type StaffMember = RecordOf<typeof staffMember>;

/** One role that one person holds at one school; read at each call, so that a removal works at once. */
export const roleGrant = defineRecord({
  name: 'roleGrant',
  list: 'Roles',
  description: 'Who holds which safeguarding role. Written by Lantern; do not edit here.',
  fields: roleGrantFields,
});
export type RoleGrant = RecordOf<typeof roleGrant>;

/** A child on the roll. */
export const pupil = defineRecord({
  name: 'pupil',
  list: 'Pupils',
  description: 'Children on the roll. Written by Lantern; do not edit here.',
  fields: pupilFields,
});
export type Pupil = RecordOf<typeof pupil>;
