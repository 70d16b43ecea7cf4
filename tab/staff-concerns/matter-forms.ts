import type { StaffConcernDetail } from '../../src/areas/staff-concerns/contract.ts';
import { allegationOutcome, ladoState, staffConcernKind } from '../../src/areas/staff-concerns/fields.ts';
import type { Api } from '../api/create-api.ts';

/** What a person chooses in a form beside the text; `colleague` and `person` are chosen from the staff list. */
export interface MatterChoice {
  readonly name: 'kind' | 'lado' | 'outcome' | 'colleague' | 'person';
  readonly label: string;
  readonly hint?: string;
  readonly missing?: string;
  /** Absent: the staff list. */
  readonly of?: Readonly<Record<string, string>>;
  /** What stands first where none needs to be chosen. */
  readonly none?: string;
}

export interface MatterForm {
  readonly ability: keyof StaffConcernDetail['abilities'];
  readonly title: string;
  readonly save: string;
  readonly choices: readonly MatterChoice[];
  readonly text: { readonly label: string; readonly hint?: string; readonly missing: string };
  /** Offered to who manages it as chair: it is not about the head. */
  readonly toHead?: string;
  readonly done: string;
  readonly send: (api: Api, matter: StaffConcernDetail, values: MatterValues) => Promise<unknown>;
}
export type MatterValues = Readonly<Record<MatterChoice['name'] | 'form' | 'words', string>> & {
  readonly toHead: boolean;
};

/** The acts on a concern about an adult, each as the form that asks for it. */
export const matterForms: readonly MatterForm[] = [
  {
    ...{ ability: 'judge', title: 'Judge this', save: 'Save the judgement', done: 'Judged.' },
    choices: [
      {
        ...{ name: 'kind', label: 'What is it?', missing: 'Choose what it is.', of: staffConcernKind },
        hint: 'The harm threshold: harmed a child or may have; may have committed an offence against one; may pose a risk; may not be suitable to work with children.',
      },
      {
        ...{ name: 'lado', label: 'Does the LADO know?', missing: 'Say whether the LADO knows.', of: ladoState },
        hint: 'What may meet the harm threshold goes to the LADO within one working day.',
      },
    ],
    text: { label: 'Reason', missing: 'Write the reason.' },
    send: (api, { id, rev }, { form, kind, lado, words }) =>
      api.judgeMatter(id, { form, rev, kind: kind as 'low-level', lado: lado as 'told', reason: words }),
  },
  {
    ...{ ability: 'subject', title: 'Say who it is about', save: 'Save', done: 'Saved. They cannot see it.' },
    choices: [
      {
        ...{ name: 'colleague', label: 'Who is it?', none: 'Somebody who is not on the staff list' },
        hint: 'From this moment they cannot see it, whatever their role. If it is the head, the chair of governors manages it and you no longer see it.',
      },
    ],
    toHead: 'It is not about the head: the head manages it from now on, and you no longer see it.',
    text: { label: 'How do you know?', missing: 'Write how you know.' },
    send: (api, { id, rev }, { form, colleague, words, toHead }) =>
      api.matterSubject(id, {
        ...{ form, rev, reason: words },
        ...(colleague !== '' && { colleague }),
        ...(toHead && { toHead: true as const }),
      }),
  },
  {
    ...{ ability: 'manager', title: 'Give it to somebody', save: 'Give it', done: 'Given. They are being told.' },
    choices: [
      {
        ...{ name: 'person', label: 'To whom?', missing: 'Choose somebody.' },
        hint: 'They see this one matter and nothing else of its kind. Whoever had it before no longer does; you keep it too.',
      },
    ],
    text: { label: 'Why are they given it?', missing: 'Write why they are given it.' },
    send: (api, { id, rev }, { form, person, words }) => api.giveMatter(id, { form, rev, person, reason: words }),
  },
  {
    ...{ ability: 'close', title: 'Close', save: 'Close it', done: 'Closed.' },
    choices: [{ name: 'outcome', label: 'Outcome', missing: 'Choose the outcome.', of: allegationOutcome }],
    text: { label: 'How did it end, and why?', missing: 'Write how it ended and why.' },
    send: (api, { id, rev }, { form, outcome, words }) =>
      api.closeMatter(id, { form, rev, outcome: outcome as 'unfounded', reason: words }),
  },
  {
    ...{ ability: 'note', title: 'Add to this', save: 'Add', done: 'Added. It is received and safe.', choices: [] },
    text: {
      label: 'What do you want to add?',
      hint: 'It is kept with your name and the time. What was written before stays as it is.',
      missing: 'Write what you want to add.',
    },
    send: (api, { id }, { form, words }) => api.addToMatter(id, { form, words }),
  },
];
