import { z } from 'zod';
import type { View } from '../../perform/types.ts';
import type { OutsideItem, OutsidePage } from './contract.ts';
import { outsideOfConcern, type OutsideRow } from './outside-queries.ts';

const byId = z.strictObject({ id: z.string() });

/** What somebody did to a concern in SharePoint and not in Lantern, newest first, with both values. */
export const listOutsideChanges: View<z.infer<typeof byId>, OutsideRow, OutsidePage> = {
  verb: 'list-outside-changes',
  shape: 'one',
  fields: ['*'],
  params: byId,
  query: outsideOfConcern,
  values: ({ id }) => ({ id }),
  present(rows, { params }) {
    const items = rows.flatMap(presentOutside);
    return { answer: { items }, ids: [params.id, ...items.map(({ id }) => id)] };
  },
};

function presentOutside({ id, what, record, list, seenAt, ...row }: OutsideRow): OutsideItem[] {
  if (id === null || what === null || record === null || list === null || seenAt === null) return [];
  const { field, fieldLabel, was, is, byName: by } = row;
  const said = Object.entries({ field, fieldLabel, was, is, by }).filter(([, value]) => value !== null);
  const filed = row.filedRev === row.rev ? 'filed' : 'received';
  return [{ id, what, record, list, at: seenAt, filed, ...(Object.fromEntries(said) as Partial<OutsideItem>) }];
}
