import type { AccessItem } from '../../src/areas/need-to-know/contract.ts';
import { absoluteTime } from '../components/school-time.ts';

type Told = Pick<AccessItem, 'kind' | 'givenAt' | 'givenByName'> &
  Partial<Pick<AccessItem, 'until' | 'seenByName' | 'seenAt' | 'endedByName' | 'endedAt' | 'inForce'>>;

const begun: Readonly<Record<AccessItem['kind'], string>> = {
  circle: 'Given',
  'break-glass': 'Opened',
  conflict: 'Declared',
  subject: 'Kept from it',
};

/** Who gave, opened or declared it, until when, who has seen it and who ended it, as one line. */
export function accessStory(item: Told): string {
  const by = (what: string, name: string | undefined, at?: string) =>
    name === undefined ? [] : [`${what} by ${name}${at === undefined ? '' : `, ${absoluteTime(at)}`}`];
  const until =
    item.until === undefined || item.endedAt !== undefined ? [] : [`until ${endText(item.kind, item.until)}`];
  return [
    ...by(begun[item.kind], item.givenByName, item.givenAt),
    ...until,
    ...by('seen', item.seenByName, item.seenAt),
    ...by('ended', item.endedByName, item.endedAt),
  ].join('; ');
}

/** When it ends. A case is given until the end of a day, which is its last minute and not the first of the next. */
export const endText = (kind: AccessItem['kind'], until: string): string =>
  absoluteTime(kind === 'circle' ? new Date(Date.parse(until) - 60_000).toISOString() : until);
