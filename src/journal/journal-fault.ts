/** Something about the journal that is not as it was written, by the first entry that it touches. */
export type JournalFault =
  /** In the database: the entry does not match the chain. */
  | { readonly kind: 'entry-changed'; readonly n: number }
  /** In the database: the entry is not there, though later ones are. */
  | { readonly kind: 'entry-missing'; readonly n: number }
  /** The database ends before this entry, which SharePoint holds or has an anchor of. */
  | { readonly kind: 'cut-off'; readonly n: number; readonly upTo: number }
  /** In SharePoint: the entry in this page, or the page's head, is not what was filed. */
  | { readonly kind: 'page-changed'; readonly n: number; readonly page: string }
  /** Page and database are each whole and differ from this entry on: one of them was written anew. */
  | { readonly kind: 'two-histories'; readonly n: number; readonly page: string }
  /** In SharePoint: no page holds these entries, though they were filed. */
  | { readonly kind: 'page-missing'; readonly n: number; readonly upTo: number }
  /** In SharePoint: entries that an earlier page holds too. */
  | { readonly kind: 'page-twice'; readonly n: number; readonly page: string }
  /** In SharePoint: a row of the list that is not one of Lantern's pages, or lacks a part. */
  | { readonly kind: 'row-strange'; readonly item: string }
  /** The database says something else of this entry than what was anchored. */
  | { readonly kind: 'anchor-differs'; readonly n: number }
  /** In SharePoint: an anchor that was made is not there. */
  | { readonly kind: 'anchor-missing'; readonly n: number };
