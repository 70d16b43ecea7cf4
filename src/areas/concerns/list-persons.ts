import { z } from 'zod';
import type { View } from '../../perform/types.ts';
import type { PersonItem, PersonPage } from './contract.ts';
import { personsOfConcern, type PersonRow } from './person-queries.ts';

const byId = z.strictObject({ id: z.string() });

/** Who is in a concern, each with their role; those who were taken off too, with the reason. */
export const listPersons: View<z.infer<typeof byId>, PersonRow, PersonPage> = {
  verb: 'list-persons',
  shape: 'one',
  fields: ['concernPerson.name', 'concernPerson.role', 'concernPerson.yearGroup', 'concernPerson.withdrawnReason'],
  params: byId,
  query: personsOfConcern,
  values: ({ id }) => ({ id }),
  present(rows, { params }) {
    const items = rows.flatMap(presentPerson);
    return { answer: { items }, ids: [params.id, ...items.map(({ id }) => id)] };
  },
};

function presentPerson(row: PersonRow): readonly PersonItem[] {
  const { id, role, name, addedAt, addedByName, withdrawnAt, withdrawnByName } = row;
  if (id === null || role === null || name === null || addedAt === null || addedByName === null) return [];
  const isChild = row.isChild === 1;
  return [
    {
      id,
      role,
      // Which child it is may have been settled after the role was said.
      name: isChild && withdrawnAt === null ? (row.childName ?? row.childAsTyped) : name,
      ...(row.yearGroup !== null && { yearGroup: row.yearGroup }),
      ...(row.pupilId !== null && { childId: row.pupilId }),
      ...{ onRoll: row.pupilId !== null, isChild, addedAt, addedBy: addedByName },
      filed: row.filedRev === row.rev ? 'filed' : 'received',
      ...(withdrawnAt !== null && {
        takenOff: { at: withdrawnAt, by: withdrawnByName ?? '', reason: row.withdrawnReason ?? '' },
      }),
    },
  ];
}
