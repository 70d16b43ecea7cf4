/** What an act leaves in SharePoint, in words that no other act leaves: a version of a concern's row, or a row that bears its text. */
export const traceOf = {
  concern: (id: string, rev: number) => `concern ${id} at revision ${rev}`,
  addendum: (id: string, words: string) => `addendum of ${id}: ${words}`,
  decision: (id: string, reason: string) => `decision about ${id}: ${reason}`,
} as const;
