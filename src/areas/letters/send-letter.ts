import { z } from 'zod';
import type { Context, Decision, UseCase } from '../../perform/types.ts';
import { nextNumber, one, rows } from '../../records/need.ts';
import { create, update, type RecordPatch } from '../../records/patch.ts';
import { refOf, yearOf } from '../../records/reference.ts';
import { schoolDay } from '../../records/school-day.ts';
import { concern, type Concern } from '../concerns/record.ts';
import { meeting, meetingPerson, type Meeting, type MeetingPerson } from '../meetings/record.ts';
import { aboutAdults, isToCome } from '../meetings/rules.ts';
import type { SentLetter } from './contract.ts';
import { letterFields as fields, type Addressee } from './fields.ts';
import { addresseeValue, dayValue, sendValues, templateOf, type Template } from './letter-values.ts';
import { hasGap, type NamedChild } from './merge.ts';
import { otherNames } from './other-names.ts';
import { childrenForLetter, filesForLetter, tiesForLetter, type TieRow } from './merge-queries.ts';
import { letter, letterTemplate, type LetterTemplate } from './record.ts';
import { rollOfConcern, rollOfMeeting, staffOfConcern, staffOfMeeting, type RollRow } from './roll-queries.ts';
import { asksForReport, childConcerned, letterCounter, roleOfSender, type Fault } from './rules.ts';

const ofMeeting = z.strictObject({
  ...sendValues,
  meeting: z.string(),
  invitation: z.string(),
  child: z.exactOptional(z.string()),
  reportDueOn: z.exactOptional(dayValue),
});
const ofConcern = z.strictObject({
  ...sendValues,
  concern: z.string(),
  addressee: addresseeValue,
  name: z.string().trim().min(1, 'Write the name of whoever it goes to.').max(fields.addresseeName.max),
  agency: z.exactOptional(z.string().trim().max(fields.agencyName.max)),
});
type Said = Pick<z.infer<typeof ofMeeting>, 'template' | 'subject' | 'words' | 'how' | 'sentOn' | 'looked'>;

/** What is known around a letter, whatever page it was written on. */
interface Around {
  readonly number: number;
  readonly held: LetterTemplate | undefined;
  readonly roll: readonly RollRow[];
  readonly staff: readonly { readonly name: string }[];
}
interface OfMeeting extends Around {
  readonly subject: Meeting | undefined;
  readonly to: MeetingPerson | undefined;
  readonly children: readonly NamedChild[];
  readonly ties: readonly TieRow[];
  readonly files: readonly { readonly id: string; readonly childId: string | null }[];
}
interface OfConcern extends Around {
  readonly subject: Concern | undefined;
}

/** To whom a letter goes, of whom, and into which file. */
interface Addressed {
  readonly school: string;
  readonly as: Addressee;
  readonly name: string;
  readonly agencyName?: string | undefined;
  /** Id of the child whom it concerns. */
  readonly child?: string | undefined;
  readonly concern?: string | undefined;
  readonly of:
    | { readonly writtenOf: 'meeting'; readonly meetingId: string; readonly invitationId: string }
    | { readonly writtenOf: 'concern' };
}

const notFound = { ok: false, problem: { code: 'not-found' } } as const;
const invalid = (faults: readonly Fault[]) =>
  ({ ok: false, problem: { code: 'invalid-input', fields: faults } }) as const;

/**
 * Keeps a letter to somebody who was asked to a meeting, as it leaves the school; it is filed with the child whom it concerns. One
 * that asks for a report by a day, or reminds of it, says so of the invitation.
 */
export const sendLetterOfMeeting: UseCase<z.infer<typeof ofMeeting>, OfMeeting, SentLetter> = {
  verb: 'send-letter-of-meeting',
  input: ofMeeting,
  needs: ({ meeting: id, invitation, template }, _actor, now) => ({
    subject: one(meeting, id),
    to: one(meetingPerson, invitation),
    children: rows(childrenForLetter, { meeting: id }),
    ties: rows(tiesForLetter, { meeting: id }),
    files: rows(filesForLetter, { meeting: id }),
    number: nextNumber(letterCounter(now)),
    held: one(letterTemplate, template),
    roll: rows(rollOfMeeting, { meeting: id }),
    staff: rows(staffOfMeeting, { meeting: id }),
  }),
  decide(state, { meeting: id, child: chosen, reportDueOn, ...said }, context) {
    const { subject, to, children } = state;
    if (!subject || to?.meetingId !== id) return notFound;
    const ties = state.ties.map(({ childId, givenName, familyName }) => ({
      childId,
      name: `${givenName} ${familyName}`,
    }));
    const { child, fault } = childConcerned(chosen, { as: to.invitedAs, name: to.name }, children, ties);
    const template = templateOf(said.template, heldAt(subject.school, state.held));
    const reports = template !== undefined && asksForReport(template.purpose, to.invitedAs);
    // What is written of a meeting about an adult lies in no child’s file.
    const files = aboutAdults.includes(subject.kind) ? [] : state.files;
    const faults: readonly (Fault | false | undefined)[] = [
      fault,
      template?.purpose === 'invitation' &&
        !isToCome(subject.status) && {
          name: 'template',
          message: 'This meeting was held or called off, so nobody is invited to it.',
        },
      reportDueOn !== undefined &&
        (!reports || reportDueOn < schoolDay(context.now)) && {
          name: 'reportDueOn',
          message: reports ? 'Choose today or a later day.' : 'This letter asks for no report.',
        },
    ];
    const decided = sent(
      said,
      template,
      {
        ...{ school: subject.school, as: to.invitedAs, name: to.name, agencyName: to.agencyName, child: child?.id },
        concern: files.find(({ childId }) => childId === child?.id)?.id,
        of: { writtenOf: 'meeting', meetingId: id, invitationId: to.id },
      },
      state,
      context,
      { faults: faults.filter((one) => one !== false && one !== undefined), reportDueOn },
    );
    if (!decided.ok || !reports || template === undefined) return decided;
    const asked = update(meetingPerson, to, {
      ...(reportDueOn !== undefined && { reportDueOn, reportAskedAt: context.now }),
      // Whoever was reminded by letter is not reminded again the same day.
      ...(template.purpose === 'chaser' && to.reportDueOn !== undefined && { reportChasedOn: schoolDay(context.now) }),
    });
    const put: readonly RecordPatch[] =
      Object.keys(asked.values).length === 0 ? decided.change.put : [...decided.change.put, asked];
    return { ...decided, change: { ...decided.change, put } };
  },
};

/** Keeps a letter about the child of a concern, to somebody whose name is typed. */
export const sendLetterOfConcern: UseCase<z.infer<typeof ofConcern>, OfConcern, SentLetter> = {
  verb: 'send-letter-of-concern',
  input: ofConcern,
  needs: ({ concern: id, template }, _actor, now) => ({
    subject: one(concern, id),
    number: nextNumber(letterCounter(now)),
    held: one(letterTemplate, template),
    roll: rows(rollOfConcern, { concern: id }),
    staff: rows(staffOfConcern, { concern: id }),
  }),
  decide(state, { concern: id, addressee, name, agency, ...said }, context) {
    const { subject } = state;
    if (!subject) return notFound;
    if (subject.childId === undefined)
      return invalid([{ name: 'child', message: 'Say first which child this concern is about.' }]);
    const to = { as: addressee, name, agencyName: agency };
    return sent(
      said,
      templateOf(said.template, heldAt(subject.school, state.held)),
      { ...to, school: subject.school, child: subject.childId, concern: id, of: { writtenOf: 'concern' } },
      state,
      context,
      { faults: [] },
    );
  },
};

/** A template of another school is none. */
const heldAt = (school: string, held: LetterTemplate | undefined) => (held?.school === school ? held : undefined);

/** Days that a letter may have left before it is entered here. */
const mostDaysAgo = 14;

function faultsOf(
  said: Said,
  template: Template | undefined,
  to: Addressed,
  { roll, staff }: Around,
  { actor, now }: Context,
) {
  const today = schoolDay(now);
  const first = new Date(Date.parse(today) - mostDaysAgo * 86_400_000).toISOString().slice(0, 10);
  const gap = (name: 'subject' | 'words') =>
    hasGap(said[name]) && { name, message: 'Fill in what still stands in double braces, or take it out.' };
  const adults = [...staff.map(({ name }) => name), to.name, actor.name];
  // A member of staff learns of no child by a letter.
  const named = to.as === 'staff' ? undefined : to.child;
  const faults: readonly (Fault | false)[] = [
    template?.addressee !== to.as && { name: 'template', message: 'Choose a template that is for this addressee.' },
    gap('subject'),
    gap('words'),
    (said.sentOn > today || said.sentOn < first) && {
      name: 'sentOn',
      message: 'Choose today or a day of the last two weeks.',
    },
    ...otherNames(said, { roll, child: named, adults }, said.looked === true),
  ];
  return faults.filter((fault) => fault !== false);
}

function sent(
  said: Said,
  template: Template | undefined,
  to: Addressed,
  state: Around,
  context: Context,
  more: { readonly faults: readonly Fault[]; readonly reportDueOn?: string | undefined },
): Decision<SentLetter> {
  const faults = [...more.faults, ...faultsOf(said, template, to, state, context)];
  if (faults.length > 0 || template === undefined) return invalid(faults);
  const { actor, now, newId } = context;
  const [id, ref] = [newId(), refOf(letter, yearOf(now), state.number)];
  const role = roleOfSender(actor.grants, to.school);
  const made = create(
    letter,
    { id, ref, school: to.school },
    {
      ...{ ...to.of, addressee: to.as, addresseeName: to.name },
      ...(to.agencyName && { agencyName: to.agencyName }),
      ...(to.child !== undefined && { childId: to.child }),
      ...(to.concern !== undefined && { concernId: to.concern, pdfId: newId(), docxId: newId() }),
      ...{ purpose: template.purpose, templateId: template.id, templateVersion: template.templateVersion },
      ...{ subject: said.subject, words: said.words, sentHow: said.how, sentOn: said.sentOn },
      ...(said.looked && { namesLookedAt: true }),
      ...{ sentById: actor.person, sentByName: actor.name, sentAt: now, ...(role && { sentByRole: role }) },
      ...(more.reportDueOn !== undefined && { reportDueOn: more.reportDueOn }),
    },
  );
  const entries = to.concern === undefined ? [] : [{ about: to.concern, what: 'letter-sent' }];
  return {
    ok: true,
    change: { put: [made], entries, effects: [] },
    answer: { letter: id, ref, files: to.concern !== undefined },
  };
}
