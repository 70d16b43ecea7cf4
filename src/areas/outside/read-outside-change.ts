import { z } from 'zod';
import type { View } from '../../perform/types.ts';
import { outsideOutline, type OutsideOutline } from './queries.ts';

const byId = z.strictObject({ id: z.string() });

/** What a lead is told of in chat: that something was done outside Lantern, and to what; neither value, no name. */
export const readOutsideChange: View<z.infer<typeof byId>, OutsideOutline, OutsideOutline | null> = {
  verb: 'read-outside-change',
  shape: 'one',
  fields: ['what', 'list', 'subjectRef', 'concernId'],
  params: byId,
  query: outsideOutline,
  values: ({ id }) => ({ id }),
  present: ([row], { params }) => ({ answer: row ?? null, ids: [params.id] }),
};
