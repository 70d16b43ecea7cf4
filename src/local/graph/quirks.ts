import { z } from 'zod';

/** What Graph was seen to do beside its documentation, or what that leaves open. `createQuirks` says how each begins. */
export const quirksSchema = z.strictObject({
  /**
   * `as-error`: a delta page shows a deleted row as an error inside a 200.
   * https://github.com/microsoftgraph/msgraph-sdk-typescript/issues/544
   */
  deletedRowsInDelta: z.enum(['as-deleted', 'as-error']),
  /**
   * Dates in the answer to a create are off by so many hours, and those of versions by twice as many, as if the site's
   * time zone were taken off again. Reading the row shows them right.
   */
  siteHoursFromUtc: z.int().min(-12).max(14),
  /** The default view of this list (id or display name) has a filter, and the items are seen through it. */
  defaultView: z
    .strictObject({ list: z.string(), column: z.string(), equals: z.union([z.string(), z.number(), z.boolean()]) })
    .nullable(),
  /** Where a query at the caller's own risk fails when there are too many rows: at once, or after pages were given. */
  unindexedFailsOn: z.enum(['the-first-page', 'a-later-page']),
  /** What a batch answers of which a request was throttled: an older page of Microsoft's says 424. Its answers are in it. */
  throttledBatch: z.enum(['200', '424']),
  /** The code of a 410: what the caller is told to do with rows that it holds and the tenant does not. */
  resyncCode: z.enum(['resyncChangesApplyDifferences', 'resyncChangesUploadDifferences']),
  /** Delta tokens given out up to this moment are too old; milliseconds since 1970. */
  deltaTokensExpiredUpTo: z.int().min(0),
  /**
   * `read-or-write`: more than that is only granted on a site by changing a grant that is there.
   * https://github.com/microsoftgraph/microsoft-graph-docs/issues/18421
   */
  siteGrantsBeginWith: z.enum(['read-or-write', 'any']),
  /** A write grant on the site or list lets an application subscribe to the list. Microsoft's pages do not say. */
  selectedMaySubscribe: z.boolean(),
});

export type Quirks = z.output<typeof quirksSchema>;

/** Some of them, to be switched. */
export const quirkChange = quirksSchema.partial();
export type QuirkChange = z.output<typeof quirkChange>;

export interface QuirkSwitch {
  current(): Quirks;
  /** Switches some and leaves the others. @throws z.ZodError for anything but a quirk of the closed set */
  set(change: QuirkChange): void;
}

export function createQuirks(): QuirkSwitch {
  let quirks: Quirks = {
    deletedRowsInDelta: 'as-deleted',
    siteHoursFromUtc: 0,
    defaultView: null,
    unindexedFailsOn: 'the-first-page',
    throttledBatch: '200',
    resyncCode: 'resyncChangesApplyDifferences',
    deltaTokensExpiredUpTo: 0,
    siteGrantsBeginWith: 'read-or-write',
    selectedMaySubscribe: false,
  };
  return {
    current: () => quirks,
    set: (change) => void (quirks = quirksSchema.parse({ ...quirks, ...change })),
  };
}
