import type { ActNoted } from '../journal/acts-after.ts';
import type { Change } from './change.ts';

/**
 * What an act may have changed: the journal has the ids of its records and the names of the fields written, but not which id is
 * of which type, so each is paired with each. A pair that is no record is found to be none.
 * @param watched names of the record types that anybody is told of
 */
export function changesOfAct(tenant: string, act: ActNoted, watched: ReadonlySet<string>): readonly Change[] {
  const written = new Map<string, string[]>();
  for (const name of act.fields) {
    const [type = '', field = ''] = name.split('.');
    if (watched.has(type)) written.set(type, [...(written.get(type) ?? []), field]);
  }
  return [...written].flatMap(([type, fields]) => act.subjects.map((id) => ({ tenant, type, id, fields })));
}
