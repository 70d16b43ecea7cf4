import { isMultiple, kindOf, type Column } from './column.ts';
import { badRequest, invalidRequest, notModelled } from './graph-fault.ts';
import { systemColumns, titleColumn } from './system-columns.ts';

/** What can be compared. Dates are ISO-8601 text in UTC, whole seconds. */
export type Scalar = string | number | boolean;
/** What one column of one row holds; a list only where a choice may be several. */
export type Value = Scalar | readonly string[];
export type Values = Readonly<Record<string, Value>>;

/** Values to write; null empties the column. */
export type Changes = Readonly<Record<string, Value | null>>;

/** SharePoint's limits: https://learn.microsoft.com/graph/api/resources/textcolumn */
const singleLine = 255;
const multipleLines = 63_999;

const wrongType = (column: Column, type: string) =>
  badRequest(
    `Cannot convert the value of '${column.name}' to the expected type '${type.includes('(') ? type : `Edm.${type}`}'.`,
  );

function checkText(column: Column, value: unknown): string {
  if (typeof value !== 'string') throw wrongType(column, 'String');
  const limit = column.text?.allowMultipleLines ? multipleLines : (column.text?.maxLength ?? singleLine);
  if (value.length > limit) {
    throw invalidRequest(
      'Invalid text value.\n\nA text field contains invalid data. Please check the value and try again.',
    );
  }
  return value;
}

function checkNumber(column: Column, value: unknown): number {
  if (typeof value !== 'number') throw wrongType(column, 'Double');
  const { minimum = -Infinity, maximum = Infinity } = column.number ?? {};
  if (value < minimum || value > maximum)
    throw invalidRequest('Invalid number value.\n\nThe value of the number field is out of range.');
  return value;
}

export function checkDate(column: Column, value: unknown): string {
  const at = typeof value === 'string' && /^\d{4}-\d\d-\d\d/.test(value) ? Date.parse(value) : NaN;
  if (Number.isNaN(at)) throw wrongType(column, 'DateTimeOffset');
  return `${new Date(at).toISOString().slice(0, 19)}Z`;
}

/** Several choices say what they are: `"Tags@odata.type": "Collection(Edm.String)"` stands beside `"Tags": […]`. */
const typeOf = (name: string) => `${name}@odata.type`;

function checkChoices(column: Column, value: unknown, type: unknown): Value {
  if (type !== 'Collection(Edm.String)' || !Array.isArray(value)) throw wrongType(column, 'Collection(Edm.String)');
  return value.map((choice) => checkText(column, choice));
}

function check(column: Column, value: unknown): Value {
  switch (kindOf(column)) {
    case 'text':
    case 'choice':
      return checkText(column, value);
    case 'number':
      return checkNumber(column, value);
    case 'dateTime':
      return checkDate(column, value);
    case 'boolean':
      if (typeof value !== 'boolean') throw wrongType(column, 'Boolean');
      return value;
  }
}

/** The columns that a caller can write and filter by. */
export const ownColumns = (columns: readonly Column[]): readonly Column[] => [titleColumn, ...columns];

/**
 * Checks values that a caller wants to write.
 * @throws GraphFault 400 for an unknown or read-only column, a wrong type, a text too long
 */
export function checkValues(columns: readonly Column[], sent: unknown): Changes {
  if (typeof sent !== 'object' || sent === null || Array.isArray(sent))
    throw badRequest('An object of column values is expected.');
  const own = ownColumns(columns);
  const types = new Set(own.filter(isMultiple).map(({ name }) => typeOf(name)));
  const values = Object.entries(sent).filter(([name]) => !types.has(name));
  return Object.fromEntries(
    values.map(([name, value]: [string, unknown]) => {
      const column = own.find((candidate) => candidate.name === name);
      const readOnly =
        name === 'id' || (column ? column.readOnly : systemColumns.some((system) => system.name === name));
      if (readOnly) throw invalidRequest(`Field '${name}' is read-only`);
      if (!column && name === 'FileLeafRef') throw notModelled('another name for a file');
      if (!column) throw invalidRequest(`Field '${name}' is not recognized`);
      if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return [name, null];
      const several = isMultiple(column);
      const type: unknown = (sent as Readonly<Record<string, unknown>>)[typeOf(name)];
      return [name, several ? checkChoices(column, value, type) : check(column, value)];
    }),
  );
}

/** A row's values after a write; an emptied column is absent, as SharePoint leaves it out when it is read. */
export function apply(values: Values, changes: Changes): Values {
  const merged = Object.entries({ ...values, ...changes }).filter(
    (entry): entry is [string, Value] => entry[1] !== null,
  );
  return Object.fromEntries(merged);
}

/** What a new row begins with: the defaults of its columns. */
export function defaults(columns: readonly Column[]): Values {
  const filled = columns.filter((column) => column.defaultValue !== undefined);
  return Object.fromEntries(filled.map((column) => [column.name, fromText(column, column.defaultValue?.value ?? '')]));
}

function fromText(column: Column, text: string): Value {
  const kind = kindOf(column);
  if (kind === 'number') return Number(text);
  return kind === 'boolean' ? text === '1' || text.toLowerCase() === 'true' : text;
}
