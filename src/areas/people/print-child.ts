import { z } from 'zod';
import type { View } from '../../perform/types.ts';
import type { Printed } from '../journal/contract.ts';
import { childWithContacts, type ChildRow } from './child-queries.ts';

const byId = z.strictObject({ id: z.string() });

/** Lets a child's page that lies open in the tab be printed, once, and has the journal say so first. */
export const printChild: View<z.infer<typeof byId>, ChildRow, Printed> = {
  verb: 'print-child',
  shape: 'one',
  fields: [],
  params: byId,
  query: childWithContacts,
  values: ({ id }) => ({ id }),
  present: (_rows, { params, now }) => ({ answer: { at: now }, ids: [params.id] }),
};
