import { z } from 'zod';
import type { View } from '../../perform/types.ts';
import type { ChildDetail, ContactItem } from './child-contract.ts';
import { childWithContacts, type ChildRow } from './child-queries.ts';
import { fullName } from './match-child.ts';

const byId = z.strictObject({ id: z.string() });

/** One child with their contacts. The unique pupil number is not shown: nothing on the page needs it. */
export const readChild: View<z.infer<typeof byId>, ChildRow, ChildDetail> = {
  verb: 'read-child',
  shape: 'one',
  fields: [
    ...['givenName', 'familyName', 'knownAs', 'middleNames', 'formerNames', 'yearGroup', 'formGroup', 'birthDate'],
    ...['earlierFile', 'leftAt', 'contact.givenName', 'contact.familyName', 'contact.email', 'contact.phone'],
    'relationship.relationship',
  ],
  params: byId,
  query: childWithContacts,
  values: ({ id }) => ({ id }),
  present(rows) {
    const [row] = rows;
    if (!row) throw new Error('a view of one record was asked to present none');
    // Where two records are one child, both may name the same parent.
    const contacts = rows
      .flatMap(presentContact)
      .filter((one, n, all) => all.findIndex((other) => isSame(one, other)) === n);
    return { answer: presentChild(row, contacts), ids: [row.id, ...new Set(contacts.map(({ id }) => id))] };
  },
};

const isSame = (one: ContactItem, other: ContactItem) =>
  one.id === other.id && one.relationship === other.relationship && one.until === other.until;

/** Field by field: nothing that is not named here leaves the server. */
const presentChild = (row: ChildRow, contacts: readonly ContactItem[]): ChildDetail => ({
  id: row.id,
  rev: row.rev,
  school: row.school,
  name: fullName(row),
  givenName: row.givenName,
  familyName: row.familyName,
  ...(row.knownAs && { knownAs: row.knownAs }),
  ...(row.middleNames && { middleNames: row.middleNames }),
  formerNames: row.formerNames ? row.formerNames.split('\n') : [],
  yearGroup: row.yearGroup,
  formGroup: row.formGroup,
  ...(row.birthDate && { birthDate: row.birthDate }),
  ...(row.leftAt !== null && { leftAt: row.leftAt }),
  ...(row.earlierFile !== null && { earlierFile: row.earlierFile }),
  contacts,
});

function presentContact(row: ChildRow): readonly ContactItem[] {
  const { contactId: id, relationship, contactGiven, contactFamily, email, phone, relatedUntil } = row;
  if (id === null || relationship === null || contactGiven === null || contactFamily === null) return [];
  return [
    {
      ...{ id, relationship, name: `${contactGiven} ${contactFamily}` },
      ...(email && { email }),
      ...(phone && { phone }),
      ...(relatedUntil !== null && { until: relatedUntil }),
    },
  ];
}
