import { created, ok } from './answer.ts';
import { listOf, type Call, type Handler } from './call.ts';
import type { Column } from './column.ts';
import { changeColumn, defineColumn } from './define-column.ts';
import { notFound } from './graph-fault.ts';
import type { StoredList } from './list-store.ts';
import { presentColumn, presentColumns } from './present-list.ts';
import { option, selectFrom } from './query-option.ts';

const withColumns = (call: Call, list: StoredList, columns: readonly Column[]): StoredList => ({
  ...list,
  columns,
  modifiedAt: call.at,
  version: list.version + 1,
});

/** The column that the path names; the template's own cannot be changed here. @throws GraphFault 404 */
function columnOf(call: Call, list: StoredList): Column {
  const column = list.columns.find(({ id }) => id === call.params['column']);
  if (!column) throw notFound('The specified column');
  return column;
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
  const select = option(call.query, 'select');
  const columns = presentColumns(listOf(call, stores));
  return ok({ value: columns.map((column) => selectFrom({ ...column }, select, 'columnDefinition')) });
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
