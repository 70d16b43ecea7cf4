import type { actionStatus } from '../actions/fields.ts';

/** A decision that a meeting begins with: what became of it since. */
export interface DecidedItem {
  /** Of the agenda point under which it was decided. */
  readonly point: string;
  readonly decision: string;
  /** What the point was called; absent where it was a concern. */
  readonly heading?: string;
  readonly concern?: { readonly id: string; readonly ref: string; readonly childName: string };
  readonly actions: readonly {
    readonly id: string;
    readonly what: string;
    readonly ownerName: string;
    /** `YYYY-MM-DD`. */
    readonly dueOn: string;
    readonly status: keyof typeof actionStatus;
    readonly doneAt?: string;
  }[];
}

/** What the meeting before this one decided, by its minutes. */
export interface DecidedLastTime {
  readonly meeting: string;
  readonly ref: string;
  readonly startsAt: string;
  readonly items: readonly DecidedItem[];
}
