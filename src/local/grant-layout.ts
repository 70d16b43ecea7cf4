/**
 * What applications were granted on sites (`list` is empty) and on lists. `seeded_grant` remembers which grants the tenant
 * began with, so that one that was taken away does not come back with the next start.
 */
export const grantLayout = `
  create table app_grant (
    site text not null,
    list text not null,
    app text not null,
    name text not null,
    role text not null,
    primary key (site, list, app)
  ) strict, without rowid;
  create table seeded_grant (
    site text not null,
    app text not null,
    primary key (site, app)
  ) strict, without rowid;
`;
