import type { ChainHead } from './chain.ts';

/** A page as SharePoint holds it now; whether it says the truth is another question. */
export interface FiledPage {
  readonly firstN: number;
  readonly before: ChainHead;
  readonly last: ChainHead;
  readonly entryCount: number;
  readonly digest: string;
  readonly text: string;
}

/** What stands in the list of pages. */
export type Filed =
  | { readonly kind: 'page'; readonly page: FiledPage }
  /** A row that is no page of Lantern's, or a page that lacks a part. `item`: SharePoint's number of the row. */
  | { readonly kind: 'strange'; readonly item: string; readonly firstN: number | undefined };
