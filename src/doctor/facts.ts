import type { FedRole } from '../areas/roles/plan-feed.ts';
import type { School } from '../config.ts';
import type { Instant } from '../ports/clock.ts';
import type { GroupEnd } from '../ports/groups.ts';
import type { VerifyAnswer } from '../jobs/verify-order.ts';
import type { SiteKind } from '../records/define-record.ts';
import type { SiteLook } from '../sharepoint/look-at-site.ts';
import type { StoreHealth } from '../store/store-health.ts';
import type { CertificateFound } from '../system/certificate-in.ts';
import type { Vitals } from '../store/vitals.ts';

/** Everything that is known of a Lantern before anything is judged: gathered at the edge, without a name or a word of a record. */
export interface Facts {
  /** By the machine's clock. */
  readonly at: Instant;
  readonly demonstration: boolean;
  readonly machine: MachineFacts;
  readonly address: AddressFacts;
  readonly store: StoreFacts;
  readonly tenant: TenantFacts;
  readonly schools: readonly SchoolFacts[];
  readonly roleGroups: RoleGroupFacts;
  readonly calendars: CalendarFacts;
}

export interface MachineFacts {
  /** Node's version: `22.12.0`. */
  readonly node: string;
  /** Of the disk that holds the data folder, in bytes; absent where the system does not say. */
  readonly free?: number;
  /** Permission bits of data.key; `missing` before the first start; absent on Windows. */
  readonly keyMode?: number | 'missing';
  /** When the newest backup in the usual place was made; absent when there is none. */
  readonly backup?: Instant;
  readonly tabBuilt: boolean;
  readonly certificates: readonly CertificateFacts[];
}

export interface CertificateFacts {
  /** The setting that names the file. */
  readonly setting: string;
  readonly found: CertificateFound;
}

export interface AddressFacts {
  readonly origin: string;
  /** Lantern answered there. `why`: what came in its stead. */
  readonly live: true | { readonly why: string };
}

export type StoreFacts =
  | { readonly open: false; readonly why: string }
  /** `journal`: absent while it cannot be read: after a restore it waits for SharePoint. */
  | { readonly open: true; readonly health: StoreHealth; readonly waiting: Vitals; readonly journal?: JournalFacts };

export interface JournalFacts {
  readonly proved: VerifyAnswer;
  /** When the oldest entry was made that no anchor covers; absent when all are covered. */
  readonly unanchoredSince?: Instant;
  /** By the clock that entries bear. */
  readonly now: Instant;
}

/** `roles`: application permissions in the token. */
export type TokenFacts = { readonly roles: readonly string[] } | { readonly code: string };

export interface TenantFacts {
  readonly api: TokenFacts;
  readonly bot: TokenFacts;
  /** By how much this machine's clock is ahead of Microsoft's, in milliseconds; absent when nothing was heard. */
  readonly aheadMs?: number;
  /** By school, in the order of the settings, its safeguarding site first; none when there was no token. */
  readonly sites: readonly SiteFacts[];
  readonly subscriptions: SubscriptionFacts;
}

export interface SiteFacts {
  readonly school: School;
  /** Absent: the safeguarding site. */
  readonly site?: SiteKind;
  readonly look: SiteLook;
}

export type SubscriptionFacts =
  | { readonly kind: 'off' | 'not-asked' }
  | { readonly kind: 'standing'; readonly lists: number; readonly of: number }
  | { readonly kind: 'refused'; readonly status: number };

export interface SchoolFacts {
  readonly id: string;
  readonly name: string;
  /** Absent: the store could not be asked. */
  readonly people?: {
    /** Designated leads and deputies in post. */
    readonly leads: number;
    /** Who is on duty leads there; absent when nobody is. */
    readonly onDuty?: { readonly leads: boolean; readonly telephone: boolean };
    /** Who manages concerns about adults, and who those about the head: nobody who is the head. */
    readonly heads: number;
    readonly chairs: number;
  };
}

/** `unseen`: the store could not be asked. */
export type RoleGroupFacts =
  | { readonly kind: 'unseen' }
  | {
      readonly kind: 'looked';
      /** Groups that could not be read, each with a school at which it gives a role. */
      readonly unread: readonly {
        readonly group: string;
        readonly school: string;
        readonly why: Extract<GroupEnd, { readonly ok: false }>['why'];
      }[];
      readonly roles: readonly FedRole[];
      readonly orphans: readonly { readonly school: string; readonly count: number }[];
    };

/** `unseen`: the store could not be asked. */
export type CalendarFacts =
  | { readonly kind: 'off' }
  | { readonly kind: 'unseen' }
  | {
      readonly kind: 'looked';
      /** Meetings to come that their calendars show as they are. */
      readonly kept: number;
      /** Meetings of which a calendar was not told yet, by what stands in the way; `nothing`: it is told at the next turn. */
      readonly due: Readonly<Record<'nothing' | 'not-allowed' | 'no-mailbox' | 'no-answer', number>>;
    };
