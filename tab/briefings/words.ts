import type { BriefingItem } from '../../src/areas/briefings/contract.ts';
import { briefingAudience } from '../../src/areas/briefings/fields.ts';
import { grantableRole } from '../../src/areas/people/fields.ts';

/** `1 person`, `12 people`. */
export const peopleText = (count: number): string => (count === 1 ? '1 person' : `${String(count)} people`);

/** Whom it is for: everybody, certain roles by name, named people. */
export function audienceText({ audience, roles }: Pick<BriefingItem, 'audience' | 'roles'>): string {
  const names: Readonly<Record<string, string>> = grantableRole;
  if (audience === 'roles' && roles) return roles.map((role) => names[role] ?? role).join(', ');
  return briefingAudience[audience] ?? audience;
}

/** What is said after a briefing was sent or chased of those whom no chat reaches. */
export const unreachableText = (count: number): string =>
  count === 0
    ? ''
    : ` ${peopleText(count)} could not be reached in Teams: they have no chat with Lantern yet. Tell them yourself.`;
