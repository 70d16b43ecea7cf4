import type { State } from '../state.ts';
import type { Caller } from './caller.ts';
import type { Column } from './column.ts';
import { nameTaken } from './graph-fault.ts';

/** A list as the tenant keeps it. */
export interface StoredList {
  readonly id: string;
  /** The site's three-part id. */
  readonly siteId: string;
  readonly displayName: string;
  readonly description: string;
  /** Absent in a generic list. */
  readonly template?: 'documentLibrary';
  /** ISO-8601, whole seconds. */
  readonly createdAt: string;
  readonly modifiedAt: string;
  readonly version: number;
  readonly createdBy: Pick<Caller, 'appId' | 'name'>;
  /** The columns that callers made; those of the template are not among them. */
  readonly columns: readonly Column[];
}

export interface ListStore {
  /** @throws GraphFault 409 when the site has a list of this display name */
  insert(list: StoredList): void;
  replace(list: StoredList): void;
  /** With all its rows, and whatever was known of them. */
  remove(list: StoredList): void;
  ofSite(siteId: string): readonly StoredList[];
  /** @param key id or display name, however cased */
  find(siteId: string, key: string): StoredList | undefined;
}

interface Row {
  definition: string;
}
const read = ({ definition }: Row) => JSON.parse(definition) as StoredList;

export function createListStore(state: State): ListStore {
  const insert = state.prepare(
    'insert into list (id, site, title_key, definition) values (?, ?, ?, ?) on conflict (site, title_key) do nothing',
  );
  const replace = state.prepare('update list set definition = ? where id = ?');
  const ofSite = state.prepare<[string], Row>('select definition from list where site = ? order by title_key');
  const find = state.prepare<[string, string, string], Row>(
    'select definition from list where site = ? and (id = ? or title_key = ?)',
  );
  const removals = [
    ...['cell', 'version', 'item', 'change', 'file', 'app_grant', 'subscription'].map((table) =>
      state.prepare<[string]>(`delete from ${table} where list = ?`),
    ),
    state.prepare<[string]>('delete from list where id = ?'),
  ];
  return {
    remove: state.transaction(({ id }: StoredList) => {
      for (const removal of removals) removal.run(id);
    }),
    insert(list) {
      const { changes } = insert.run(list.id, list.siteId, list.displayName.toLowerCase(), JSON.stringify(list));
      if (changes === 0) throw nameTaken('The specified name is already in use.');
    },
    replace: (list) => void replace.run(JSON.stringify(list), list.id),
    ofSite: (siteId) => ofSite.all(siteId).map(read),
    find(siteId, key) {
      const row = find.get(siteId, key.toLowerCase(), key.toLowerCase());
      return row && read(row);
    },
  };
}
