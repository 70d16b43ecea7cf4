import { defineRecord, type RecordOf } from '../../records/define-record.ts';
import {
  agencyFields,
  contactFields,
  pupilFields,
  relationshipFields,
  roleGrantFields,
  staffFields,
} from './fields.ts';

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

/** A child who is, or was, on the roll: nobody is ever taken off this list. */
export const pupil = defineRecord({
  name: 'pupil',
  list: 'Pupils',
  description: 'Children who are or were on the roll. Written by Lantern; do not edit here.',
  fields: pupilFields,
});
export type Pupil = RecordOf<typeof pupil>;

/** Somebody the roster names as belonging to a child: a parent, a carer, a doctor. */
export const contact = defineRecord({
  name: 'contact',
  list: 'Contacts',
  description: 'Parents, carers and others whom the roster names. Written by Lantern; do not edit here.',
  fields: contactFields,
});
export type Contact = RecordOf<typeof contact>;

/** How one contact stands to one child. Children who share a parent or guardian are a family. */
export const relationship = defineRecord({
  name: 'relationship',
  list: 'Relationships',
  description: 'Who belongs to which child. Written by Lantern; do not edit here.',
  fields: relationshipFields,
});
export type Relationship = RecordOf<typeof relationship>;

/** An agency that works with the school’s children. */
export const agency = defineRecord({
  name: 'agency',
  list: 'Agencies',
  description: 'Agencies that work with children of the school. Written by Lantern; do not edit here.',
  fields: agencyFields,
});
export type Agency = RecordOf<typeof agency>;
