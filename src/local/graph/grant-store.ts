import type { State } from '../state.ts';
import type { Role } from './role.ts';
import { siteId, type LocalSite } from './site.ts';

/** Where a grant holds: on a site, or on one of its lists alone. */
export interface Granted {
  /** The site's three-part id. */
  readonly site: string;
  /** The list's id; empty for the site itself. */
  readonly list: string;
}

/** What one application may do there. It has at most one grant in each place. */
export interface Grant extends Granted {
  readonly app: string;
  /** The application's display name, as whoever granted it wrote it. */
  readonly name: string;
  readonly role: Role;
}

export interface GrantStore {
  find(on: Granted, app: string): Grant | undefined;
  all(on: Granted): readonly Grant[];
  /** @returns false when the application has a grant there already, which then stays */
  add(grant: Grant): boolean;
  replace(grant: Grant): void;
  remove(grant: Grant): void;
}

export function createGrantStore(state: State): GrantStore {
  const find = state.prepare<[string, string, string], Grant>(
    'select * from app_grant where site = ? and list = ? and app = ?',
  );
  const all = state.prepare<[string, string], Grant>(
    'select * from app_grant where site = ? and list = ? order by app',
  );
  const insert = state.prepare(
    'insert into app_grant (site, list, app, name, role) values (@site, @list, @app, @name, @role) on conflict do nothing',
  );
  const update = state.prepare('update app_grant set role = @role where site = @site and list = @list and app = @app');
  const remove = state.prepare('delete from app_grant where site = @site and list = @list and app = @app');
  return {
    find: ({ site, list }, app) => find.get(site, list, app.toLowerCase()),
    all: ({ site, list }) => all.all(site, list),
    add: (grant) => insert.run({ ...grant, app: grant.app.toLowerCase() }).changes === 1,
    replace: (grant) => void update.run(grant),
    remove: (grant) => void remove.run(grant),
  };
}

/** Gives the applications what a site is described with, each once in the life of the tenant's state. */
export function seedGrants(state: State, sites: readonly LocalSite[]): void {
  const mark = state.prepare('insert into seeded_grant (site, app) values (?, ?) on conflict do nothing');
  const grants = createGrantStore(state);
  state.transaction(() => {
    for (const site of sites) {
      for (const { appId, level } of site.grants) {
        const app = appId.toLowerCase();
        if (mark.run(siteId(site), app).changes === 1)
          grants.add({ site: siteId(site), list: '', app, name: '', role: level });
      }
    }
  })();
}
