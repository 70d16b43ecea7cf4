import type { TemplateItem } from '../../src/areas/letters/contract.ts';
import type { Addressee, LetterPurpose } from '../../src/areas/letters/fields.ts';
import type { WrittenOf } from './written-of.ts';

/** What stands in the form of a letter. */
export interface LetterDraft {
  /** Of a meeting: whom of those who were asked it goes to. */
  readonly invitation: string;
  /** Of a meeting with several children: whom it concerns. */
  readonly child: string;
  /** Of a concern: to whom it goes. */
  readonly addressee: Addressee;
  readonly name: string;
  readonly agency: string;
  readonly template: string;
  readonly reportDueOn: string;
  readonly subject: string;
  readonly words: string;
  readonly how: string;
  readonly sentOn: string;
  readonly looked: boolean;
}

/** @param today `YYYY-MM-DD` at the school */
export const emptyLetter = (today: string): LetterDraft => ({
  ...{ invitation: '', child: '', addressee: 'family', name: '', agency: '', template: '', reportDueOn: '' },
  ...{ subject: '', words: '', how: '', sentOn: today, looked: false },
});

/** To whom a letter goes; undefined while nobody is chosen. */
export const addresseeOf = (draft: LetterDraft, of: WrittenOf): Addressee | undefined =>
  'meeting' in of ? of.people.find(({ id }) => id === draft.invitation)?.as : draft.addressee;

/** Whether the form asks which child it concerns. */
export const asksForChild = (of: WrittenOf): boolean => 'meeting' in of && of.children.length > 1;

const aboutReports: readonly LetterPurpose[] = ['report-request', 'chaser'];
/** Whether a letter of this template may name a day by which a report is asked for. */
export const asksForReport = (template: TemplateItem | undefined, of: WrittenOf): boolean =>
  'meeting' in of && template?.addressee === 'professional' && aboutReports.includes(template.purpose);

type Missing = Readonly<Partial<Record<keyof LetterDraft, string>>>;

/** What must be said before the template can be filled in. */
export function missingToFill(draft: LetterDraft, of: WrittenOf): Missing {
  const { invitation, child, name, template } = draft;
  return {
    ...('meeting' in of && invitation === '' && { invitation: 'Choose whom it goes to.' }),
    ...(asksForChild(of) && child === '' && { child: 'Choose which child it concerns.' }),
    ...('concern' in of && name.trim() === '' && { name: 'Write the name of whoever it goes to.' }),
    ...(template === '' && { template: 'Choose a template.' }),
  };
}

/** What is missing before the letter can be kept. */
export const missingToSend = (draft: LetterDraft, of: WrittenOf): Missing => ({
  ...missingToFill(draft, of),
  ...(draft.subject.trim() === '' && { subject: 'Write a subject.' }),
  ...(draft.words.trim() === '' && { words: 'Write the letter.' }),
  ...(draft.how === '' && { how: 'Choose how it goes.' }),
  ...(draft.sentOn === '' && { sentOn: 'Choose a day.' }),
});
