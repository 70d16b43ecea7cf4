/**
 * Who wants to be told that a list changed, and what they have not been told yet. `told` is the place in the list's changes up
 * to which a notification was made; moments are milliseconds on the tenant's clock.
 */
export const subscriptionLayout = `
  create table subscription (
    id text primary key,
    app text not null,
    site text not null,
    list text not null,
    definition text not null,
    renewed integer not null,
    expires integer not null,
    told integer not null,
    paused integer not null default 0,
    warned integer not null default 0
  ) strict, without rowid;
  create table notification (
    subscription text not null,
    kind text not null,
    since integer not null,
    tries integer not null,
    next integer not null,
    primary key (subscription, kind)
  ) strict, without rowid;
`;
