import Database from 'better-sqlite3-multiple-ciphers';

/** The local tenant's rows: lists with their columns, items, earlier versions of items. */
export type State = Database.Database;

/** Counts up when the tables change: old demonstration data is then refused, not misread. */
const layout = 1;

/**
 * `cell` holds one line for each filled column that SharePoint can filter. Its partial unique index is what makes a
 * column unique, so no order of requests can leave two rows with the same value.
 */
const tables = `
  create table list (
    id text primary key,
    site text not null,
    title_key text not null,
    next_item integer not null default 1,
    definition text not null,
    unique (site, title_key)
  ) strict, without rowid;
  create table item (
    list text not null,
    id integer not null,
    guid text not null,
    version integer not null,
    fields text not null,
    created text not null,
    created_by text not null,
    modified text not null,
    modified_by text not null,
    primary key (list, id)
  ) strict, without rowid;
  create table cell (
    list text not null,
    name text not null,
    key any not null,
    item integer not null,
    sole integer not null,
    primary key (list, name, key, item)
  ) strict, without rowid;
  create unique index cell_sole on cell (list, name, key) where sole = 1;
  create index cell_item on cell (list, item);
  create table version (
    list text not null,
    item integer not null,
    version integer not null,
    fields text not null,
    modified text not null,
    modified_by text not null,
    primary key (list, item, version)
  ) strict, without rowid;
`;

/**
 * Opens the file with the tenant's rows, making it when there is none. What was answered survives the death of the
 * process (WAL); a power cut may take the last moments, which a demonstration can bear.
 * @throws Error when the file was written by another layout of these tables
 */
export function openState(file: string): State {
  const state = new Database(file);
  state.pragma('journal_mode = wal');
  state.pragma('synchronous = normal');
  const found = state.pragma('user_version', { simple: true });
  if (found === 0) {
    state.transaction(() => state.exec(`${tables} pragma user_version = ${layout};`))();
  } else if (found !== layout) {
    state.close();
    throw new Error(
      `the local tenant's rows have another layout (${String(found)}, not ${layout}): begin anew with an empty data folder`,
    );
  }
  return state;
}
