import Database from 'better-sqlite3-multiple-ciphers';
import { changeLayout } from './change-layout.ts';
import { filesLayout } from './files/layout.ts';
import { grantLayout } from './grant-layout.ts';
import { subscriptionLayout } from './subscription-layout.ts';
import { transcriptLayout } from './transcript-layout.ts';
import { workloadTables } from './workload-tables.ts';

/** The local tenant's rows: lists with their columns, items, earlier versions of items, files. */
export type State = Database.Database;

/**
 * `cell` holds one line for each filled column that SharePoint can filter. Its partial unique index is what makes a
 * column unique, so no order of requests can leave two rows with the same value.
 */
const rows = `
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

/** The place after a list's newest change. */
const place = (list: string) => `(select coalesce(max(place), 0) + 1 from change where list = ${list})`;

/**
 * The place of each row's newest change in the order of its list's changes; a deleted row keeps its line. Triggers write
 * it, so that no write can be forgotten by those who follow the list.
 */
const changes = `
  create table change (
    list text not null,
    item integer not null,
    place integer not null,
    deleted integer not null,
    primary key (list, item)
  ) strict, without rowid;
  create unique index change_place on change (list, place);
  insert into change (list, item, place, deleted) select list, id, id, 0 from item;
  create trigger item_made after insert on item begin
    insert into change (list, item, place, deleted) values (new.list, new.id, ${place('new.list')}, 0);
  end;
  create trigger item_changed after update on item begin
    update change set place = ${place('new.list')} where list = new.list and item = new.id;
  end;
  create trigger item_deleted after delete on item begin
    update change set place = ${place('old.list')}, deleted = 1 where list = old.list and item = old.id;
  end;
`;

/** Each brings the file one layout further; only ever add to the end. */
const layouts: readonly string[] = [
  rows,
  changes,
  workloadTables,
  grantLayout,
  subscriptionLayout,
  changeLayout,
  filesLayout,
  transcriptLayout,
];

/**
 * Opens the file with the tenant's rows, making it when there is none. What was answered survives the death of the
 * process (WAL); a power cut may take the last moments, which a demonstration can bear.
 * @throws Error when the file was written by a newer layout of these tables
 */
export function openState(file: string): State {
  const state = new Database(file);
  state.pragma('journal_mode = wal');
  state.pragma('synchronous = normal');
  const found = Number(state.pragma('user_version', { simple: true }));
  if (found > layouts.length) {
    state.close();
    throw new Error(
      `the local tenant's rows were written by a newer Lantern (layout ${found}, not ${layouts.length}): begin anew with an empty data folder`,
    );
  }
  const bringUp = layouts.slice(found).join('\n');
  state.transaction(() => state.exec(`${bringUp} pragma user_version = ${layouts.length};`))();
  return state;
}
