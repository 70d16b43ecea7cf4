import type { State } from '../state.ts';
import { cellKey } from './cell-key.ts';
import { createCellStore, type RowsOf } from './cell-store.ts';
import type { Column } from './column.ts';
import type { Plan } from './plan-filter.ts';
import type { Value, Values } from './values.ts';

/** Who wrote a row: application id and display name. */
export interface Author {
  readonly appId: string;
  readonly name: string;
}

/** A row as the tenant keeps it. Times are ISO-8601, whole seconds. */
export interface StoredItem {
  readonly id: number;
  readonly guid: string;
  /** 1 when created; grows by one with each write. */
  readonly version: number;
  readonly values: Values;
  readonly createdAt: string;
  readonly createdBy: Author;
  readonly modifiedAt: string;
  readonly modifiedBy: Author;
}

export type StoredVersion = Pick<StoredItem, 'version' | 'values' | 'modifiedAt' | 'modifiedBy'>;

/** A filter that shows only rows whose column holds this. */
export interface ViewFilter {
  readonly column: string;
  readonly equals: Value;
}

/** Which rows are asked for: up to `limit` with an id above `after`. */
export interface ItemWindow {
  readonly after: number;
  readonly limit: number;
  readonly plan?: Plan | undefined;
  readonly view?: ViewFilter | undefined;
}

export interface ItemStore {
  /** Gives the row the list's next id. @throws GraphFault 400 when a unique column holds a value that is taken */
  insert(list: RowsOf, item: Omit<StoredItem, 'id'>): StoredItem;
  /** Keeps what stood there as a version. @throws GraphFault 400 when a unique column holds a value that is taken */
  replace(list: RowsOf, item: StoredItem): void;
  remove(list: RowsOf, id: number): void;
  find(list: RowsOf, id: number): StoredItem | undefined;
  /** By id. */
  page(list: RowsOf, window: ItemWindow): readonly StoredItem[];
  /** How many rows SharePoint would have to look at, counted no further than `limit`. */
  scanned(list: RowsOf, plan: Plan, limit: number): number;
  /** Makes a column unique, or no longer so. @throws GraphFault 400 when two rows hold the same */
  enforceUnique(list: RowsOf, column: Column): void;
  /** Newest first, the current one included. */
  versions(list: RowsOf, item: StoredItem): readonly StoredVersion[];
}

/** SharePoint keeps 50 major versions of a list item unless the list is told otherwise. */
const versionsKept = 50;

interface VersionRow {
  version: number;
  fields: string;
  modified: string;
  modified_by: string;
}
interface ItemRow extends VersionRow {
  id: number;
  guid: string;
  created: string;
  created_by: string;
}

const readVersion = (row: VersionRow): StoredVersion => ({
  version: row.version,
  values: JSON.parse(row.fields) as Values,
  modifiedAt: row.modified,
  modifiedBy: JSON.parse(row.modified_by) as Author,
});

const readItem = (row: ItemRow): StoredItem => ({
  ...readVersion(row),
  id: row.id,
  guid: row.guid,
  createdAt: row.created,
  createdBy: JSON.parse(row.created_by) as Author,
});

export function createItemStore(state: State): ItemStore {
  const cells = createCellStore(state);
  const nextId = state
    .prepare<[string], number>('update list set next_item = next_item + 1 where id = ? returning next_item - 1')
    .pluck();
  const insert = state.prepare(
    'insert into item (list, id, guid, version, fields, created, created_by, modified, modified_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const keepVersion = state.prepare(
    'insert into version (list, item, version, fields, modified, modified_by) select list, id, version, fields, modified, modified_by from item where list = ? and id = ?',
  );
  const dropVersions = state.prepare('delete from version where list = ? and item = ? and version <= ?');
  const update = state.prepare(
    'update item set version = ?, fields = ?, modified = ?, modified_by = ? where list = ? and id = ?',
  );
  const remove = state.prepare('delete from item where list = ? and id = ?');
  const find = state.prepare<[string, number], ItemRow>('select * from item where list = ? and id = ?');
  const versions = state.prepare<[string, number], VersionRow>(
    'select * from version where list = ? and item = ? order by version desc',
  );
  const page = state.prepare<[string, number, number], ItemRow>(
    'select * from item where list = ? and id > ? order by id limit ?',
  );
  const count = state
    .prepare<[string, number], number>('select count(*) from (select 1 from item where list = ? limit ?)')
    .pluck();
  // Filled cells lead to their rows by the index; rows without one have to be looked at each.
  const planned = (what: string, { condition, empties }: Plan) =>
    empties
      ? `select ${what} from item i left join cell c on c.list = i.list and c.item = i.id and c.name = ? where i.list = ? and ${condition}`
      : `select ${what} from cell c cross join item i on i.list = c.list and i.id = c.item where c.name = ? and c.list = ? and ${condition}`;

  const seen = 'and exists (select 1 from cell v where v.list = i.list and v.item = i.id and v.name = ? and v.key = ?)';

  return {
    insert: state.transaction((list: RowsOf, item: Omit<StoredItem, 'id'>) => {
      const id = nextId.get(list.id) ?? 1;
      const { guid, version, values, createdAt, createdBy, modifiedAt, modifiedBy } = item;
      insert.run(
        list.id,
        id,
        guid,
        version,
        JSON.stringify(values),
        createdAt,
        JSON.stringify(createdBy),
        modifiedAt,
        JSON.stringify(modifiedBy),
      );
      cells.write(list, id, values);
      return { ...item, id };
    }),
    replace: state.transaction((list: RowsOf, item: StoredItem) => {
      keepVersion.run(list.id, item.id);
      dropVersions.run(list.id, item.id, item.version - versionsKept);
      update.run(
        item.version,
        JSON.stringify(item.values),
        item.modifiedAt,
        JSON.stringify(item.modifiedBy),
        list.id,
        item.id,
      );
      cells.write(list, item.id, item.values);
    }),
    remove: state.transaction((list: RowsOf, id: number) => {
      cells.clear(list, id);
      dropVersions.run(list.id, id, Number.MAX_SAFE_INTEGER);
      remove.run(list.id, id);
    }),
    find(list, id) {
      const row = find.get(list.id, id);
      return row && readItem(row);
    },
    page(list, { after, limit, plan, view }) {
      if (!plan && !view) return page.all(list.id, after, limit).map(readItem);
      const rows = plan ? planned('i.*', plan) : 'select i.* from item i where i.list = ?';
      const keys = plan ? [plan.column, list.id, ...plan.keys] : [list.id];
      const query = state.prepare<unknown[], ItemRow>(`${rows} ${view ? seen : ''} and i.id > ? order by i.id limit ?`);
      return query.all(...keys, ...(view ? [view.column, cellKey(view.equals)] : []), after, limit).map(readItem);
    },
    scanned(list, plan, limit) {
      if (!plan.indexed) return count.get(list.id, limit) ?? 0;
      const query = state.prepare<unknown[], number>(`select count(*) from (${planned('1', plan)} limit ?)`).pluck();
      return query.get(plan.column, list.id, ...plan.keys, limit) ?? 0;
    },
    enforceUnique: (list, column) => cells.mark(list, column),
    versions: (list, item) => [item, ...versions.all(list.id, item.id).map(readVersion)],
  };
}
