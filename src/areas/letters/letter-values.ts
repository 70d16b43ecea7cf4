import { z } from 'zod';
import type { Addressee, LetterPurpose } from './fields.ts';
import { addressee, letterFields as fields, letterPurpose, letterSentHow, letterTemplateFields } from './fields.ts';
import type { TemplateRow } from './queries.ts';
import { standardTemplates, type TemplateWords } from './standard-templates.ts';

const keys = <K extends string>(of: Readonly<Record<K, string>>) => Object.keys(of) as [K];

export const addresseeValue = z.enum(keys<Addressee>(addressee), 'Choose whom it goes to.');

/** A day as forms send it. */
export const dayValue = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d$/, 'Choose a day.')
  .refine((text) => !Number.isNaN(Date.parse(text)), 'Choose a day.');

/** What a form says of a template. */
export const templateValues = {
  heading: z.string().trim().min(1, 'Give the template a name.').max(letterTemplateFields.heading.max),
  purpose: z.enum(keys<LetterPurpose>(letterPurpose), 'Choose what it is for.'),
  addressee: addresseeValue,
  subject: z.string().trim().min(1, 'Write a subject.').max(letterTemplateFields.subject.max),
  words: z.string().trim().min(1, 'Write the text.').max(letterTemplateFields.words.max),
};

/** What a form says of a letter, whatever page it was written on. */
export const sendValues = {
  template: z.string().max(fields.templateId.max),
  subject: z.string().trim().min(1, 'Write a subject.').max(fields.subject.max),
  words: z.string().trim().min(1, 'Write the letter.').max(fields.words.max),
  how: z.enum(keys(letterSentHow), 'Choose how it goes.'),
  sentOn: dayValue,
  looked: z.exactOptional(z.boolean()),
};

/** What a letter is made from. */
export interface Template extends TemplateWords {
  readonly id: string;
  readonly templateVersion: number;
}

/** A template that Lantern brings along is the first version of its own. */
export const standardTemplate = (id: string): Template | undefined => {
  const words = Object.hasOwn(standardTemplates, id) ? standardTemplates[id] : undefined;
  return words && { ...words, id, templateVersion: 1 };
};

/** The template of an id: a version that the school keeps, or one that Lantern brings along. */
export const templateOf = (
  id: string,
  held: { readonly [K in Exclude<keyof Template, 'id'>]?: TemplateRow[K] | null } | undefined,
): Template | undefined => {
  const { heading, purpose, addressee: to, subject, words, templateVersion } = held ?? {};
  return heading && purpose && to && subject && words && templateVersion
    ? { id, heading, purpose, addressee: to, subject, words, templateVersion }
    : standardTemplate(id);
};
