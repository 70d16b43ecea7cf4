import type { Counted, Numbered } from './counted.ts';
import type { Fields, ValuesOf } from './fields.ts';

/** Sites that each school has beside its safeguarding site. */
export type SiteKind = 'staff-concerns';

/** A record type, declared once in `areas/<area>/record.ts`. */
export interface RecordType<N extends string = string, F extends Fields = Fields> {
  /** camelCase; the projection table's name. */
  readonly name: N;
  /** Display name of the SharePoint list. */
  readonly list: string;
  /** One line for the list's description: who may be told what it holds. */
  readonly description: string;
  /** The site in which each school keeps its list; the school's safeguarding site when absent. Each has grants of its own. */
  readonly site?: SiteKind;
  /** Letter of the human reference (`C` gives `C-2026-0142`); absent when the record needs none. */
  readonly refPrefix?: string;
  /** The instant, set once and for all, by which a search shows its newest first; for a record with searchable fields. */
  readonly newestBy?: string;
  readonly fields: F;
  /** Fields that the screens ask for together, in this order: the projection gets an index for each list, SharePoint none. */
  readonly askedBy?: readonly (readonly string[])[];
  /** Of a record with a number: the counter that gave it, so that a store that begins anew gives none twice. */
  readonly counted?: (record: Numbered) => Counted | undefined;
}

/** What every record carries beside its own fields. */
export interface Common {
  /** Lantern's own id: 32 hexadecimal digits; also the row's `RequestKey`. */
  readonly id: string;
  readonly school: string;
  /** Human reference, unique in the school's list. */
  readonly ref?: string;
  /** 1 when created; grows by one with each act. */
  readonly rev: number;
}

/** Where a record stands on its way into SharePoint. */
export interface Filing {
  /** True when the row in SharePoint holds this revision. */
  readonly filed: boolean;
}

export type RecordOf<T extends RecordType> = Common & Filing & ValuesOf<T['fields']>;

/** Columns that every table of records has: a field of such a name would be written over by what they hold. */
const taken: readonly string[] = [
  ...(['id', 'tenant', 'school', 'ref', 'rev', 'filed', 'filedRev'] as const),
  ...(['itemId', 'etag', 'stopped', 'removedAt', 'place'] as const),
];

/**
 * Declares a record type; the type parameters keep each field's own shape.
 * @throws Error for a field whose name a table of records has taken
 */
export function defineRecord<const N extends string, const F extends Fields>(type: RecordType<N, F>): RecordType<N, F> {
  const field = Object.keys(type.fields).find((name) => taken.includes(name));
  if (field !== undefined) throw new Error(`${type.name} cannot have a field called ${field}`);
  return type;
}
