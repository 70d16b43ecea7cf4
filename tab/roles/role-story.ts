import type { RoleItem } from '../../src/areas/roles/contract.ts';
import { absoluteTime } from '../components/school-time.ts';
import { daysText } from './days-text.ts';

/** On which days somebody is asked first, who gave a role, who confirmed it and who ended it, as one line; what is not known is left out. */
export function storyOf(item: RoleItem): string {
  const by = (what: string, name?: string, at?: string) =>
    name === undefined ? [] : [`${what} by ${name}${at === undefined ? '' : `, ${absoluteTime(at)}`}`];
  const story = [
    ...(item.days === undefined ? [] : [`asked first on ${daysText(item.days)}`]),
    ...by('given', item.givenByName, item.givenAt),
    ...by('confirmed', item.confirmedByName),
    ...by('ended', item.endedByName, item.endedAt),
  ].join('; ');
  return story.charAt(0).toUpperCase() + story.slice(1);
}
