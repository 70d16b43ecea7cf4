import type { ProcedureItem, ProcedureValues } from '../../src/areas/briefings/contract.ts';
import { isLink } from './send-draft.ts';

/** What stands in the form of a procedure. */
export interface ProcedureDraft {
  readonly kind: string;
  readonly heading: string;
  readonly partnership: string;
  readonly words: string;
  readonly url: string;
  readonly phone: string;
  readonly reviewOn: string;
  readonly inHelp: boolean;
}

/** @param partnership of a new one: that of the others, since a school mostly has one */
export const draftOf = (procedure: ProcedureItem | undefined, partnership: string): ProcedureDraft => ({
  kind: procedure?.kind ?? '',
  heading: procedure?.heading ?? '',
  partnership: procedure?.partnership ?? partnership,
  words: procedure?.words ?? '',
  url: procedure?.url ?? '',
  phone: procedure?.phone ?? '',
  reviewOn: procedure?.reviewOn ?? '',
  inHelp: procedure?.inHelp ?? false,
});

const isPhone = (text: string) => text.trim() === '' || /^\+?\d[\d ()-]+$/.test(text.trim());

/** What is still missing, by field. */
export function missingIn(draft: ProcedureDraft): Partial<Record<keyof ProcedureDraft, string>> {
  const { kind, heading, partnership, words, url, phone, reviewOn, inHelp } = draft;
  const nothing = words.trim() === '' && url.trim() === '' && phone.trim() === '';
  return {
    ...(kind === '' && { kind: 'Choose a kind.' }),
    ...(heading.trim() === '' && { heading: 'Write a heading.' }),
    ...(partnership.trim() === '' && { partnership: 'Write which partnership it is of.' }),
    ...(nothing && { words: 'Write what holds, or give a link or a telephone number.' }),
    ...(!isLink(url) && { url: 'Write a link that begins with https://, or leave it empty.' }),
    ...(!isPhone(phone) && { phone: 'Write a telephone number in digits, or leave it empty.' }),
    ...(inHelp && phone.trim() === '' && { phone: 'What stands in the chat’s help needs a telephone number.' }),
    ...(reviewOn === '' && { reviewOn: 'Choose a day.' }),
  };
}

/** What is sent of a draft in which nothing is missing. */
export function valuesOf({ words, url, phone, ...draft }: ProcedureDraft): ProcedureValues {
  return {
    ...{ kind: draft.kind as ProcedureValues['kind'], heading: draft.heading.trim() },
    ...{ partnership: draft.partnership.trim(), reviewOn: draft.reviewOn, inHelp: draft.inHelp },
    ...(words.trim() !== '' && { words: words.trim() }),
    ...(url.trim() !== '' && { url: url.trim() }),
    ...(phone.trim() !== '' && { phone: phone.trim() }),
  };
}
