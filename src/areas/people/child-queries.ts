import { sql } from 'kysely';
import { defineQuery } from '../../records/query.ts';
import type { TableOf } from '../../records/table.ts';
import type { contact, pupil, relationship } from './record.ts';

interface Tables {
  pupil: TableOf<typeof pupil>;
  contact: TableOf<typeof contact>;
  relationship: TableOf<typeof relationship>;
}

type Nullable<T> = { [K in keyof T]: T[K] | null };

const ofChild = [
  ...(['id', 'rev', 'school', 'givenName', 'familyName', 'knownAs', 'middleNames', 'formerNames'] as const),
  ...(['yearGroup', 'formGroup', 'birthDate', 'earlierFile', 'leftAt'] as const),
] as const;

/** A child with one of its contacts; without any, one row without one. */
export type ChildRow = Pick<Tables['pupil'], (typeof ofChild)[number]> &
  Nullable<{
    relationship: Tables['relationship']['relationship'];
    contactId: string;
    contactGiven: string;
    contactFamily: string;
    email: string;
    phone: string;
    relatedUntil: string;
  }>;

/** Of the child's own record, or of one that goes on as it: the roster may name a parent beside either. */
const ofOneRecord = sql<boolean>`relationship."pupilId" in (
  select part.id from pupil as part
    where part.tenant = pupil.tenant and (part.id = pupil.id or part."mergedInto" = pupil.id))`;

/** One child of the roll, and who belongs to them. */
export const childWithContacts = defineQuery<Tables, { id: string }, ChildRow>('child-with-contacts', (tables, value) =>
  tables
    .selectFrom('pupil')
    .leftJoin('relationship', (join) =>
      join
        .onRef('relationship.tenant', '=', 'pupil.tenant')
        .onRef('relationship.school', '=', 'pupil.school')
        .on(ofOneRecord),
    )
    .leftJoin('contact', (join) =>
      join.onRef('contact.tenant', '=', 'relationship.tenant').onRef('contact.id', '=', 'relationship.contactId'),
    )
    .select(ofChild.map((field) => `pupil.${field}` as const))
    .select(['relationship.relationship', 'contact.id as contactId', 'contact.email', 'contact.phone'])
    .select(['contact.givenName as contactGiven', 'contact.familyName as contactFamily'])
    .select('relationship.leftAt as relatedUntil')
    .where('pupil.id', '=', value('id'))
    .orderBy('contact.familyName')
    .orderBy('contact.givenName')
    .orderBy('contact.id'),
);

/** A child and one other child who shares a parent or guardian with them; without any, one row without one. */
export type FamilyRow = { child: string } & Nullable<
  Pick<Tables['pupil'], 'id' | 'school' | 'givenName' | 'familyName' | 'knownAs' | 'yearGroup' | 'formGroup'> & {
    parentGiven: string;
    parentFamily: string;
    /** The same parent as the other child's school has them. */
    theirGiven: string;
    theirFamily: string;
  }
> & { leftAt: string | null };

const parents = ['parent', 'guardian'] as const;

/** One parent may stand on two schools' lists: then an address or a number of theirs is the same. Names are compared afterwards. */
const samePerson = sql<boolean>`(same.id = contact.id
  or (same.email <> '' and lower(same.email) = lower(contact.email))
  or (same.phone <> '' and same.phone = contact.phone))`;

/** A child is no brother or sister of the record that it goes on as. */
const anotherChild = sql<boolean>`(pupil."mergedInto" is null or sibling.id <> pupil."mergedInto")`;

/** The children who share a parent or guardian with one, at any school of the trust. */
export const familyOfChild = defineQuery<Tables, { id: string }, FamilyRow>('family-of-child', (tables, value) =>
  tables
    .selectFrom('pupil')
    .leftJoin('relationship', (join) =>
      join
        .onRef('relationship.tenant', '=', 'pupil.tenant')
        .onRef('relationship.school', '=', 'pupil.school')
        .on(ofOneRecord)
        .on('relationship.relationship', 'in', parents)
        .on('relationship.leftAt', 'is', null),
    )
    .leftJoin('contact', (join) =>
      join.onRef('contact.tenant', '=', 'relationship.tenant').onRef('contact.id', '=', 'relationship.contactId'),
    )
    .leftJoin('contact as same', (join) => join.onRef('same.tenant', '=', 'contact.tenant').on(samePerson))
    .leftJoin('relationship as theirs', (join) =>
      join
        .onRef('theirs.tenant', '=', 'same.tenant')
        .onRef('theirs.school', '=', 'same.school')
        .onRef('theirs.contactId', '=', 'same.id')
        .onRef('theirs.pupilId', '<>', 'pupil.id')
        .on('theirs.relationship', 'in', parents)
        .on('theirs.leftAt', 'is', null),
    )
    .leftJoin('pupil as sibling', (join) =>
      join
        .onRef('sibling.tenant', '=', 'theirs.tenant')
        .onRef('sibling.id', '=', 'theirs.pupilId')
        .on('sibling.mergedInto', 'is', null)
        .on(anotherChild),
    )
    .select(['pupil.id as child', 'sibling.id', 'sibling.school', 'sibling.givenName', 'sibling.familyName'])
    .select(['sibling.knownAs', 'sibling.yearGroup', 'sibling.formGroup', 'sibling.leftAt'])
    .select(['contact.givenName as parentGiven', 'contact.familyName as parentFamily'])
    .select(['same.givenName as theirGiven', 'same.familyName as theirFamily'])
    .where('pupil.id', '=', value('id'))
    .orderBy('sibling.familyName')
    .orderBy('sibling.givenName')
    .orderBy('sibling.id'),
);
