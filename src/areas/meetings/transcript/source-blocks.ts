import type * as Y from 'yjs';
import { z } from 'zod';
import { minutesDraft, type SourceBlock } from '../contract.ts';
import { sourceMost } from '../fields.ts';

const block = z.strictObject({
  from: z.literal('teams-transcript'),
  lines: z
    .array(
      z.strictObject({
        at: z.iso.datetime(),
        speaker: z.exactOptional(z.string().min(1).max(sourceMost.speaker)),
        text: z.string().min(1).max(sourceMost.text),
      }),
    )
    .min(1)
    .max(sourceMost.lines),
});

const entriesOf = (document: Y.Doc, point: string): readonly unknown[] =>
  document.getArray<unknown>(minutesDraft.sourceOf(point)).toArray();

/** Whether everything that stands in a draft as a source of a point is one. */
export const areSources = (document: Y.Doc, point: string): boolean =>
  entriesOf(document, point).every((entry) => block.safeParse(entry).success);

/** The sources that stand beside a point. */
export const sourcesOf = (document: Y.Doc, point: string): readonly SourceBlock[] =>
  entriesOf(document, point).flatMap((entry) => block.safeParse(entry).data ?? []);
