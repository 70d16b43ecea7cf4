import type { RecordOf, RecordType } from './define-record.ts';
import type { CountField, Field, FlagField, Fields } from './fields.ts';

type Stored<F extends Field> = F extends { kind: 'choice'; of: Readonly<Record<infer K, string>> }
  ? K & string
  : F extends FlagField
    ? 0 | 1
    : F extends CountField
      ? number
      : string;

/** The projection table of a record type, for Kysely: empty is null, a flag is 0 or 1. */
export type TableOf<T extends RecordType> = {
  tenant: string;
  id: string;
  school: string;
  ref: string | null;
  rev: number;
  /** The revision that SharePoint is known to hold; 0 before the first. */
  filedRev: number;
  /** Why its filing has stopped until a person looks; empty when it has not. */
  stopped: string | null;
  /** Since when its row is gone from SharePoint; Lantern keeps what it held. */
  removedAt: string | null;
} & {
  [K in keyof T['fields']]: T['fields'][K] extends { required: true }
    ? Stored<T['fields'][K]>
    : Stored<T['fields'][K]> | null;
};

/**
 * Where an act waits because somebody changed in SharePoint what it changes too: one row for each field, until a person has
 * chosen. The store keeps it beside the outbox; values are JSON, `base` is null where it is not known.
 */
export interface ConflictTable {
  tenant: string;
  /** RecordType.name and id. */
  record: string;
  subject: string;
  field: string;
  base: string | null;
  ours: string;
  theirs: string;
}

/**
 * How far a person has read a record: when the newest note in it was written that they were shown. The store keeps it; it is
 * filed nowhere.
 */
export interface SeenTable {
  tenant: string;
  /** Entra object id. */
  person: string;
  /** Id of the record. */
  subject: string;
  upto: string;
}

/**
 * A part of a draft: what several people write before it is a record. Parts are added and never changed; one that holds others may
 * take their place. The store keeps them; they are filed nowhere.
 */
export interface DraftTable {
  id: number | string;
  tenant: string;
  /** Id of the record whose draft it is. */
  subject: string;
  /** Base64. */
  bytes: string;
}

const fromStored = (field: Field, value: unknown): unknown => (field.kind === 'flag' ? value === 1 : value);
const toStored = (value: unknown): unknown => (typeof value === 'boolean' ? Number(value) : (value ?? null));

/** A projection row as a record: nulls are absent, flags are booleans. */
export function recordFromRow<T extends RecordType>(type: T, row: Readonly<Record<string, unknown>>): RecordOf<T> {
  const fields: Fields = type.fields;
  const values = Object.entries(fields)
    .filter(([name]) => row[name] !== null && row[name] !== undefined)
    .map(([name, field]) => [name, fromStored(field, row[name])] as const);
  return {
    id: row['id'],
    school: row['school'],
    ...(row['ref'] !== null && { ref: row['ref'] }),
    rev: row['rev'],
    filed: row['filedRev'] === row['rev'],
    ...Object.fromEntries(values),
  } as unknown as RecordOf<T>;
}

/** A record's own values as the projection stores them; only the fields given. */
export function rowFromValues(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(values)) row[name] = toStored(value);
  return row;
}
