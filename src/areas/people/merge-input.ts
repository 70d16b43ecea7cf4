import { z } from 'zod';
import { pupilFields } from './fields.ts';

/** What a person sends about two records of one school. @param why what is said where the reason is missing */
export const mergeInput = (why: string) =>
  z.strictObject({
    /** The record that goes on. */
    child: z.string(),
    other: z.string(),
    /** The revisions of both that the person saw. */
    rev: z.int(),
    otherRev: z.int(),
    reason: z.string().trim().min(1, why).max(pupilFields.mergedReason.max),
  });
