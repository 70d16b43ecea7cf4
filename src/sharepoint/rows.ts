import type { FilingPayload } from '../ports/outbox.ts';
import type { Instant } from '../ports/clock.ts';
import type { RecordType } from '../records/define-record.ts';
import type { Field } from '../records/fields.ts';
import { common, titleColumn } from './columns.ts';
import { columnName } from './column-name.ts';
import type { Cell, CellValue } from './merge.ts';
import { oneLine, speakable } from './text.ts';

/** Internal column name -> value, as Graph takes and gives them. */
export type RowFields = Readonly<Record<string, CellValue>>;

/** A payload that does not fit its record type; filing it would lose something. */
export class RowFault extends Error {
  constructor(readonly code: 'unknown-field' | 'wrong-kind') {
    super(`a row cannot be made (${code})`);
    this.name = 'RowFault';
  }
}

const jsTypes = {
  text: 'string',
  long: 'string',
  instant: 'string',
  choice: 'string',
  flag: 'boolean',
  count: 'number',
} as const;

/**
 * A field's value as its column takes it.
 * @throws RowFault when it is of another kind
 */
export function cell(field: Field, value: unknown): CellValue {
  if (value === null) return null;
  if (typeof value !== jsTypes[field.kind]) throw new RowFault('wrong-kind');
  if (typeof value === 'string') return field.kind === 'long' ? speakable(value) : oneLine(value);
  return value as number | boolean;
}

function fieldOf(type: RecordType, name: string): Field {
  const field = Object.hasOwn(type.fields, name) ? type.fields[name] : undefined;
  if (!field) throw new RowFault('unknown-field');
  return field;
}

/**
 * The record's own columns that an update writes, with what stood there before.
 * @throws RowFault when a value has no column or is of another kind
 */
export function cellsOf(type: RecordType, { values, base }: FilingPayload): readonly Cell[] {
  return Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => {
      const field = fieldOf(type, name);
      const before = base && cell(field, base[name] ?? null);
      return { field: name, column: columnName(name), ours: cell(field, value), base: before };
    });
}

/**
 * The column values that put a payload into its row. A create names the row (`Title`, `RequestKey`, `Ref`, `School`);
 * the title is the reference or the id, never a name, for SharePoint shows titles in searches and mails.
 * @param act the act's key, for `LastKey`
 * @throws RowFault when a value has no column or is of another kind
 */
export function toRow(type: RecordType, payload: FilingPayload, act: string): RowFields {
  const row: Record<string, CellValue> = {};
  if (payload.kind === 'create') {
    row[titleColumn] = payload.ref ?? payload.id;
    row[common.key.name] = payload.id;
    if (payload.ref !== undefined) row[common.ref.name] = payload.ref;
    row[common.school.name] = payload.school;
  }
  for (const [name, value] of Object.entries(payload.values)) {
    const field = fieldOf(type, name);
    if (value !== undefined) row[columnName(name)] = cell(field, value);
  }
  row[common.act.name] = act;
  row[common.rev.name] = payload.rev;
  row[common.actorId.name] = payload.actorId;
  row[common.actorName.name] = oneLine(payload.actorName);
  row[common.at.name] = payload.at;
  return row;
}

/** A row as SharePoint holds it, in Lantern's words. */
export interface FiledRow {
  readonly id: string;
  readonly ref?: string;
  readonly school: string;
  readonly rev: number;
  /** Key of the last act that is in the row. */
  readonly act: string;
  readonly actorId: string;
  readonly actorName: string;
  readonly at: Instant;
  /** Field name -> value; empty fields are absent, choices that this version does not know are kept as they are. */
  readonly values: Readonly<Record<string, unknown>>;
}

type Reading = readonly (readonly [name: string, column: string, kind: string])[];
const readings = new WeakMap<RecordType, Reading>();

/** Where each field of a record type is found in a row; worked out once, for a rebuild reads a hundred thousand rows. */
function readingOf(type: RecordType): Reading {
  const known = readings.get(type);
  if (known) return known;
  const made = Object.entries(type.fields).map(([name, { kind }]) => [name, columnName(name), jsTypes[kind]] as const);
  readings.set(type, made);
  return made;
}

/**
 * Reads a row's `fields` back. A value of another kind than its field is left out.
 * @returns undefined for a row that Lantern did not write (no `RequestKey` or no `Rev`)
 */
export function fromRow(type: RecordType, fields: Readonly<Record<string, unknown>>): FiledRow | undefined {
  const text = (column: { readonly name: string }) => {
    const value = fields[column.name];
    return typeof value === 'string' ? value : '';
  };
  const rev = fields[common.rev.name];
  if (text(common.key) === '' || typeof rev !== 'number') return undefined;
  const ref = text(common.ref);
  const values: Record<string, unknown> = {};
  for (const [name, column, kind] of readingOf(type)) {
    const value = fields[column];
    if (typeof value === kind) values[name] = value;
  }
  return {
    id: text(common.key),
    ...(ref !== '' && { ref }),
    school: text(common.school),
    rev,
    act: text(common.act),
    actorId: text(common.actorId),
    actorName: text(common.actorName),
    at: text(common.at),
    values,
  };
}
