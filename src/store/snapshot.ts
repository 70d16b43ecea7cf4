/** What a database held at a moment: enough to tell whether a copy of it is that. */
export interface Snapshot {
  /** The end of each tenant's journal. */
  readonly heads: readonly { readonly tenant: string; readonly n: number; readonly hash: string }[];
  /** What was not in SharePoint, and not sent, then. */
  readonly waiting: number;
}
