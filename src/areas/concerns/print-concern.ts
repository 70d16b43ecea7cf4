import { z } from 'zod';
import type { View } from '../../perform/types.ts';
import type { Printed } from '../journal/contract.ts';
import { concernOutline, type OutlineRow } from './queries.ts';

const byId = z.strictObject({ id: z.string() });

/**
 * Lets a concern that lies open in the tab be printed, once. What goes on paper was shown before; here it is journalled that it
 * leaves Lantern, and by whom, before the tab prints anything.
 */
export const printConcern: View<z.infer<typeof byId>, OutlineRow, Printed> = {
  verb: 'print-concern',
  shape: 'one',
  fields: [],
  params: byId,
  query: concernOutline,
  values: ({ id }) => ({ id }),
  present: (_rows, { params, now }) => ({ answer: { at: now }, ids: [params.id] }),
};
