import type { Caller } from './caller.ts';
import type { GrantStore } from './grant-store.ts';
import { levelOf, type Role } from './role.ts';
import type { Level } from './site.ts';

const ranks: Readonly<Record<Level, number>> = { read: 1, write: 2, manage: 3, fullcontrol: 4 };

/** Application permissions that hold on every site. */
const everywhere: Readonly<Record<string, Level>> = {
  'Sites.Read.All': 'read',
  'Sites.ReadWrite.All': 'write',
  'Sites.Manage.All': 'manage',
  'Sites.FullControl.All': 'fullcontrol',
};

/** What was granted to the calling application: on the site, and on the list that the call is about. */
export interface Holding {
  site(): Role | undefined;
  list(): Role | undefined;
}

/** @param list finds the id of the list that the call is about, when there is one */
export const holdingOf = (grants: GrantStore, app: string, site: string, list: () => string | undefined): Holding => ({
  site: () => grants.find({ site, list: '' }, app)?.role,
  list: () => {
    const id = list();
    return id === undefined ? undefined : grants.find({ site, list: id }, app)?.role;
  },
});

function levelBy(permission: string, holding: Holding): Level | undefined {
  if (permission !== 'Sites.Selected' && permission !== 'Lists.SelectedOperations.Selected')
    return everywhere[permission];
  const role = permission === 'Sites.Selected' ? holding.site() : holding.list();
  const level = role && levelOf(role);
  if (permission === 'Sites.Selected') return level;
  // Whoever holds a list alone may not hand it on: that takes the site, or a permission for all of them.
  return level === 'fullcontrol' ? 'manage' : level;
}

/**
 * Whether an application may do this: by a permission that holds everywhere, by `Sites.Selected` together with a grant on
 * the site, or by `Lists.SelectedOperations.Selected` together with one on the list.
 * https://learn.microsoft.com/graph/permissions-selected-overview
 */
export function mayCall({ roles }: Pick<Caller, 'roles'>, holding: Holding, needed: Level): boolean {
  return roles.some((permission) => {
    const level = levelBy(permission, holding);
    return level !== undefined && ranks[level] >= ranks[needed];
  });
}
