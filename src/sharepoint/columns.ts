import type { RecordType } from '../records/define-record.ts';
import type { Field } from '../records/fields.ts';
import { columnName } from './column-name.ts';

/** The part of Graph's columnDefinition that Lantern uses; exactly one facet is present. */
export interface Column extends Facet {
  /** Internal name, ASCII and fixed for ever: the key in a row's `fields`. */
  readonly name: string;
  /** What a person reads at the head of the column. */
  readonly displayName: string;
  readonly description?: string;
  readonly indexed?: true;
  readonly enforceUniqueValues?: true;
}

export interface Facet {
  readonly text?: { readonly maxLength: number } | { readonly allowMultipleLines: true; readonly textType: 'plain' };
  readonly choice?: {
    readonly choices: readonly string[];
    readonly allowTextEntry: true;
    readonly displayAs: 'dropDownMenu';
  };
  readonly boolean?: object;
  readonly number?: { readonly decimalPlaces: 'none' };
}

/** SharePoint's limits: a single line of text, and indexes in one list. */
export const lineLength = 255;
export const mostIndexes = 20;

const line = (maxLength = lineLength): Facet => ({ text: { maxLength } });

/** The template's own column, which Lantern fills and need not make. */
export const titleColumn = 'Title';

/** Columns that every list has beside the record's own fields. */
export const common = {
  key: { name: 'RequestKey', displayName: 'Lantern key', indexed: true, enforceUniqueValues: true, ...line() },
  ref: { name: 'Ref', displayName: 'Reference', indexed: true, enforceUniqueValues: true, ...line() },
  school: { name: 'School', displayName: 'School', ...line() },
  rev: { name: 'Rev', displayName: 'Revision', number: { decimalPlaces: 'none' } },
  act: { name: 'LastKey', displayName: 'Key of the last act', ...line() },
  actorId: { name: 'ActorId', displayName: 'Last act by, id', ...line() },
  actorName: { name: 'ActorName', displayName: 'Last act by', ...line() },
  at: { name: 'ActedAt', displayName: 'Time of the last act', ...line() },
} as const satisfies Record<string, Column>;

/**
 * A choice is kept under its stable id, in an English a person can read (`urgent-today`), and not under its label:
 * a label may be reworded, and then old rows would say one thing and new rows another, and neither could be read back
 * with certainty. The labels stand in the column's description. `allowTextEntry` lets a newer Lantern file a choice
 * that the column does not list yet: a concern must not wait for that.
 */
function choice(of: Readonly<Record<string, string>>): Facet & { description: string } {
  const meanings = Object.entries(of).map(([id, label]) => `${id}: ${label}`);
  return {
    description: meanings.join(' · '),
    choice: { choices: Object.keys(of), allowTextEntry: true, displayAs: 'dropDownMenu' },
  };
}

function facet(field: Field): Facet & { description?: string } {
  switch (field.kind) {
    case 'text':
      return line(field.max);
    case 'long':
      return { text: { allowMultipleLines: true, textType: 'plain' } };
    case 'instant':
      return line();
    case 'choice':
      return choice(field.of);
    case 'flag':
      return { boolean: {} };
    case 'count':
      return { number: { decimalPlaces: 'none' } };
  }
}

function columnOf(name: string, field: Field): Column {
  return {
    name: columnName(name),
    displayName: field.label,
    ...(field.indexed && { indexed: true }),
    ...facet(field),
  };
}

/**
 * The columns of a record type's list, made from its declaration; `Title` comes with the list itself.
 * Instants are text in ISO-8601, for SharePoint's own dates shift with regional settings.
 * @throws Error when SharePoint could not hold the type: a name or label twice or reserved, a text too long for a column,
 * an index on a column that cannot have one, more than 20 indexes
 */
export function columnsOf(type: RecordType): readonly Column[] {
  const columns: Column[] = [
    common.key,
    ...(type.refPrefix === undefined ? [] : [common.ref]),
    ...Object.entries(type.fields).map(([name, field]) => columnOf(name, field)),
    common.school,
    common.rev,
    common.act,
    common.actorId,
    common.actorName,
    common.at,
  ];
  const faults = faultsOf(type, columns);
  if (faults.length > 0) throw new Error(`SharePoint cannot hold ${type.name}: ${faults.join('; ')}`);
  return columns;
}

function faultsOf(type: RecordType, columns: readonly Column[]): readonly string[] {
  const faults = [
    ...twice(columns.map((column) => column.name)).map((name) => `two columns are called ${name}`),
    ...twice([titleColumn, ...columns.map((column) => column.displayName)]).map(
      (label) => `two columns are headed “${label}”`,
    ),
  ];
  for (const [name, field] of Object.entries(type.fields)) {
    if (field.kind === 'text' && field.max > lineLength) faults.push(`${name} is longer than a single line of text`);
    if (field.kind === 'long' && field.indexed) faults.push(`${name} has several lines and cannot be indexed`);
    if (field.kind === 'long' && field.max > 63_999) faults.push(`${name} is longer than a column`);
  }
  const indexes = columns.filter((column) => column.indexed).length;
  if (indexes > mostIndexes) faults.push(`${indexes} indexes, and a list has at most ${mostIndexes}`);
  return faults;
}

function twice(words: readonly string[]): readonly string[] {
  const lower = words.map((word) => word.toLowerCase());
  return words.filter((word, at) => lower.indexOf(word.toLowerCase()) < at);
}
