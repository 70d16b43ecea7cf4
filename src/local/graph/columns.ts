import { created, noContent, ok } from './answer.ts';
import { listOf, type Call, type Handler } from './call.ts';
import type { Column } from './column.ts';
import { changeColumn, defineColumn } from './define-column.ts';
import { notFound, notModelled } from './graph-fault.ts';
import type { StoredList } from './list-store.ts';
import { checkOptions } from './modelled-options.ts';
import { presentColumn, presentColumns } from './present-list.ts';
import { option, selectFrom } from './query-option.ts';
import { systemColumns, titleColumn } from './system-columns.ts';

const withColumns = (call: Call, list: StoredList, columns: readonly Column[]): StoredList => ({
  ...list,
  columns,
  modifiedAt: call.at,
  version: list.version + 1,
});

/** The column that the path names, by id. @throws GraphFault 404; 501 for one of the template's, which stay as they are */
function columnOf(call: Call, list: StoredList): Column {
  const named = ({ id }: Pick<Column, 'id'>) => id === call.params['column'];
  const column = list.columns.find(named);
  if (column) return column;
  if ([titleColumn, ...systemColumns].some(named)) throw notModelled("a change of the template's own columns");
  throw notFound('The specified column');
}

/** `POST …/lists/{id}/columns`: https://learn.microsoft.com/graph/api/list-post-columns */
export const createColumn: Handler = (call, stores) => {
  const list = listOf(call, stores);
  const column = defineColumn(call.body, list.columns);
  stores.lists.replace(withColumns(call, list, [...list.columns, column]));
  return created(`/sites/${list.siteId}/lists/${list.id}/columns/${column.id}`, presentColumn(column));
};

/** `GET …/lists/{id}/columns`: https://learn.microsoft.com/graph/api/list-list-columns */
export const getColumns: Handler = (call, stores) => {
  checkOptions(call.query, 'select');
  const select = option(call.query, 'select');
  const columns = presentColumns(listOf(call, stores));
  return ok({ value: columns.map((column) => selectFrom({ ...column }, select, 'columnDefinition')) });
};

/** `GET …/lists/{id}/columns/{id}`: https://learn.microsoft.com/graph/api/columndefinition-get */
export const getColumn: Handler = (call, stores) => {
  checkOptions(call.query, 'select');
  const column = presentColumns(listOf(call, stores)).find(({ id }) => id === call.params['column']);
  if (!column) throw notFound('The specified column');
  return ok(selectFrom({ ...column }, option(call.query, 'select'), 'columnDefinition'));
};

/** `PATCH …/lists/{id}/columns/{id}`: https://learn.microsoft.com/graph/api/columndefinition-update */
export const updateColumn: Handler = (call, stores) => {
  const list = listOf(call, stores);
  const current = columnOf(call, list);
  const others = list.columns.filter((column) => column !== current);
  const changed = changeColumn(current, call.body, others);
  if (changed.enforceUniqueValues !== current.enforceUniqueValues) stores.items.enforceUnique(list, changed);
  stores.lists.replace(
    withColumns(
      call,
      list,
      list.columns.map((column) => (column === current ? changed : column)),
    ),
  );
  return ok(presentColumn(changed));
};

/** `DELETE …/lists/{id}/columns/{id}`: https://learn.microsoft.com/graph/api/columndefinition-delete. What it held is gone. */
export const deleteColumn: Handler = (call, stores) => {
  const list = listOf(call, stores);
  const column = columnOf(call, list);
  stores.items.dropColumn(list, column);
  stores.lists.replace(
    withColumns(
      call,
      list,
      list.columns.filter((other) => other !== column),
    ),
  );
  return noContent;
};
