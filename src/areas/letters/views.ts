import { z } from 'zod';
import type { View } from '../../perform/types.ts';
import type { Printed } from '../journal/contract.ts';
import type { LetterDetail, LetterItem, TemplateItem, TemplatePage } from './contract.ts';
import { standardTemplates } from './standard-templates.ts';
import {
  letterById,
  lettersOfConcern,
  lettersOfMeeting,
  templatesNow,
  type LetterRow,
  type TemplateRow,
} from './queries.ts';

const nothing = z.strictObject({});
const byId = z.strictObject({ id: z.string() });
type ById = z.infer<typeof byId>;

function presentTemplate(row: TemplateRow): TemplateItem {
  const { id, originId, school, templateVersion, heading, purpose, addressee, subject, words, keptByName, keptAt } =
    row;
  return {
    ...{
      id,
      origin: originId,
      school,
      templateVersion,
      heading,
      purpose,
      addressee,
      subject,
      words,
      keptByName,
      keptAt,
    },
    ...(row.retiredAt !== null && { retiredAt: row.retiredAt }),
    filed: row.filedRev === row.rev,
  };
}

/** The library of each school where one writes letters: what Lantern brings along, and what the school has made of it and beside it. */
export const listTemplates: View<Record<string, never>, TemplateRow, TemplatePage> = {
  verb: 'list-letter-templates',
  shape: 'page',
  fields: [
    'heading',
    'purpose',
    'addressee',
    'subject',
    'words',
    'templateVersion',
    'keptByName',
    'keptAt',
    'retiredAt',
  ],
  params: nothing,
  query: templatesNow,
  values: () => ({}),
  present(rows, { actor, may }) {
    const schools = [...new Set(actor.grants.map(({ school }) => school))];
    const maySchools = schools.filter((school) => may('keep-letter-template', { school }));
    const standard = maySchools.flatMap((school) =>
      Object.entries(standardTemplates)
        .filter(([id]) => !rows.some((row) => row.school === school && row.originId === id))
        .map(([id, words]): TemplateItem => ({ ...words, id, origin: id, school, templateVersion: 1, filed: true })),
    );
    const items = [...rows.map(presentTemplate), ...standard].toSorted((one, other) =>
      one.heading.localeCompare(other.heading, 'en-GB'),
    );
    return { answer: { items, maySchools }, ids: rows.map(({ id }) => id) };
  },
};

const listed = [
  ...['addressee', 'addresseeName', 'agencyName', 'purpose', 'subject', 'sentHow', 'sentOn', 'sentByName'],
  ...['reportDueOn', 'concern.ref'],
];

function presentLetter(row: LetterRow): LetterItem {
  const { id, ref, writtenOf, addressee, addresseeName, purpose, subject, sentHow, sentOn, sentByName } = row;
  return {
    ...{ id, ref: ref ?? '', writtenOf, addressee, addresseeName, purpose, subject, how: sentHow, sentOn, sentByName },
    ...(row.agencyName !== null && { agencyName: row.agencyName }),
    ...(row.reportDueOn !== null && { reportDueOn: row.reportDueOn }),
    file: row.concernId === null ? 'none' : Number(row.placed) >= 2 ? 'in-library' : 'waiting',
    ...(row.concernRef !== null && { concernRef: row.concernRef }),
  };
}

const presentList = (rows: readonly LetterRow[]) => ({
  answer: rows.map(presentLetter),
  ids: rows.map(({ id }) => id),
});

/** The letters that were written of a meeting. */
export const listLettersOfMeeting: View<ById, LetterRow, readonly LetterItem[]> = {
  ...{ verb: 'list-letters-of-meeting', shape: 'page', fields: listed, params: byId, query: lettersOfMeeting },
  values: ({ id }) => ({ meeting: id }),
  present: presentList,
};

/** The letters in the file of a concern. */
export const listLettersOfConcern: View<ById, LetterRow, readonly LetterItem[]> = {
  ...{ verb: 'list-letters-of-concern', shape: 'page', fields: listed, params: byId, query: lettersOfConcern },
  values: ({ id }) => ({ concern: id }),
  present: presentList,
};

/** One letter as it was sent. An address stands with it where it went to a professional. */
export const readLetter: View<ById, LetterRow, LetterDetail> = {
  verb: 'read-letter',
  shape: 'one',
  fields: [...listed, 'words', 'sentByRole', 'templateVersion', 'meetingPerson.email'],
  params: byId,
  query: letterById,
  values: ({ id }) => ({ id }),
  present([row]) {
    if (!row) throw new Error('a view of one record was asked to present none');
    const answer: LetterDetail = {
      ...presentLetter(row),
      ...{ words: row.words, templateVersion: row.templateVersion },
      ...(row.sentByRole !== null && { sentByRole: row.sentByRole }),
      ...(row.meetingId !== null && { meeting: row.meetingId }),
      ...(row.concernId !== null && { concern: row.concernId }),
      ...(row.email !== null && row.addressee === 'professional' && { email: row.email }),
    };
    return { answer, ids: [row.id] };
  },
};

/** Lets a letter that lies open in the tab be printed or copied, once: it is journalled before anything leaves. */
export const printLetter: View<ById, LetterRow, Printed> = {
  ...{ verb: 'print-letter', shape: 'one', fields: [], params: byId, query: letterById },
  values: ({ id }) => ({ id }),
  present: (_rows, { params, now }) => ({ answer: { at: now }, ids: [params.id] }),
};
