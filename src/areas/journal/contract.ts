import type { cameFrom, journalClass, journalKind } from './fields.ts';

/** Addresses of the tab API for the journal. */
export const journalPaths = {
  /** POST: Printed. */
  print: '/api/journal/print',
  /** GET JournalFilter and `before`: JournalPage. */
  journal: '/api/journal',
  /** POST JournalFilter: JournalFile. */
  export: '/api/journal/export',
  /** GET: ProofDesk. POST ProveRequest: ProofDesk; the proof goes on after the answer, and GET says when it has ended. */
  proof: '/api/journal/proof',
  /** GET: UnusualPage. */
  unusual: '/api/journal/unusual',
  /** GET: SeenPage. */
  seen: '/api/concerns/:id/seen',
} as const;

export type JournalKind = keyof typeof journalKind;
export type JournalClass = keyof typeof journalClass;
export type CameFrom = keyof typeof cameFrom;

/** What is looked for; all of it must hold. */
export interface JournalFilter {
  /** Entra object id of whoever did it. */
  readonly person?: string;
  readonly kind?: JournalKind;
  readonly about?: JournalClass;
  readonly door?: CameFrom;
  /** First and last day at the school, `YYYY-MM-DD`. */
  readonly from?: string;
  readonly to?: string;
  readonly refused?: 'yes';
}

/** One entry, as it is told. It has no number: a gap between two would tell of what is not shown. */
export interface JournalLine {
  readonly at: string;
  readonly who: string;
  /** What was done, without who: `looked at concern C-2026-0142`. */
  readonly did: string;
  readonly kind: JournalKind;
  readonly about: JournalClass;
  readonly refused: boolean;
  /** Of a refusal, what Lantern answered. */
  readonly why?: string;
  /** From where it came in; entries of before this was noted do not say. */
  readonly door?: CameFrom;
  /** By which right, in words: `as deputy safeguarding lead`. */
  readonly right?: string;
  /** Id of the one concern that it is about, where whoever reads may open it. */
  readonly concern?: string;
  /** Its id, where whoever reads may ask who has seen it. */
  readonly seen?: string;
}

export interface JournalPage {
  readonly lines: readonly JournalLine[];
  /** Cursor of what is older. With few or no lines beside it: it was looked through for long enough, and goes on there. */
  readonly next?: string;
  /** Whose acts one may ask for; with the first page only. */
  readonly people?: readonly { readonly person: string; readonly name: string }[];
  /** The index goes no further yet: what is later is not found by these filters. */
  readonly indexedTo?: string;
}

export interface JournalFile {
  /** What a device shall call it. */
  readonly name: string;
  readonly lines: number;
  /** There is more than a file may hold: it has the newest. */
  readonly cut: boolean;
  readonly csv: string;
}

/** That something may be printed now, as the journal has it. No name: the tab knows who is at it. */
export interface Printed {
  /** By the school's clock. */
  readonly at: string;
}

/** A person's acts and looks at one case. */
export interface SeenBy {
  readonly name: string;
  readonly first: string;
  readonly last: string;
  readonly times: number;
  /** The newest, one by one. */
  readonly lines: readonly JournalLine[];
}

/** Who had it before them in lists, among others. */
export interface ListedBy {
  readonly name: string;
  readonly first: string;
  readonly last: string;
  readonly times: number;
}

export interface SeenPage {
  /** Reference of the concern. */
  readonly ref: string;
  readonly opened: readonly SeenBy[];
  readonly listed: readonly ListedBy[];
  /** There are older entries than were looked through. */
  readonly more: boolean;
  readonly indexedTo?: string;
}

/** What was unusual in one person's reading, with what it was held against; at least one of it is there. */
export interface UnusualReader {
  readonly name: string;
  /** The hour in which they opened the most different cases, and their most within an hour in the weeks before. */
  readonly hour?: {
    readonly cases: number;
    readonly from: string;
    readonly to: string;
    readonly before: number;
  };
  readonly refusals?: { readonly times: number; readonly from: string; readonly to: string };
  /** Cases that they opened whose child has their own family name: when last. */
  readonly ownName: readonly {
    readonly ref: string;
    readonly at: string;
    /** Its id, where whoever reads may ask who has seen it. */
    readonly seen?: string;
  }[];
  readonly breakGlass: readonly { readonly at: string }[];
}

/** Unusual reading of the last days, of everybody whose reading whoever asks may know of. */
export interface UnusualPage {
  readonly from: string;
  readonly to: string;
  readonly readers: readonly UnusualReader[];
  /** What was looked at. */
  readonly counted: { readonly people: number; readonly openings: number; readonly refusals: number };
  /** There was more than was gone through: something may be missing. */
  readonly cut?: true;
  /** The index goes no further yet: what is later was not looked at. */
  readonly indexedTo?: string;
}

/** What the last proof of the whole journal found, in words. */
export interface ProofVerdict {
  /** By the machine's clock. */
  readonly at: string;
  readonly outcome: 'holds' | 'broken' | 'half';
  readonly says: readonly string[];
}

/** All moments are by the machine's clock. */
export interface ProofDesk {
  readonly now: string;
  /** Whether one may also read the journal. */
  readonly mayRead: boolean;
  /** Whether one may look at unusual reading. */
  readonly mayWatch: boolean;
  readonly verdict?: ProofVerdict;
  /** One goes on. */
  readonly running?: { readonly since: string; /** Of the entries that are there. */ readonly percent: number };
  /** The last one ended without a verdict. */
  readonly brokeOffAt?: string;
  /** Before then no other begins. */
  readonly againAt?: string;
}

/** Has the journal proved. Joins a proof that goes on; too soon after the last, it begins none. */
export interface ProveRequest {
  readonly form: string;
}
