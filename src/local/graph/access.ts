import type { Caller } from './caller.ts';
import type { Level, LocalSite } from './site.ts';

const ranks: Readonly<Record<Level, number>> = { read: 1, write: 2, manage: 3 };

/** Application permissions that hold on every site. */
const everywhere: Readonly<Record<string, Level>> = {
  'Sites.Read.All': 'read',
  'Sites.ReadWrite.All': 'write',
  'Sites.Manage.All': 'manage',
  'Sites.FullControl.All': 'manage',
};

/**
 * Whether an application may do this on a site: by a permission that holds everywhere, or by `Sites.Selected` together
 * with the site's own grant. https://learn.microsoft.com/graph/permissions-selected-overview
 */
export function mayCall(caller: Caller, site: LocalSite, needed: Level): boolean {
  const held = caller.roles.flatMap((role) => {
    if (role === 'Sites.Selected')
      return site.grants.filter((grant) => grant.appId === caller.appId).map((grant) => grant.level);
    return everywhere[role] ?? [];
  });
  return held.some((level) => ranks[level] >= ranks[needed]);
}
