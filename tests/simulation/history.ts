import type { DoneAct } from '../crash/judge-acts.ts';

/** An act that was acknowledged, and whose it is. */
export interface AcknowledgedAct extends DoneAct {
  readonly tenant: number;
  /** Whom it must reach: Entra object ids. */
  readonly tells: readonly string[];
}

/** A call to Graph. Times are seconds on the run's clock. */
export interface CallMade {
  readonly tenant: number;
  readonly sentAt: number;
  /** Place of its sending and of its answer's coming among all events, so that what happens in one second has an order. */
  readonly sent: number;
  readonly heard: number | undefined;
  readonly heardAt: number | undefined;
  readonly units: number;
  /** Seconds of rest that its answer asked for. */
  readonly asked: number | undefined;
}

/** A column of a filed record whose value in SharePoint is another than the projection's. */
export interface Apart {
  readonly record: string;
  readonly id: string;
  readonly column: string;
}

/** What one tenant was left with when all had healed and drained. */
export interface Remains {
  readonly tenant: number;
  /** Traces of Lantern's writes that lie in SharePoint, and in the order in which they were taken. */
  readonly traces: readonly string[];
  readonly written: readonly string[];
  readonly journal: readonly { readonly verb: string; readonly digest: string }[];
  readonly chainIntact: boolean;
  readonly apart: readonly Apart[];
  /** Cases whose filing stands still until a person chooses, and those of them that somebody was told of. */
  readonly stopped: readonly string[];
  readonly toldOfStopped: readonly string[];
  /** Of each card that was delivered: `<person> <case>`. */
  readonly delivered: readonly string[];
  /** Writes and messages that still wait. */
  readonly waiting: number;
  /** Texts found in this tenant's SharePoint and journal that bear a tenant's mark. */
  readonly marks: readonly string[];
}

/** All that a run leaves for the judges. */
export interface History {
  readonly acts: readonly AcknowledgedAct[];
  readonly calls: readonly CallMade[];
  readonly remains: readonly Remains[];
  /** Resource units that may be spent in a minute. */
  readonly ceiling: number;
  /** Everything that happened, one line each. */
  readonly events: readonly string[];
}
