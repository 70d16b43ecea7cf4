import { z } from 'zod';

/** Whole milliseconds. */
const ms = z.int().min(0);
const retryAfterSeconds = z.int().min(0);

/**
 * What can be made to happen to one call, each kind with the properties of `aim` beside its own.
 * Durations are seconds where named so, else milliseconds.
 */
export const effects = <A extends z.core.$ZodLooseShape>(aim: A) =>
  [
    z.strictObject({ kind: z.literal('unavailable'), retryAfterSeconds: retryAfterSeconds.optional(), ...aim }),
    z.strictObject({ kind: z.literal('throttle'), retryAfterSeconds: retryAfterSeconds.default(1), ...aim }),
    z.strictObject({
      kind: z.literal('slow'),
      ms,
      /** `before`: a caller that gives up leaves it carried out. `after`: a caller that gives up leaves nothing. */
      work: z.enum(['before', 'after']).default('before'),
      ...aim,
    }),
    /** Carried out, and the connection then ends without an answer. */
    z.strictObject({ kind: z.literal('lost-reply'), ...aim }),
    /** The connection ends without an answer, and nothing was carried out. */
    z.strictObject({ kind: z.literal('reset'), ...aim }),
    /** Carried out, and answered 504. */
    z.strictObject({ kind: z.literal('gateway-timeout'), ...aim }),
    /** A read that does not know the newest changes of its list yet. */
    z.strictObject({ kind: z.literal('stale'), behind: z.int().min(1).default(1), ...aim }),
    /** SharePoint saves the row itself in the same moment: a write of it is answered 409 `resourceModified`. */
    z.strictObject({ kind: z.literal('own-save'), ...aim }),
  ] as const;

const effect = z.discriminatedUnion('kind', effects({}));

/** What happens to a call. */
export type Effect = z.output<typeof effect>;
