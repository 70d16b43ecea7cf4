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
  readonly site: Role | undefined;
  readonly list: Role | undefined;
}

/** @param list the list's id, when the call is about one that is there */
export function holdingOf(grants: GrantStore, app: string, site: string, list: string | undefined): Holding {
  return {
    site: grants.find({ site, list: '' }, app)?.role,
    list: list === undefined ? undefined : grants.find({ site, list }, app)?.role,
  };
}

function levelBy(permission: string, { site, list }: Holding): Level | undefined {
  if (permission === 'Sites.Selected') return site && levelOf(site);
  if (permission !== 'Lists.SelectedOperations.Selected') return everywhere[permission];
  // Whoever holds a list alone may not hand it on: that takes the site, or a permission for all of them.
  const level = list && levelOf(list);
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
