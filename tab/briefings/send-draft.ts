import type { SendBriefingRequest } from '../../src/areas/briefings/contract.ts';

/** What stands in the form of a new briefing. */
export interface SendDraft {
  readonly school: string;
  readonly heading: string;
  readonly words: string;
  readonly policyUrl: string;
  readonly readBy: string;
  readonly audience: SendBriefingRequest['audience'];
  readonly roles: SendBriefingRequest['roles'];
  readonly people: readonly string[];
}

export const emptySend = (school: string): SendDraft => ({
  ...{ school, heading: '', words: '', policyUrl: '', readBy: '', audience: 'everybody', roles: [], people: [] },
});

/** Whether a text is a web address over https, or empty. */
export const isLink = (text: string): boolean =>
  text.trim() === '' ||
  (/^https:\/\/[^\s/]+/i.test(text.trim()) && URL.canParse(text.trim()) && !/\s/.test(text.trim()));

/** What is still missing, by the field that says so. */
export function missingIn({ heading, words, policyUrl, readBy, audience, roles, people }: SendDraft) {
  return {
    ...(heading.trim() === '' && { heading: 'Write a heading.' }),
    ...(words.trim() === '' && { words: 'Write what they have to know.' }),
    ...(!isLink(policyUrl) && { policyUrl: 'Write a link that begins with https://, or leave it empty.' }),
    ...(readBy === '' && { readBy: 'Choose a day.' }),
    ...(audience === 'roles' && roles.length === 0 && { roles: 'Choose a role.' }),
    ...(audience === 'people' && people.length === 0 && { people: 'Choose somebody.' }),
  } satisfies Readonly<Record<string, string>>;
}

/** The briefing to be sent; nothing is missing in it. */
export function requestOf(draft: SendDraft): Omit<SendBriefingRequest, 'form'> {
  const { school, heading, words, policyUrl, readBy, audience, roles, people } = draft;
  return {
    ...{ school, heading: heading.trim(), words: words.trim(), readBy, audience },
    ...(policyUrl.trim() !== '' && { policyUrl: policyUrl.trim() }),
    ...{ roles: audience === 'roles' ? roles : [], people: audience === 'people' ? people : [] },
  };
}
