import type {
  MergedLetter,
  SendLetterOfConcernRequest,
  SendLetterOfMeetingRequest,
  SentLetter,
} from '../../src/areas/letters/contract.ts';
import type { Api } from '../api/create-api.ts';
import type { LetterDraft } from './letter-draft.ts';
import type { WrittenOf } from './written-of.ts';

/** What is sent of a letter, whatever page it was written on. */
export type SendValues = Omit<SendLetterOfMeetingRequest, 'form'> | Omit<SendLetterOfConcernRequest, 'form'>;

/** Has a template filled in for whom the form names. */
export function fillWith(api: Api, of: WrittenOf, draft: LetterDraft): Promise<MergedLetter> {
  const { template, invitation, child, reportDueOn, addressee, name, agency } = draft;
  if ('meeting' in of)
    return api.mergeLetterOfMeeting(of.meeting.id, {
      ...{ template, invitation },
      ...(child !== '' && { child }),
      ...(reportDueOn !== '' && { reportDueOn }),
    });
  const from = agency.trim() !== '' && addressee === 'professional' && { agency: agency.trim() };
  return api.mergeLetterOfConcern(of.concern.id, { template, addressee, name: name.trim(), ...from });
}

/** Keeps a letter on the page on which it was written. */
export function sendBy(api: Api, of: WrittenOf, request: SendValues & { readonly form: string }): Promise<SentLetter> {
  if ('invitation' in request && 'meeting' in of) return api.sendLetterOfMeeting(of.meeting.id, request);
  if ('name' in request && 'concern' in of) return api.sendLetterOfConcern(of.concern.id, request);
  throw new Error('a letter was written on another page');
}
