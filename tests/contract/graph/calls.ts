/**
 * What a body may hold: anything, named properties, or a list of such.
 * A row's columns are `any`: their names are the list's own.
 */
export type Shape = 'any' | readonly [Shape] | { readonly [key: string]: Shape };

/** A call to Microsoft Graph v1.0 as Microsoft documents it. */
export interface DocumentedCall {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** Below `/v1.0`. `{name}` stands for one segment, `{+name}` for a path of several. */
  readonly path: string;
  /** OData options with their dollar sign, which v1.0 lets be left out, and others without. */
  readonly query?: readonly string[];
  /** Absent: none is sent. */
  readonly body?: Shape;
  /** Page of learn.microsoft.com that shows it. */
  readonly page: string;
  /**
   * What of it Microsoft's published metadata of v1.0 does not describe: nothing, the whole call, or some of its options
   * and properties. That is then known from the page alone.
   */
  readonly beyondMetadata?: 'all of it' | readonly string[];
}

const list = '/sites/{site}/lists/{list}';
const item = `${list}/items/{item}`;

/** Graph puts it into its own links; callers follow them and never make one. */
const given = ['$skiptoken'];

const column: Shape = {
  name: 'any',
  displayName: 'any',
  description: 'any',
  columnGroup: 'any',
  required: 'any',
  hidden: 'any',
  readOnly: 'any',
  indexed: 'any',
  enforceUniqueValues: 'any',
  propagateChanges: 'any',
  defaultValue: { value: 'any', formula: 'any' },
  text: {
    allowMultipleLines: 'any',
    appendChangesToExistingText: 'any',
    linesForEditing: 'any',
    maxLength: 'any',
    textType: 'any',
  },
  number: { decimalPlaces: 'any', displayAs: 'any', minimum: 'any', maximum: 'any' },
  boolean: {},
  choice: { allowTextEntry: 'any', choices: ['any'], displayAs: 'any' },
  dateTime: { displayAs: 'any', format: 'any' },
};

const row: Shape = { fields: 'any', contentType: { id: 'any', name: 'any' } };

/** One line of what a call may look like for each that Lantern, or the contract suite, makes. A call that is not here is a fault. */
export const calls: readonly DocumentedCall[] = [
  {
    ...{ method: 'GET', path: '/sites/{host}:/{+path}', query: ['$select', '$expand'] },
    ...{ page: 'graph/api/site-getbypath', beyondMetadata: 'all of it' },
  },
  { method: 'GET', path: '/sites/{site}', query: ['$select', '$expand'], page: 'graph/api/site-get' },
  {
    ...{ method: 'GET', path: '/sites/{site}/lists', query: ['$select', '$expand', '$filter', '$top', ...given] },
    ...{ page: 'graph/api/list-list', beyondMetadata: given },
  },
  {
    ...{ method: 'POST', path: '/sites/{site}/lists', page: 'graph/api/list-create' },
    body: { displayName: 'any', description: 'any', columns: [column], list: { template: 'any' } },
  },
  { method: 'GET', path: list, query: ['$select', '$expand'], page: 'graph/api/list-get' },
  // In the metadata, and without a page of its own.
  { method: 'DELETE', path: list, page: 'graph/api/resources/list' },
  { method: 'GET', path: `${list}/columns`, query: ['$select'], page: 'graph/api/list-list-columns' },
  { method: 'POST', path: `${list}/columns`, body: column, page: 'graph/api/list-post-columns' },
  { method: 'PATCH', path: `${list}/columns/{column}`, body: column, page: 'graph/api/columndefinition-update' },
  {
    ...{ method: 'GET', path: `${list}/items`, query: ['$select', '$expand', '$filter', '$top', '$orderby', ...given] },
    ...{ page: 'graph/api/listitem-list', beyondMetadata: given },
  },
  {
    ...{ method: 'POST', path: `${list}/items`, body: row, page: 'graph/api/listitem-create' },
    beyondMetadata: ['fields'],
  },
  {
    ...{ method: 'GET', path: `${list}/items/delta`, query: ['$select', '$expand', '$top', 'token'] },
    ...{ page: 'graph/api/listitem-delta', beyondMetadata: 'all of it' },
  },
  {
    ...{ method: 'GET', path: `${list}/items/delta()`, query: ['$select', '$expand', '$top', 'token'] },
    ...{ page: 'graph/api/listitem-delta', beyondMetadata: ['token'] },
  },
  { method: 'GET', path: item, query: ['$select', '$expand'], page: 'graph/api/listitem-get' },
  { method: 'PATCH', path: item, body: row, page: 'graph/api/listitem-update', beyondMetadata: ['fields'] },
  { method: 'DELETE', path: item, page: 'graph/api/listitem-delete' },
  { method: 'GET', path: `${item}/fields`, query: ['$select'], page: 'graph/api/listitem-get' },
  { method: 'PATCH', path: `${item}/fields`, body: 'any', page: 'graph/api/listitem-update' },
  { method: 'GET', path: `${item}/versions`, query: ['$expand'], page: 'graph/api/listitem-list-versions' },
  {
    ...{ method: 'POST', path: '/$batch', page: 'graph/json-batching', beyondMetadata: 'all of it' },
    body: {
      requests: [{ id: 'any', method: 'any', url: 'any', headers: 'any', body: 'any', dependsOn: ['any'] }],
    },
  },
];
