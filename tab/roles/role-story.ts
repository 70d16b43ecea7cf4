import type { RoleItem } from '../../src/areas/roles/contract.ts';
import { absoluteTime } from '../components/school-time.ts';
import { daysText } from './days-text.ts';

/**
 * On which days somebody is asked first, who gave a role, or that a group did, who confirmed it and who ended it, as one line; what is
 * not known is left out.
 */
export function storyOf(item: RoleItem): string {
  const by = (what: string, name?: string, at?: string) =>
    name === undefined ? [] : [`${what} by ${name}${at === undefined ? '' : `, ${absoluteTime(at)}`}`];
  const since = item.givenAt === undefined ? '' : `, ${absoluteTime(item.givenAt)}`;
  const given = item.fed
    ? [`from the Entra group${since}`, ...(item.standing === 'in-force' ? ['ends when they leave the group'] : [])]
    : by('given', item.givenByName, item.givenAt);
  const story = [
    ...(item.days === undefined ? [] : [`asked first on ${daysText(item.days)}`]),
    ...given,
    ...by('confirmed', item.confirmedByName),
    ...by('ended', item.endedByName, item.endedAt),
  ].join('; ');
  return story.charAt(0).toUpperCase() + story.slice(1);
}
