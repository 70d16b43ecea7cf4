/**
 * Rows of what the tenant holds beside SharePoint: what changed about people and groups, which are data themselves; events,
 * one line for each calendar; what was sent to people; where apps are installed; presence set by hand.
 */
export const workloadTables = `
  create table person_change (
    id text primary key,
    place integer not null unique,
    change text not null
  ) strict, without rowid;
  create table member_change (
    circle text not null,
    member text not null,
    present integer not null,
    primary key (circle, member)
  ) strict, without rowid;
  create table event (
    id text primary key,
    mailbox text not null,
    uid text not null,
    transaction_id text,
    definition text not null
  ) strict, without rowid;
  create index event_uid on event (uid);
  create index event_mailbox on event (mailbox);
  create unique index event_transaction on event (mailbox, transaction_id) where transaction_id is not null;
  create table kept (
    n integer primary key,
    kind text not null,
    entry text not null
  ) strict;
  create table install (
    place text not null,
    app text not null,
    primary key (place, app)
  ) strict, without rowid;
  create table presence (
    person text primary key,
    shown text not null
  ) strict, without rowid;
`;
