import { closeSync, openSync, writeSync } from 'node:fs';

/** One Graph call as the product made it. Tokens are never kept. */
export interface LedgerEntry {
  readonly at: string;
  readonly method: string;
  /** As the product asked for it: `https://graph.microsoft.com/v1.0/…`. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Parsed where it is JSON; null when there is none. */
  readonly body: unknown;
  /** null when no answer reached the caller, though the call may have been carried out. */
  readonly status: number | null;
  readonly response: unknown;
  /** Resource units, as SharePoint counts them against an app's limit. */
  readonly ru: number;
}

/** An entry with its place in the ledger, counted from 1 since the start. */
export type NumberedEntry = LedgerEntry & { readonly n: number };

export interface Ledger {
  /** Writes before it returns: the line is there when the caller has its answer. */
  record(entry: LedgerEntry): void;
  /** The last entries with a number above `after`, oldest first; at most 1,000 are kept in memory. */
  entries(after?: number): readonly NumberedEntry[];
  close(): void;
}

const kept = 1_000;

/** @param file gets one JSON line for each call, appended; without it entries are kept in memory only */
export function openLedger(file?: string): Ledger {
  const descriptor = file === undefined ? undefined : openSync(file, 'a', 0o600);
  let recent: NumberedEntry[] = [];
  let written = 0;
  let open = true;
  return {
    record(entry) {
      if (!open) return;
      recent.push({ n: ++written, ...entry });
      if (recent.length > 2 * kept) recent = recent.slice(-kept);
      if (descriptor !== undefined) writeSync(descriptor, `${JSON.stringify(entry)}\n`);
    },
    entries: (after = 0) => recent.slice(-kept).filter((entry) => entry.n > after),
    close() {
      if (open && descriptor !== undefined) closeSync(descriptor);
      open = false;
    },
  };
}
