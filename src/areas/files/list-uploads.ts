import { z } from 'zod';
import type { View } from '../../perform/types.ts';
import { uploadTarget, type TargetRow } from './queries.ts';

const byId = z.strictObject({ id: z.string() });

/** Whether somebody may see what they themselves began to add to a concern. Asked, and journalled, before it is shown. */
export const listUploads: View<z.infer<typeof byId>, TargetRow, null> = {
  verb: 'list-uploads',
  shape: 'one',
  fields: ['upload.name'],
  params: byId,
  query: uploadTarget,
  values: ({ id }) => ({ concern: id }),
  present: (_rows, { params }) => ({ answer: null, ids: [params.id] }),
};
