import { randomUUID } from 'node:crypto';
import { columnRequest, isFilterable, isMultiple, kindOf, kinds, otherKinds, type Column } from './column.ts';
import { badRequest, GraphFault, invalidRequest, nameTaken, notModelled } from './graph-fault.ts';
import { internalName } from './internal-name.ts';
import { templateNames } from './system-columns.ts';

/** https://support.microsoft.com/office/add-an-index-to-a-list-or-library-column */
const mostIndexes = 20;

function refuseBeforeReading(body: object): void {
  const sent = (name: string) => (body as Record<string, unknown>)[name];
  if (sent('defaultValue') === null || sent('validation') === null) {
    throw new GraphFault(500, 'generalException', 'General exception while processing');
  }
  const facetNames = [...kinds, ...otherKinds].filter((kind) => sent(kind) !== undefined);
  if (facetNames.length !== 1) throw invalidRequest('A column definition must have exactly one column type facet');
  const other = otherKinds.find((kind) => facetNames.includes(kind));
  if (other !== undefined) throw notModelled(`columns of the kind ${other}`);
  if (sent('validation') !== undefined) throw notModelled('column validation');
}

/**
 * Makes a column of a caller's definition.
 * @param others the columns that the list has already, the template's excepted
 * @throws GraphFault as SharePoint would refuse it
 */
export function defineColumn(body: unknown, others: readonly Column[]): Column {
  if (typeof body !== 'object' || body === null) throw badRequest('A column definition is expected.');
  refuseBeforeReading(body);
  const parsed = columnRequest.safeParse(body);
  if (!parsed.success)
    throw invalidRequest(
      `Invalid column definition: ${parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('; ')}`,
    );

  const request = parsed.data;
  const name = internalName(request.name);
  const taken = (column: Column) => column.name.toLowerCase() === name.toLowerCase();
  if (templateNames.has(name.toLowerCase()) || others.some(taken))
    throw nameTaken(`A column named '${name}' already exists`);
  if (request.enforceUniqueValues && !request.indexed)
    throw invalidRequest(`Column '${name}' must be indexed to enforce unique values`);
  if (request.enforceUniqueValues && request.boolean)
    throw invalidRequest(`Column '${name}' is of a type that cannot enforce unique values`);
  if (request.defaultValue && isMultiple(request)) throw notModelled('a default of several choices');
  if (request.indexed && !isFilterable(request))
    throw invalidRequest(`Column '${name}' is of a type that cannot be indexed`);
  if (request.indexed && others.filter((column) => column.indexed).length >= mostIndexes) {
    throw invalidRequest(`The list has reached the maximum of ${mostIndexes} indexed columns`);
  }
  return { ...request, name, displayName: request.displayName ?? request.name, id: randomUUID() };
}

/** Makes several columns of one list, each checked against those before it. */
export function defineColumns(bodies: readonly unknown[]): readonly Column[] {
  return bodies.reduce<Column[]>((columns, body) => [...columns, defineColumn(body, columns)], []);
}

/**
 * A column with some of its properties changed. The facet sent must be the column's own; its members may change.
 * @param others the list's other columns
 * @throws GraphFault as SharePoint would refuse it
 */
export function changeColumn(column: Column, change: unknown, others: readonly Column[]): Column {
  if (typeof change !== 'object' || change === null) throw badRequest('A column definition is expected.');
  const kind = kindOf(column);
  const { id, ...current } = column;
  const sent = change as Readonly<Record<string, unknown>>;
  if (sent['name'] !== undefined && sent['name'] !== column.name) throw notModelled('another name for a column');
  const facet = sent[kind];
  const members = typeof facet === 'object' ? { ...current[kind], ...facet } : current[kind];
  const changed = { ...defineColumn({ ...current, ...sent, [kind]: members }, others), id };
  if (isMultiple(changed) !== isMultiple(column)) throw notModelled('one choice made several, or several made one');
  return changed;
}
