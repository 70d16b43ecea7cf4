const text = 'text collate "C"';

/**
 * Forward-only steps; the n-th brings a database from version n to n+1. Never edit one that has been released.
 * Text is compared byte by byte (`collate "C"`), as SQLite does it: instants and ids sort the same on both engines.
 * `chain` holds the head of each tenant's journal; who adds to the journal locks it first, so all acts and looks of a tenant
 * stand in one order.
 * `json_group_array` is SQLite's name for it: the areas' queries are one text for both engines.
 */
export const migrations: readonly string[] = [
  `create table inbox (tenant ${text}, person ${text}, form ${text}, digest ${text}, answer text not null, at ${text} not null,
     primary key (tenant, person, form, digest));
   create table counter (tenant ${text}, counter ${text}, next integer not null, primary key (tenant, counter));
   create table outbox (id bigint generated always as identity primary key, tenant ${text} not null, channel ${text} not null,
     lane ${text} not null, act ${text} not null, payload jsonb not null, state ${text} not null, attempts integer not null,
     "dueAt" ${text} not null, "leaseUntil" ${text}, fence integer not null, "createdAt" ${text} not null, code ${text});
   create index "outboxLane" on outbox (channel, lane, id);
   create table conflict ("outboxId" bigint not null references outbox (id) on delete cascade, tenant ${text} not null,
     record ${text} not null, subject ${text} not null, field ${text} not null, base text, ours text not null, theirs text not null,
     primary key ("outboxId", field));
   create index "conflictSubject" on conflict (tenant, record, subject);
   create table chain (tenant ${text} primary key, n bigint not null, hash ${text} not null);
   create table journal (tenant ${text} not null, n bigint not null, at ${text} not null, actor ${text} not null, act ${text} not null,
     verb ${text} not null, about ${text} not null, subjects text not null, outcome ${text} not null, fields text not null,
     digest ${text} not null, hash ${text} not null, primary key (tenant, n));
   create table delivered (tenant ${text}, person ${text}, kind ${text}, about ${text}, "activityId" ${text} not null, at ${text} not null,
     primary key (tenant, about, person, kind));
   create table reference (tenant ${text}, person ${text}, "conversationId" text not null, "serviceUrl" text not null,
     "botId" text not null, "teamsUserId" text not null, primary key (tenant, person));
   create function json_pushed(jsonb, anyelement) returns jsonb language sql immutable as 'select $1 || jsonb_build_array($2)';
   create function json_written(jsonb) returns text language sql immutable as 'select $1::text';
   create aggregate json_group_array(anyelement) (sfunc = json_pushed, stype = jsonb, initcond = '[]', finalfunc = json_written);`,
  // Rows come and go: what was filed shall not lie about as a dead row until a fifth of the table has changed.
  `alter table outbox set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 50);`,
  `create table seen (tenant ${text}, person ${text}, subject ${text}, upto ${text} not null, primary key (tenant, person, subject));`,
  `create table "journalMark" (tenant ${text} primary key, "filedN" bigint not null, "filedHash" ${text} not null,
     "anchoredN" bigint not null, "anchoredAt" ${text});`,
  `create table synced (tenant ${text}, school ${text}, record ${text}, link text, enumerating integer not null,
     again integer not null, learning integer not null, primary key (tenant, school, record));
   create table "toRead" (tenant ${text}, school ${text}, record ${text}, "itemId" ${text},
     primary key (tenant, school, record, "itemId"));
   create table outside (id bigint generated always as identity primary key, tenant ${text} not null, school ${text} not null,
     record ${text} not null, kind ${text} not null, subject ${text} not null, "itemId" ${text} not null, etag text not null,
     fields jsonb not null);`,
  `alter table outside add column by text;`,
  // Bytes that were sealed once and go again soon: packing them would cost time and win nothing.
  `create table spool (id ${text} primary key, tenant ${text} not null, at ${text} not null, about bytea not null, size integer not null,
     arrived integer not null, "claimedUntil" timestamptz);
   create table "spoolRange" (id ${text} not null references spool (id) on delete cascade, "from" integer not null, "to" integer not null,
     bytes bytea not null, primary key (id, "from"));
   alter table "spoolRange" alter column bytes set storage external;
   alter table "spoolRange" set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 50);`,
  // What leads from a person or a record to its entries. Made of the journal afterwards, so an older database's is made by itself.
  `create table "journalWord" (id bigint generated always as identity primary key, tenant ${text} not null, word ${text} not null,
     unique (tenant, word));
   create table "journalPlace" (word bigint not null, n bigint not null, primary key (word, n));
   create table "journalListed" (word bigint not null, actor ${text} not null, about ${text} not null, first ${text} not null,
     last ${text} not null, times integer not null, primary key (word, actor, about));
   create table "journalDay" (tenant ${text}, day ${text}, first bigint not null, last bigint not null, primary key (tenant, day));
   create table "journalIndexed" (tenant ${text} primary key, n bigint not null);`,
  `alter table journal add column door ${text}, add column rights text;`,
  `create table draft (id bigint generated always as identity primary key, tenant ${text} not null, subject ${text} not null,
     bytes text not null);
   create index "draftSubject" on draft (tenant, subject, id);`,
  `create table "channelReference" (tenant ${text}, channel ${text}, team ${text} not null, "teamName" ${text} not null,
     name ${text} not null, membership ${text} not null, "serviceUrl" text not null, "botId" text not null,
     primary key (tenant, channel));`,
];
