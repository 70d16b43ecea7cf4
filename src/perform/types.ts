import type { z } from 'zod';
import type { Actor, Identity } from '../access/types.ts';
import type { Id } from '../ports/ids.ts';
import type { Instant } from '../ports/clock.ts';
import type { Needs } from '../records/need.ts';
import type { RecordType } from '../records/define-record.ts';
import type { RecordPatch } from '../records/patch.ts';
import type { Query } from '../records/query.ts';
import type { Problem, Result } from './problem.ts';

/** A message to be sent after the commit: whom and about which record, never a card and never a text. */
export interface Effect {
  readonly kind: string;
  /** Entra object id. */
  readonly to: string;
  readonly about: Id;
  /** Seconds to wait before it is carried out. */
  readonly after?: number;
  /** The Teams message that it replaces, where there is one already. */
  readonly replaces?: string;
}

/** One line of a case's chronology; a later area files them. Ids and choices only. */
export interface ChronologyEntry {
  readonly about: Id;
  readonly what: string;
}

/** What a person chose for the act at the head of a lane that has stopped: it is tried again, in these words. */
export interface Settlement {
  readonly type: RecordType;
  readonly id: Id;
  /** Fields that it writes no longer: SharePoint's value stands. */
  readonly drop: readonly string[];
  /** Fields that it still writes, with what the person saw in SharePoint. */
  readonly base: Readonly<Record<string, unknown>>;
}

/**
 * What an act does to the draft of a record: text that several people write and that is no record yet. Parts of a draft are kept side
 * by side in any order, so that no writer's part takes another's away.
 */
export interface DraftChange {
  /** Id of the record whose draft it is. */
  readonly of: Id;
  /** A part that comes to it, base64. Without one the draft ends, and only if nobody has added to it since. */
  readonly add?: string;
  /** The last part, as it was loaded, that is no longer needed: what was added holds it, and all before it. */
  readonly upto?: string;
}

export interface Change {
  /** Written to SharePoint in this order. */
  readonly put: readonly RecordPatch[];
  /** The case in whose lane the writes keep their order, where it is not the subject. */
  readonly lane?: Id;
  /** Of the subject. */
  readonly settle?: Settlement;
  readonly draft?: DraftChange;
  /** How many numbers of a counter it uses, where that is not one. */
  readonly taken?: Readonly<Record<string, number>>;
  /** Fields of the subject, as `type.field`, that were changed elsewhere and are named in the journal. */
  readonly touched?: readonly string[];
  readonly entries: readonly ChronologyEntry[];
  readonly effects: readonly Effect[];
}

export type Decision<O> =
  | { readonly ok: true; readonly change: Change; readonly answer: O }
  | { readonly ok: false; readonly problem: Problem };

export interface Context {
  readonly actor: Actor;
  readonly now: Instant;
  newId(): Id;
}

/** An act: pure, without I/O. Its verb stands in the area's rights table. */
export interface UseCase<I, S, O> {
  readonly verb: string;
  readonly input: z.ZodType<I>;
  needs(input: I, actor: Actor, now: Instant): Needs<S>;
  decide(state: S, input: I, context: Context): Decision<O>;
}

/**
 * A look: which question is asked, and how a row is shown, field by field. Its verb stands in the area's rights table,
 * and `read` adds the reach of the actor's rights to the query. `one`: no row is *not found*.
 */
export interface View<P extends object, R, O> {
  readonly verb: string;
  readonly shape: 'one' | 'page';
  /** Names of the fields shown, for the journal. */
  readonly fields: readonly string[];
  readonly params: z.ZodType<P>;
  /** The main table must be the verb's record type, under its own name. */
  readonly query: Query<object, R>;
  /** Values for the query's placeholders. */
  values(params: P, actor: Actor, now: Instant): object;
  /** Builds the answer from the rows that came back. */
  present(rows: readonly R[], seen: Presenting<P>): Presented<O>;
}

export interface Presenting<P> {
  readonly params: P;
  readonly actor: Actor;
  /** The moment of the look: what is overdue depends on it. */
  readonly now: Instant;
  /** Whether this actor may do something to a record: what the tab draws and what the server allows are one rule. */
  may(verb: string, record: object): boolean;
}

export interface Presented<O> {
  readonly answer: O;
  /** The records shown, for the journal. */
  readonly ids: readonly string[];
  /** How far this person has now read a record: its newest note that is shown. */
  readonly seen?: Seen;
}

/** A record that a person was shown, up to a note: no longer unread, until there is a newer one. */
export interface Seen {
  readonly subject: Id;
  /** When the note was written. */
  readonly upto: Instant;
}

/** Looks on behalf of a verified person, as an answer made of several views is given it. Answers JSON text that is sent as it stands. */
export type ReadJson = (
  view: View<object, unknown, unknown>,
  identity: Identity,
  params: unknown,
) => Promise<Result<string>>;
