import { z } from 'zod';
import type { View } from '../../perform/types.ts';
import type { SchoolName } from '../people/contract.ts';
import type { MergedLetter } from './contract.ts';
import { letterFields } from './fields.ts';
import { addresseeValue, dayValue, templateOf, type Template } from './letter-values.ts';
import { merge, type LetterFacts, type NamedChild } from './merge.ts';
import { concernForLetter, meetingForLetter, type MergeConcernRow, type MergeRow } from './merge-queries.ts';
import { childConcerned, roleOfSender, type Fault } from './rules.ts';

const template = z.string().max(letterFields.templateId.max);
const ofMeeting = z.strictObject({
  id: z.string(),
  invitation: z.string(),
  template,
  child: z.exactOptional(z.string()),
  reportDueOn: z.exactOptional(dayValue),
});
const ofConcern = z.strictObject({
  id: z.string(),
  template,
  addressee: addresseeValue,
  name: z.string().trim().max(letterFields.addresseeName.max),
  agency: z.exactOptional(z.string().trim().max(letterFields.agencyName.max)),
});

/** The fields that may come to be shown, for the journal. */
const childFields = ['pupil.givenName', 'pupil.familyName', 'pupil.knownAs', 'pupil.yearGroup'];

const cannot = (fault: Fault): MergedLetter => ({ subject: '', words: '', missing: [], fault });

/** A template filled in; of one that is for others, and of none, it is said. */
function filled(made: Template | undefined, facts: LetterFacts): MergedLetter {
  if (made?.addressee !== facts.addressee.as)
    return cannot({ name: 'template', message: 'Choose a template that is for this addressee.' });
  const [subject, words] = [merge(made.subject, facts), merge(made.words, facts)];
  return {
    ...{ subject: subject.text, words: words.text },
    missing: [...new Set([...subject.missing, ...words.missing])],
  };
}

const schoolOf = (schools: readonly SchoolName[], id: string): SchoolName =>
  schools.find((one) => one.id === id) ?? { id, name: '' };

/** The children of a meeting out of rows, each once, and who belongs to each. */
export function childrenIn(rows: readonly MergeRow[]) {
  const children = new Map<string, NamedChild>();
  const ties = rows.flatMap(({ childId, tieGiven, tieFamily, ...row }) => {
    if (childId === null) return [];
    children.set(childId, {
      ...{ id: childId, givenName: row.givenName ?? '', familyName: row.familyName ?? '' },
      ...{ knownAs: row.knownAs, yearGroup: row.yearGroup ?? '' },
    });
    return tieFamily === null ? [] : [{ childId, name: `${tieGiven ?? ''} ${tieFamily}` }];
  });
  return { children: [...children.values()], ties };
}

/** A template filled in for somebody who was asked to a meeting, for whoever writes to them. */
export const mergeLetterOfMeeting = (
  schools: readonly SchoolName[],
): View<z.infer<typeof ofMeeting>, MergeRow, MergedLetter> => ({
  verb: 'merge-letter-of-meeting',
  shape: 'one',
  fields: [
    ...['kind', 'startsAt', 'endsAt', 'location', 'online', 'calledByName', ...childFields],
    ...['meetingPerson.name', 'meetingPerson.agencyName', 'meetingPerson.reportDueOn'],
  ],
  params: ofMeeting,
  query: meetingForLetter,
  values: ({ id, invitation, template: made }) => ({ meeting: id, invitation, template: made }),
  present(rows, { params, actor }) {
    const [row] = rows;
    if (!row) throw new Error('a view of one record was asked to present none');
    const { children, ties } = childrenIn(rows);
    const { child, fault } = childConcerned(params.child, { as: row.invitedAs, name: row.name }, children, ties);
    const facts: LetterFacts = {
      addressee: {
        ...{ as: row.invitedAs, name: row.name, agencyName: row.agencyName },
        reportDueOn: params.reportDueOn ?? row.reportDueOn,
      },
      ...{ child, meeting: row, school: schoolOf(schools, row.school) },
      sender: { name: actor.name, role: roleOfSender(actor.grants, row.school) },
    };
    const answer = fault ? cannot(fault) : filled(templateOf(params.template, row), facts);
    return { answer, ids: [row.id, ...(child ? [child.id] : [])] };
  },
});

/** A template filled in for somebody who is written to about the child of a concern. */
export const mergeLetterOfConcern = (
  schools: readonly SchoolName[],
): View<z.infer<typeof ofConcern>, MergeConcernRow, MergedLetter> => ({
  verb: 'merge-letter-of-concern',
  shape: 'one',
  fields: childFields,
  params: ofConcern,
  query: concernForLetter,
  values: ({ id, template: made }) => ({ concern: id, template: made }),
  present([row], { params, actor }) {
    if (!row) throw new Error('a view of one record was asked to present none');
    const { childId, givenName, familyName, knownAs, yearGroup } = row;
    const child =
      childId === null || givenName === null || familyName === null
        ? undefined
        : { id: childId, givenName, familyName, knownAs, yearGroup: yearGroup ?? '' };
    const facts: LetterFacts = {
      addressee: { as: params.addressee, name: params.name, agencyName: params.agency },
      ...{ child, school: schoolOf(schools, row.school) },
      sender: { name: actor.name, role: roleOfSender(actor.grants, row.school) },
    };
    const answer = child
      ? filled(templateOf(params.template, row), facts)
      : cannot({ name: 'child', message: 'Say first which child this concern is about.' });
    return { answer, ids: [row.id] };
  },
});
