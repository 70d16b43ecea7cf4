import type { ConcernItem, Filed } from './item-contract.ts';

/** Says that a concern stands under the wrong child. `child` or `who`, not both. */
export interface MisfiledRequest {
  readonly form: string;
  readonly rev: number;
  /** Id of the concern's school. */
  readonly school: string;
  /** How it is known. */
  readonly reason: string;
  /** Id of the child who is meant. */
  readonly child?: string;
  /** Their name, where they are not among those offered. */
  readonly who?: string;
}

/** Where a misfiled entry goes on. */
export interface ReEntered {
  readonly concern: string;
  readonly ref: string;
}

/** A line of the register: no child, no words. */
export interface RegisterItem {
  readonly id: string;
  readonly ref: string;
  readonly reportedAt: string;
  readonly reporterName: string;
  readonly misfiledAt: string;
  readonly misfiledByName: string;
  readonly continuedAsId: string;
  readonly continuedAsRef: string;
  readonly filed: Filed;
}

export interface RegisterPage {
  readonly items: readonly RegisterItem[];
}

/** An entry of the register as it was when it went there. */
export interface RegisteredEntry extends Omit<RegisterItem, 'filed'>, Pick<ConcernItem, 'safeNow' | 'filed'> {
  readonly rev: number;
  readonly reason: string;
  /** The child under whom it stood. */
  readonly child: string;
  readonly childAsTyped: string;
  /** Who else was named in it. */
  readonly others: readonly string[];
  readonly words: string;
  readonly whenAsTyped: string;
  readonly addenda: readonly {
    readonly at: string;
    readonly by: string;
    readonly words: string;
    readonly filed: Filed;
  }[];
  /** Whether this person may say how a filing that has stopped goes on. */
  readonly abilities: { readonly settle: boolean };
}
