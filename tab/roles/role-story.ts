import type { RoleItem } from '../../src/areas/roles/contract.ts';
import { absoluteTime } from '../components/school-time.ts';

/** Who gave a role, who confirmed it and who ended it, as one line; what is not known is left out. */
export function storyOf(item: RoleItem): string {
  const by = (what: string, name?: string, at?: string) =>
    name === undefined ? [] : [`${what} by ${name}${at === undefined ? '' : `, ${absoluteTime(at)}`}`];
  return [
    ...by('Given', item.givenByName, item.givenAt),
    ...by('confirmed', item.confirmedByName),
    ...by('ended', item.endedByName, item.endedAt),
  ].join('; ');
}
