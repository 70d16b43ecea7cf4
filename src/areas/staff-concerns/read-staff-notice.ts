import { z } from 'zod';
import type { View } from '../../perform/types.ts';
import { staffReceiptById, type StaffReceiptRow } from './queries.ts';

const byId = z.strictObject({ id: z.string() });

/** For a card that says something has happened to a staff concern past Lantern, or to its filing: its reference and nothing else. */
export const readStaffNotice: View<
  z.infer<typeof byId>,
  StaffReceiptRow,
  { readonly ref: string; readonly stopped: boolean } | null
> = {
  verb: 'read-staff-notice',
  shape: 'one',
  fields: ['ref'],
  params: byId,
  query: staffReceiptById,
  values: ({ id }) => ({ id }),
  present: ([row], { params }) => ({
    answer: row ? { ref: row.ref ?? '', stopped: row.stopped !== null } : null,
    ids: [params.id],
  }),
};
