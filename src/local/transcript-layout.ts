/** Transcripts of online meetings, by the event that they belong to; and whose meetings no policy lets an application reach. */
export const transcriptLayout = `
  create table transcript (
    id text primary key,
    uid text not null,
    definition text not null
  ) strict, without rowid;
  create index transcript_uid on transcript (uid);
  create table closed_organiser (
    person text primary key
  ) strict, without rowid;
`;
