import { z } from 'zod';
import type { View } from '../../perform/types.ts';
import { uploadTarget, type TargetRow } from './queries.ts';

const byId = z.strictObject({ id: z.string() });

/** Whether somebody may add files to a concern, and at which school it is. Asked before a byte of one is taken. */
export const beginUpload: View<z.infer<typeof byId>, TargetRow, { readonly school: string }> = {
  verb: 'begin-upload',
  shape: 'one',
  fields: ['id'],
  params: byId,
  query: uploadTarget,
  values: ({ id }) => ({ concern: id }),
  present: (rows, { params }) => ({ answer: { school: rows[0]?.school ?? '' }, ids: [params.id] }),
};
