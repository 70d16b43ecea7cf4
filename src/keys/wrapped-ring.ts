import { z } from 'zod';
import { wrapAlgorithm } from './key-vault.ts';

const wrapped = z.strictObject({ kid: z.string(), alg: z.literal(wrapAlgorithm), value: z.base64url() });
const dated = z.strictObject({ ...wrapped.shape, at: z.iso.datetime() });

/** The data keys as they lie on disk or in the database: each wrapped, with the address of what wrapped it. */
export const wrappedRing = z.strictObject({
  current: dated,
  next: z.exactOptional(dated),
  retired: z.array(dated),
});
export type WrappedRing = z.infer<typeof wrappedRing>;
