import type { AgencyItem, AgencyValues } from '../../src/areas/people/contract.ts';

/** What stands in the form of an agency. */
export interface AgencyDraft {
  readonly kind: string;
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  readonly outOfHours: string;
}

export const draftOf = (agency: AgencyItem | undefined): AgencyDraft => ({
  kind: agency?.kind ?? '',
  name: agency?.name ?? '',
  phone: agency?.phone ?? '',
  email: agency?.email ?? '',
  outOfHours: agency?.outOfHours ?? '',
});

/** What is still missing, by field. */
export function missingIn({ kind, name, phone, email }: AgencyDraft): Partial<Record<keyof AgencyDraft, string>> {
  const reachable = phone.trim() !== '' || email.trim() !== '';
  return {
    ...(kind === '' && { kind: 'Choose what kind of agency it is.' }),
    ...(name.trim() === '' && { name: 'Write its name.' }),
    ...(!reachable && { phone: 'Write a telephone number or an e-mail address.' }),
    ...(email.trim() !== '' && !/^\S+@\S+$/.test(email.trim()) && { email: 'This is no e-mail address.' }),
  };
}

/** What is sent of a draft in which nothing is missing. */
export function valuesOf({ kind, name, phone, email, outOfHours }: AgencyDraft): AgencyValues {
  return {
    kind: kind as AgencyValues['kind'],
    name: name.trim(),
    ...(phone.trim() !== '' && { phone: phone.trim() }),
    ...(email.trim() !== '' && { email: email.trim() }),
    ...(outOfHours.trim() !== '' && { outOfHours: outOfHours.trim() }),
  };
}
