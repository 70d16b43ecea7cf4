import type { Instant } from '../ports/clock.ts';

/**
 * How Lantern itself is, in numbers: what an operator is shown and what alarms are judged from. No id of a person, no name, no
 * address. Ages are whole seconds; null where there is nothing of the kind, or it is not known.
 */
export interface Facts {
  readonly version: string;
  readonly started: Instant;
  /** It was asked to end. */
  readonly draining: boolean;
  readonly graph: {
    readonly lastCallSeconds: number | null;
    /** Null when no answer came. */
    readonly lastStatus: number | null;
    /** How long SharePoint is left alone from now on. */
    readonly restingSeconds: number;
  };
  readonly filing: {
    /** Acts that SharePoint does not hold yet. */
    readonly waiting: number;
    readonly oldestSeconds: number | null;
    /** Lanes that go no further until a person looks. */
    readonly stopped: number;
  };
  readonly messages: {
    /** Due, and not delivered. */
    readonly waiting: number;
    /** Age of the oldest that Teams has refused or could not bring. */
    readonly oldestTriedSeconds: number | null;
  };
  readonly sync: { readonly seconds: number | null; readonly late: boolean };
  readonly journal: {
    readonly anchoredSeconds: number | null;
    /** Whether what was added lately follows from what was there; null while that was not looked at. */
    readonly intact: boolean | null;
  };
  /** `here`: Lantern makes the backups itself; else they are the database server's matter. */
  readonly backup: { readonly here: boolean; readonly seconds: number | null };
  /** Of the certificate that ends first. */
  readonly certificates: { readonly daysLeft: number | null };
  /** Of the disk under the data folder. */
  readonly disk: { readonly freeMegabytes: number | null };
}
