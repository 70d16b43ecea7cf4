import { badRequest } from '../graph/graph-fault.ts';

/** What happens when the name is taken. https://learn.microsoft.com/graph/api/resources/driveitem#instance-attributes */
export type Conflict = 'fail' | 'replace' | 'rename';

const known: readonly string[] = ['fail', 'replace', 'rename'] satisfies readonly Conflict[];
export const conflictAnnotation = '@microsoft.graph.conflictBehavior';

/** @throws GraphFault 400 for another word */
export function readConflict(word: unknown, usual: Conflict): Conflict {
  if (word === undefined || word === null) return usual;
  if (typeof word !== 'string' || !known.includes(word))
    throw badRequest(`Invalid value specified for '${conflictAnnotation}'.`);
  return word as Conflict;
}
