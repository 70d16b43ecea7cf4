import { z } from 'zod';
import type { View } from '../../perform/types.ts';
import type { RelatedPage } from './contract.ts';
import { isLowLevel } from './rules.ts';
import { relatedToConcern, type RelatedRow } from './triage-queries.ts';

const byId = z.strictObject({ id: z.string() });

/** Other concerns about the same child that nobody has judged yet. No words of theirs: those are read by opening them. */
export const listRelatedConcerns: View<z.infer<typeof byId>, RelatedRow, RelatedPage> = {
  verb: 'list-related-concerns',
  shape: 'one',
  fields: ['ref', 'reportedAt', 'urgency', 'safeNow'],
  params: byId,
  query: relatedToConcern,
  values: ({ id }) => ({ id }),
  present(rows, { params, may }) {
    // Another child may be in one of them from whom this person is kept.
    const theirs = rows.filter((row) => row.id !== null && may('read-concern', row));
    const items = theirs.flatMap(({ id, ref, rev, reportedAt, urgency, safeNow }) =>
      id === null || rev === null || reportedAt === null || urgency === null || safeNow === null
        ? []
        : [{ id, ref: ref ?? '', rev, reportedAt, urgency, lowLevel: isLowLevel({ urgency, safeNow }) }],
    );
    return { answer: { items }, ids: [params.id, ...items.map(({ id }) => id)] };
  },
};
