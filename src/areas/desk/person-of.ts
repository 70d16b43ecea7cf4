import type { Actor } from '../../access/types.ts';
import { deskViews } from './contract.ts';

interface Abilities {
  readonly actor: Actor;
  may(verb: string): boolean;
}

/**
 * What the desk must know of somebody before it asks for anything of a child's.
 * @param schools the tenant's schools, with their names
 */
export const personOf =
  (schools: readonly { readonly id: string; readonly name: string }[]) =>
  ({ actor, may }: Abilities) => ({
    name: actor.name,
    school: schools.find(({ id }) => id === actor.school)?.name ?? '',
    leads: may('list-concerns'),
    reads: may('list-routed'),
    views: deskViews.filter(({ verb }) => may(verb)).map(({ id }) => id),
  });
