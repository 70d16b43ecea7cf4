/**
 * What a file or folder of a library is beside its row in `item`: where it lies, what it is called, where its bytes are.
 * `parent` is the row of its folder, 0 for the root. `content` is JSON, null for a folder. The unique index is what keeps
 * two files of one name out of a folder, whatever the order of requests.
 */
const file = `
  create table file (
    list text not null,
    item integer not null,
    key text not null,
    parent integer not null,
    name text not null,
    name_key text not null,
    content text,
    primary key (list, item)
  ) strict, without rowid;
  create unique index file_name on file (list, parent, name_key);
  create unique index file_key on file (key);
`;

/** Uploads that are under way. Nothing of them shows in a library before the last byte. */
const session = `
  create table upload_session (
    id text primary key,
    expires integer not null,
    definition text not null
  ) strict, without rowid;
`;

/** Files and uploads, one layout of the tenant's rows. */
export const filesLayout = `${file}${session}`;
