import type { Id } from './ids.ts';
import type { Instant } from './clock.ts';

/** What a change of one record means for its row in SharePoint. Wiped as soon as SharePoint holds it. */
export interface FilingPayload {
  readonly kind: 'create' | 'update';
  /** RecordType.name. */
  readonly record: string;
  readonly id: Id;
  readonly school: string;
  readonly ref?: string;
  /** The revision that the row shall have. */
  readonly rev: number;
  /** Field name -> value, as records hold them; only the changed ones for an update. */
  readonly values: Readonly<Record<string, unknown>>;
  /** Of an update: what the fields in `values` held when the act was decided, null where empty. */
  readonly base?: Readonly<Record<string, unknown>>;
  /** A person has seen what stands in SharePoint, and `base` is that: it is written whatever revision the row has. */
  readonly settled?: true;
  /** It waited in a backup that was restored: SharePoint may hold it already, and acts that came after it. */
  readonly replayed?: true;
  readonly actorId: string;
  readonly actorName: string;
  readonly at: Instant;
}

/** A message to be sent: whom, what kind, about which record. */
export interface MessagePayload {
  readonly kind: string;
  readonly to: string;
  readonly about: Id;
  readonly replaces?: string;
}

/** One claimed piece of work: the head of its lane, ours until the lease ends. */
export interface Task<P> {
  readonly id: number;
  readonly tenant: string;
  /** Work in one lane is done in order; lanes are independent. A record's lane is its case. */
  readonly lane: string;
  /** Grows with each claim; a completion under an older fence is refused. */
  readonly fence: number;
  /** Failed attempts before this one. */
  readonly attempts: number;
  /** Key of the act that caused it; goes into the row's `LastKey`. */
  readonly act: Id;
  readonly createdAt: Instant;
  readonly payload: P;
}

/** Where a row lies in SharePoint. */
export interface RowPlace {
  readonly itemId: string;
  /** As our own write left it. Absent when the row was only found: somebody may have edited it since, so look before writing. */
  readonly etag?: string;
}

interface Queue<P> {
  /** Claims the heads of up to `limit` lanes that are free and due, each for `leaseSeconds`. */
  claim(limit: number, leaseSeconds: number): Promise<readonly Task<P>[]>;
  /** Gives the lane back to be tried again after `afterSeconds`; counts an attempt unless `free`. */
  postpone(task: Task<P>, afterSeconds: number, code: string, free?: 'free'): Promise<boolean>;
  /** Stops the lane: the work stays, readable, until a person looks. Never drops anything. */
  stop(task: Task<P>, code: string): Promise<boolean>;
}

/** A field that an act and somebody in SharePoint both changed. */
export interface BothSides {
  /** Field name, as records hold it. */
  readonly field: string;
  /** What it held before both; undefined when that is not known. */
  readonly base: unknown;
  readonly ours: unknown;
  readonly theirs: unknown;
}

/** A lane whose name begins so is worked on while no other wants to be: thousands of rows of a roster let each concern pass. */
export const patient = '~';

/** Writes that wait for SharePoint. */
export interface FilingQueue extends Queue<FilingPayload> {
  /**
   * The row of this record as last confirmed; `lost` when the lease was. Another may have filed the act since then, and later ones: to write
   * upon the row as they left it would bring back what it was.
   */
  place(task: Task<FilingPayload>): Promise<RowPlace | 'lost' | undefined>;
  /**
   * Stops the lane with the code `conflict` and keeps what both sides hold, in one transaction, for a person to choose.
   * False when the lease was lost.
   */
  conflict(task: Task<FilingPayload>, sides: readonly BothSides[]): Promise<boolean>;
  /** SharePoint holds it: wipes the payload and all that was kept with it and marks the projection row, in one transaction. False when the lease was lost. */
  confirm(task: Task<FilingPayload>, place: RowPlace): Promise<boolean>;
}

/** Messages that wait for Teams, and the ledger of those delivered. */
export interface MessageQueue extends Queue<MessagePayload> {
  /** Delivered: wipes the payload and notes in the delivery ledger which card lies where. */
  confirm(task: Task<MessagePayload>, activityId: string): Promise<boolean>;
  /** Nothing (more) to send: wipes the payload, the ledger stays as it is. */
  settle(task: Task<MessagePayload>): Promise<boolean>;
  /** Cards about a record that lie in people's chats. */
  delivered(tenant: string, about: Id): Promise<readonly DeliveredCard[]>;
}

export interface DeliveredCard {
  readonly to: string;
  readonly kind: string;
  readonly activityId: string;
}
