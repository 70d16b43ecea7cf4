import type { Generated } from 'kysely';
import type { ConflictTable, DraftTable, SeenTable } from '../../records/table.ts';
import type { ChannelReference } from '../../ports/channels.ts';
import type { ConversationReference } from '../../ports/references.ts';
import type { HeldEntry } from '../held-entry.ts';

/** The operational store's own tables; record tables come from the record definitions (schema.ts). */
export interface Tables {
  inbox: { tenant: string; person: string; form: string; digest: string; answer: string; at: string };
  counter: { tenant: string; counter: string; next: number };
  outbox: {
    id: Generated<number>;
    tenant: string;
    channel: 'sharepoint' | 'message';
    lane: string;
    act: string;
    payload: string;
    state: 'waiting' | 'stopped';
    attempts: number;
    dueAt: string;
    leaseUntil: string | null;
    fence: number;
    createdAt: string;
    code: string | null;
  };
  conflict: ConflictTable & { outboxId: number };
  journal: HeldEntry;
  delivered: { tenant: string; person: string; kind: string; about: string; activityId: string; at: string };
  reference: ConversationReference;
  channelReference: ChannelReference;
  seen: SeenTable;
  draft: Omit<DraftTable, 'id'> & { id: Generated<number> };
  journalMark: { tenant: string; filedN: number; filedHash: string; anchoredN: number; anchoredAt: string | null };
}

/**
 * Forward-only steps; the n-th brings a database from version n to n+1. Never edit one that has been released.
 * `journal` keeps its rowid: a look at a page makes a row of more than a kilobyte, which a table without one would put on a
 * page of its own, to be encrypted and synced with each look.
 * `outbox` rows go when their work is confirmed, and `conflict` rows with them; secure_delete overwrites them.
 */
export const migrations: readonly string[] = [
  `create table inbox (tenant text, person text, form text, digest text, answer text not null, at text not null,
     primary key (tenant, person, form, digest)) without rowid;
   create table counter (tenant text, counter text, next integer not null, primary key (tenant, counter)) without rowid;
   create table outbox (id integer primary key autoincrement, tenant text not null, channel text not null, lane text not null,
     act text not null, payload text not null, state text not null, attempts integer not null, dueAt text not null,
     leaseUntil text, fence integer not null, createdAt text not null, code text);
   create index outboxLane on outbox (channel, lane, id);
   create table journal (tenant text not null, n integer not null, at text not null, actor text not null, act text not null, verb text not null,
     about text not null, subjects text not null, outcome text not null, fields text not null, digest text not null,
     hash text not null, primary key (tenant, n));
   create table delivered (tenant text, person text, kind text, about text, activityId text not null, at text not null,
     primary key (tenant, about, person, kind)) without rowid;
   create table reference (tenant text, person text, conversationId text not null, serviceUrl text not null, botId text not null,
     teamsUserId text not null, primary key (tenant, person)) without rowid;`,
  `create table conflict (outboxId integer not null references outbox (id) on delete cascade, field text not null, base text, ours text not null,
     theirs text not null, primary key (outboxId, field));`,
  `drop table conflict;
   create table conflict (outboxId integer not null references outbox (id) on delete cascade, tenant text not null, record text not null,
     subject text not null, field text not null, base text, ours text not null, theirs text not null, primary key (outboxId, field));
   create index conflictSubject on conflict (tenant, record, subject);`,
  `create table seen (tenant text, person text, subject text, upto text not null, primary key (tenant, person, subject)) without rowid;`,
  `create table journalMark (tenant text primary key, filedN integer not null, filedHash text not null, anchoredN integer not null,
     anchoredAt text) without rowid;`,
  `create table synced (tenant text, school text, record text, link text, enumerating integer not null, again integer not null,
     learning integer not null, primary key (tenant, school, record)) without rowid;
   create table toRead (tenant text, school text, record text, itemId text, primary key (tenant, school, record, itemId)) without rowid;
   create table outside (id integer primary key autoincrement, tenant text not null, school text not null, record text not null,
     kind text not null, subject text not null, itemId text not null, etag text not null, fields text not null);`,
  `alter table outside add column by text;`,
  // A restore makes it too, in a backup that may be older than this step.
  `create table if not exists restored (at text not null);`,
  // What leads from a person or a record to its entries. Made of the journal afterwards, so an older database's is made by itself.
  `create table journalWord (id integer primary key, tenant text not null, word text not null, unique (tenant, word));
   create table journalPlace (word integer not null, n integer not null, primary key (word, n)) without rowid;
   create table journalListed (word integer not null, actor text not null, about text not null, first text not null, last text not null,
     times integer not null, primary key (word, actor, about)) without rowid;
   create table journalDay (tenant text, day text, first integer not null, last integer not null, primary key (tenant, day)) without rowid;
   create table journalIndexed (tenant text primary key, n integer not null) without rowid;`,
  `alter table journal add column door text;
   alter table journal add column rights text;`,
  `create table draft (id integer primary key autoincrement, tenant text not null, subject text not null, bytes text not null);
   create index draftSubject on draft (tenant, subject, id);`,
  `create table channelReference (tenant text, channel text, team text not null, teamName text not null, name text not null,
     membership text not null, serviceUrl text not null, botId text not null, primary key (tenant, channel)) without rowid;`,
];
