import type { Call } from './call.ts';

/** A call about the tenant itself rather than about one of its SharePoint sites. */
export interface TenantCall extends Omit<Call, 'site'> {
  /** As the caller wrote it, without the query: `/v1.0/…`. */
  readonly path: string;
}

/**
 * Whether an application holds one of these sets of application permissions, each set whole.
 * @param sets names joined by `+` where Microsoft's page asks for several together
 */
export function holdsAny({ caller }: Pick<TenantCall, 'caller'>, sets: readonly string[]): boolean {
  return sets.some((set) => set.split('+').every((role) => caller.roles.includes(role)));
}
