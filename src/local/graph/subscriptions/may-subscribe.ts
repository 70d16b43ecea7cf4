import { holdingOf, mayCall } from '../access.ts';
import type { GrantStore } from '../grant-store.ts';
import type { Quirks } from '../quirks.ts';

/**
 * Whether an application may be told of a list's changes. Microsoft's page names `Sites.ReadWrite.All` alone; whether a grant
 * on the site or list does as well nobody has said, so it does only when the quirk says so.
 */
export function maySubscribe(
  { app, roles }: { app: string; roles: readonly string[] },
  { site, list }: { site: string; list: string },
  { grants, quirks }: { grants: GrantStore; quirks: Quirks },
): boolean {
  if (roles.includes('Sites.ReadWrite.All')) return true;
  if (!quirks.selectedMaySubscribe) return false;
  const selected = roles.filter((role) => role.endsWith('.Selected'));
  return mayCall(
    { roles: selected },
    holdingOf(grants, app, site, () => list),
    'write',
  );
}
