import type { RoleItem } from '../../src/areas/roles/contract.ts';
import { absoluteTime } from '../components/school-time.ts';

/** Who gave a role, or that a group did, who confirmed it and who ended it, as one line; what is not known is left out. */
export function storyOf(item: RoleItem): string {
  const by = (what: string, name?: string, at?: string) =>
    name === undefined ? [] : [`${what} by ${name}${at === undefined ? '' : `, ${absoluteTime(at)}`}`];
  const since = item.givenAt === undefined ? '' : `, ${absoluteTime(item.givenAt)}`;
  const given = item.fed
    ? [`From the Entra group${since}`, ...(item.standing === 'in-force' ? ['ends when they leave the group'] : [])]
    : by('Given', item.givenByName, item.givenAt);
  return [...given, ...by('confirmed', item.confirmedByName), ...by('ended', item.endedByName, item.endedAt)].join(
    '; ',
  );
}
