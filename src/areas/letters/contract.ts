import type { SchoolName } from '../people/contract.ts';
import type { Addressee, LetterPurpose, MergeField, letterOf, letterSentHow } from './fields.ts';

/** Addresses of the tab API for letters and their templates. */
export const letterPaths = {
  /** GET: TemplateDesk. POST KeepTemplateRequest: answers KeptTemplate. */
  templates: '/api/letters/templates',
  /** POST RetireTemplateRequest. */
  retire: '/api/letters/templates/:id/retire',
  /** GET: LetterDetail. */
  letter: '/api/letters/:id',
  /** POST: Printed. */
  print: '/api/letters/:id/print',
  /** GET: LetterItem[]. POST SendLetterOfMeetingRequest: answers SentLetter. */
  ofMeeting: '/api/meetings/:id/letters',
  /** POST MergeLetterOfMeetingRequest: MergedLetter; nothing is kept. */
  mergeOfMeeting: '/api/meetings/:id/letters/merged',
  /** GET: LetterItem[]. POST SendLetterOfConcernRequest: answers SentLetter. */
  ofConcern: '/api/concerns/:id/letters',
  /** POST MergeLetterOfConcernRequest: MergedLetter. A name stands in no address. */
  mergeOfConcern: '/api/concerns/:id/letters/merged',
} as const;

export interface TemplateItem {
  /** Of the version that holds; of a template that Lantern brings along its own. */
  readonly id: string;
  readonly origin: string;
  readonly school: string;
  readonly templateVersion: number;
  readonly heading: string;
  readonly purpose: LetterPurpose;
  readonly addressee: Addressee;
  readonly subject: string;
  readonly words: string;
  /** Absent for one that Lantern brought along and nobody has changed. */
  readonly keptByName?: string;
  readonly keptAt?: string;
  readonly retiredAt?: string;
  readonly filed: boolean;
}

export interface TemplatePage {
  readonly items: readonly TemplateItem[];
  /** Ids of the schools to whose library one may add. */
  readonly maySchools: readonly string[];
}

export interface TemplateDesk {
  readonly page: TemplatePage;
  readonly schools: readonly SchoolName[];
}

/** A new template, or the next version of one. `form` as in TakeRequest of concerns. */
export interface KeepTemplateRequest {
  readonly form: string;
  readonly school: string;
  /** Of the template that is changed; absent for a new one. */
  readonly origin?: string;
  /** The version that the person saw; absent for a new one. */
  readonly templateVersion?: number;
  readonly heading: string;
  readonly purpose: LetterPurpose;
  readonly addressee: Addressee;
  readonly subject: string;
  readonly words: string;
}

export interface KeptTemplate {
  readonly template: string;
}

export interface RetireTemplateRequest {
  readonly form: string;
  readonly school: string;
  readonly templateVersion: number;
  /** False: it is offered again. */
  readonly retired: boolean;
}

export interface MergeLetterOfMeetingRequest {
  readonly template: string;
  readonly invitation: string;
  readonly child?: string;
  /** `YYYY-MM-DD`. */
  readonly reportDueOn?: string;
}

export interface MergeLetterOfConcernRequest {
  readonly template: string;
  readonly addressee: Addressee;
  readonly name: string;
  readonly agency?: string;
}

/** A template filled in for one addressee. */
export interface MergedLetter {
  readonly subject: string;
  readonly words: string;
  /** For what nothing is known: it still stands in the text in double braces. */
  readonly missing: readonly MergeField[];
  /** Why it cannot be filled in yet. */
  readonly fault?: { readonly name: string; readonly message: string };
}

interface SendLetterValues {
  readonly form: string;
  readonly template: string;
  readonly subject: string;
  readonly words: string;
  readonly how: keyof typeof letterSentHow;
  /** `YYYY-MM-DD`. */
  readonly sentOn: string;
  /** A word in it that is also a child's name means nobody of the school. */
  readonly looked?: boolean;
}

export interface SendLetterOfMeetingRequest extends SendLetterValues {
  readonly invitation: string;
  readonly child?: string;
  /** `YYYY-MM-DD`. */
  readonly reportDueOn?: string;
}

export interface SendLetterOfConcernRequest extends SendLetterValues {
  readonly addressee: Addressee;
  readonly name: string;
  readonly agency?: string;
}

export interface SentLetter {
  readonly letter: string;
  readonly ref: string;
  /** Whether it goes into a child's file. */
  readonly files: boolean;
}

export interface LetterItem {
  readonly id: string;
  readonly ref: string;
  readonly writtenOf: keyof typeof letterOf;
  readonly addressee: Addressee;
  readonly addresseeName: string;
  readonly agencyName?: string;
  readonly purpose: LetterPurpose;
  readonly subject: string;
  readonly how: keyof typeof letterSentHow;
  readonly sentOn: string;
  readonly sentByName: string;
  readonly reportDueOn?: string;
  /** `none`: the child has no concern, so there is no file for it. */
  readonly file: 'none' | 'waiting' | 'in-library';
  readonly concernRef?: string;
}

export interface LetterDetail extends LetterItem {
  readonly words: string;
  readonly sentByRole?: string;
  readonly templateVersion: number;
  readonly meeting?: string;
  readonly concern?: string;
  /** Of a professional who was asked to the meeting. */
  readonly email?: string;
}
