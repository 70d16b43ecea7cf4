import type { Actor, Identity } from './types.ts';
import { reachOf } from './reach.ts';
import type { Rules } from './rules.ts';

/**
 * What a person may do at all, before any record is looked at: which view to begin with. Shows nothing, so nothing is journalled.
 * @param actorOf reads the person's roles as they are now
 */
export function createAbilities(rules: Rules, actorOf: (identity: Identity) => Promise<{ readonly actor: Actor }>) {
  return async (identity: Identity) => {
    const { actor } = await actorOf(identity);
    const reach = (verb: string) => reachOf(rules(verb), actor);
    return {
      actor,
      may: (verb: string) => reach(verb).length > 0,
      /** Schools of whose records they may do it. */
      schools: (verb: string) => [...new Set(reach(verb).flatMap(({ schools = [] }) => schools))],
    };
  };
}
