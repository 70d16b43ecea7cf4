import type { State } from '../state.ts';
import type { RowsOf } from '../graph/cell-store.ts';
import { nameTaken } from '../graph/graph-fault.ts';
import type { ItemStore, StoredItem } from '../graph/item-store.ts';
import type { StoredBytes } from './blobs.ts';
import { driveItemId } from './drive-id.ts';

/** The bytes of a file. `version` grows with each new content, and with nothing else. */
export interface Content extends StoredBytes {
  readonly version: number;
}

/** A file or folder of a library, beside its row. */
export interface StoredFile {
  /** The list's id. */
  readonly list: string;
  /** Its row in the list. */
  readonly item: number;
  /** Its id in the drive. */
  readonly key: string;
  /** The row of its folder; 0 for the root. */
  readonly parent: number;
  readonly name: string;
  /** null for a folder. */
  readonly content: Content | null;
}

export type Placed = Pick<StoredFile, 'parent' | 'name' | 'content'>;

export interface FileStore {
  /** @throws GraphFault 409 when the folder holds something of this name */
  add(list: RowsOf, item: Omit<StoredItem, 'id'>, file: Placed): StoredFile;
  /** Puts a row and its bytes in the place of those before. */
  replace(list: RowsOf, item: StoredItem, content: Content): void;
  /** Removes a file, or a folder with all that it holds. @returns the bytes that nothing points to any more */
  remove(list: RowsOf, item: number): readonly string[];
  find(list: RowsOf, item: number): StoredFile | undefined;
  /** @param key its id in the drive */
  byKey(key: string): StoredFile | undefined;
  named(list: RowsOf, parent: number, name: string): StoredFile | undefined;
  /** What a folder holds, by row; up to `limit` of them after the row `after`. */
  children(list: RowsOf, parent: number, page?: { after: number; limit: number }): readonly StoredFile[];
  /** The bytes that files point to. */
  blobs(): readonly string[];
}

interface Row extends Omit<StoredFile, 'content'> {
  content: string | null;
}

const read = (row: Row | undefined): StoredFile | undefined =>
  row && { ...row, content: row.content === null ? null : (JSON.parse(row.content) as Content) };

const columns = 'list, item, key, parent, name, content';

export function createFileStore(state: State, items: ItemStore): FileStore {
  const insert = state.prepare(
    'insert into file (list, item, key, parent, name, name_key, content) values (?, ?, ?, ?, ?, ?, ?) on conflict (list, parent, name_key) do nothing',
  );
  const update = state.prepare('update file set content = ? where list = ? and item = ?');
  const drop = state.prepare('delete from file where list = ? and item = ?');
  const find = state.prepare<[string, number], Row>(`select ${columns} from file where list = ? and item = ?`);
  const byKey = state.prepare<[string], Row>(`select ${columns} from file where key = ?`);
  const named = state.prepare<[string, number, string], Row>(
    `select ${columns} from file where list = ? and parent = ? and name_key = ?`,
  );
  const children = state.prepare<[string, number, number, number], Row>(
    `select ${columns} from file where list = ? and parent = ? and item > ? order by item limit ?`,
  );
  const pointedTo = state
    .prepare<[], string>("select json_extract(content, '$.blob') from file where content is not null")
    .pluck();

  const store: FileStore = {
    add: state.transaction((list: RowsOf, item: Omit<StoredItem, 'id'>, file: Placed) => {
      const { id } = items.insert(list, item);
      const key = driveItemId(item.guid);
      const told = file.content === null ? null : JSON.stringify(file.content);
      const { changes } = insert.run(list.id, id, key, file.parent, file.name, file.name.toLowerCase(), told);
      if (changes === 0) throw nameTaken('The specified item name already exists.');
      return { list: list.id, item: id, key, ...file };
    }),
    replace: state.transaction((list: RowsOf, item: StoredItem, content: Content) => {
      items.replace(list, item);
      update.run(JSON.stringify(content), list.id, item.id);
    }),
    remove: state.transaction((list: RowsOf, item: number): readonly string[] => {
      const inside = store.children(list, item).flatMap((child) => store.remove(list, child.item));
      const content = store.find(list, item)?.content;
      drop.run(list.id, item);
      items.remove(list, item);
      return content ? [...inside, content.blob] : inside;
    }),
    find: (list, item) => read(find.get(list.id, item)),
    byKey: (key) => read(byKey.get(key)),
    named: (list, parent, name) => read(named.get(list.id, parent, name.toLowerCase())),
    children: (list, parent, { after, limit } = { after: 0, limit: -1 }) =>
      children.all(list.id, parent, after, limit).flatMap((row) => read(row) ?? []),
    blobs: () => pointedTo.all(),
  };
  return store;
}
