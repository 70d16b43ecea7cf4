/** What a store can say of how it is set. What waits in it, `vitals.ts` says. */
export interface StoreHealth {
  readonly engine: 'SQLite' | 'PostgreSQL';
  /** What it must be set to, so that nothing acknowledged is lost, and what it is. */
  readonly settings: readonly { readonly name: string; readonly is: string; readonly needed: readonly string[] }[];
}
