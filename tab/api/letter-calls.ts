import {
  letterPaths as paths,
  type KeepTemplateRequest,
  type KeptTemplate,
  type LetterDetail,
  type LetterItem,
  type MergedLetter,
  type MergeLetterOfConcernRequest,
  type MergeLetterOfMeetingRequest,
  type RetireTemplateRequest,
  type SendLetterOfConcernRequest,
  type SendLetterOfMeetingRequest,
  type SentLetter,
  type TemplateDesk,
} from '../../src/areas/letters/contract.ts';
import type { Printed } from '../../src/areas/journal/contract.ts';
import type { createCall } from './call.ts';
import { pathTo } from './path-to.ts';

/** The part of the tab API that is about letters and their templates. */
export const letterCalls = (call: ReturnType<typeof createCall>) => ({
  letterTemplates: () => call<TemplateDesk>(paths.templates),
  keepTemplate: (body: KeepTemplateRequest) => call<KeptTemplate>(paths.templates, body),
  retireTemplate: (id: string, body: RetireTemplateRequest) => call<unknown>(pathTo(paths.retire, { id }), body),
  letter: (id: string) => call<LetterDetail>(pathTo(paths.letter, { id })),
  printLetter: (id: string) => call<Printed>(pathTo(paths.print, { id }), {}),
  lettersOfMeeting: (id: string) => call<readonly LetterItem[]>(pathTo(paths.ofMeeting, { id })),
  lettersOfConcern: (id: string) => call<readonly LetterItem[]>(pathTo(paths.ofConcern, { id })),
  mergeLetterOfMeeting: (id: string, body: MergeLetterOfMeetingRequest) =>
    call<MergedLetter>(pathTo(paths.mergeOfMeeting, { id }), body),
  mergeLetterOfConcern: (id: string, body: MergeLetterOfConcernRequest) =>
    call<MergedLetter>(pathTo(paths.mergeOfConcern, { id }), body),
  sendLetterOfMeeting: (id: string, body: SendLetterOfMeetingRequest) =>
    call<SentLetter>(pathTo(paths.ofMeeting, { id }), body),
  sendLetterOfConcern: (id: string, body: SendLetterOfConcernRequest) =>
    call<SentLetter>(pathTo(paths.ofConcern, { id }), body),
});
