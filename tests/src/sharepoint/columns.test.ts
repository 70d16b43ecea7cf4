import { describe, expect, it } from 'vitest';
import { recordTypes } from '../../../src/areas/areas.ts';
import { concern, concernAddendum } from '../../../src/areas/concerns/record.ts';
import { agency } from '../../../src/areas/people/record.ts';
import { defineRecord } from '../../../src/records/define-record.ts';
import type { Field, Fields } from '../../../src/records/fields.ts';
import { columnsOf } from '../../../src/sharepoint/columns.ts';

const declare = (fields: Fields) => defineRecord({ name: 'test', list: 'Tests', description: '', fields });
const text = (label: string, more: Partial<Field> = {}): Field => ({ kind: 'text', label, max: 20, ...more }) as Field;

it.each(Object.values(recordTypes))(
  'every field of $name can be a column: SharePoint has none of that name',
  (type) => {
    expect(columnsOf(type).map(({ name }) => name.toLowerCase())).toEqual(
      expect.arrayContaining(Object.keys(type.fields).map((field) => field.toLowerCase())),
    );
  },
);

it('the agencies list keeps the columns that it had, and what came later stands behind them', () => {
  const own = columnsOf(agency).map(({ name }) => name);
  expect(own.slice(1, own.indexOf('School'))).toEqual(['Name', 'Email', 'Phone', 'Kind', 'OutOfHours', 'RetiredAt']);
});

describe('the columns of the concerns list', () => {
  const columns = columnsOf(concern);
  const column = (name: string) => columns.find((one) => one.name === name);

  it('has one for each field, in the order of the declaration, between the key and the act', () => {
    expect(columns.map(({ name }) => name)).toEqual([
      'RequestKey',
      'Ref',
      'Status',
      'Urgency',
      'Source',
      'ChildAsTyped',
      'ChildState',
      'ChildId',
      'ChildName',
      'YearGroup',
      'Words',
      'SafeNow',
      'WhenAsTyped',
      'OccurredAt',
      'InFuture',
      'ReportedAt',
      'ReporterId',
      'ReporterName',
      'ReporterRecognised',
      'TakenById',
      'TakenByName',
      'TakenAt',
      'HandedOverAt',
      'EscalatedAt',
      'TriageOutcome',
      'LevelOfNeed',
      'NextStep',
      'Parents',
      'TriagedAt',
      'MisfiledAt',
      'MisfiledByName',
      'MisfiledReason',
      'ContinuedAsId',
      'ContinuedAsRef',
      'CorrectsRef',
      'OthersNamed',
      'MoreChildren',
      'School',
      'Rev',
      'LastKey',
      'ActorId',
      'ActorName',
      'ActedAt',
    ]);
  });

  it('makes the key and the reference unique, which needs an index', () => {
    expect(columns.filter((one) => one.enforceUniqueValues).map(({ name, indexed }) => [name, indexed])).toEqual([
      ['RequestKey', true],
      ['Ref', true],
    ]);
  });

  it('indexes what the declaration says and no more', () => {
    const indexed = columns.filter((one) => one.indexed).map(({ name }) => name);
    expect(indexed).toEqual(['RequestKey', 'Ref', 'Status', 'ChildId', 'ReportedAt', 'ReporterId']);
  });

  it('gives each column exactly one facet', () => {
    const facets = columns.map(({ text, choice, boolean, number }) =>
      [text, choice, boolean, number].filter((facet) => facet !== undefined),
    );
    expect(facets.map((facet) => facet.length)).toEqual(columns.map(() => 1));
  });

  it.each([
    ['ChildAsTyped', { displayName: 'Child, as the reporter wrote', text: { maxLength: 255 } }],
    ['YearGroup', { displayName: 'Year group', text: { maxLength: 20 } }],
    ['Words', { displayName: 'What was seen or heard', text: { allowMultipleLines: true, textType: 'plain' } }],
    ['OccurredAt', { displayName: 'When it happened', text: { maxLength: 255 } }],
    ['InFuture', { boolean: {} }],
    ['Rev', { number: { decimalPlaces: 'none' } }],
  ])('makes %s as its field says', (name, expected) => {
    expect(column(name)).toMatchObject(expected);
  });

  it('keeps a choice under its id, with the labels beside it, and lets a newer choice in', () => {
    expect(column('SafeNow')).toEqual({
      name: 'SafeNow',
      displayName: 'Is the child safe now?',
      description: 'yes: Yes · no: No · not-sure: Not sure',
      choice: { choices: ['yes', 'no', 'not-sure'], allowTextEntry: true, displayAs: 'dropDownMenu' },
    });
  });
});

it('has no reference column for a record without references', () => {
  expect(columnsOf(concernAddendum).map(({ name }) => name)).not.toContain('Ref');
});

describe('a declaration that SharePoint could not hold', () => {
  const many = (n: number) =>
    Object.fromEntries(Array.from({ length: n }, (_, at) => [`field${at}`, text(`Field ${at}`, { indexed: true })]));

  it('is let through with 20 indexes, the key’s among them', () => {
    expect(columnsOf(declare(many(19))).filter((column) => column.indexed)).toHaveLength(20);
  });

  it.each<[string, Fields, RegExp]>([
    ['more than 20 indexes', many(20), /21 indexes/],
    ['a label twice', { one: text('Same'), two: text('same') }, /two columns are headed “same”/],
    ['a label of Lantern’s own', { one: text('Revision') }, /headed “Revision”/],
    ['the label of SharePoint’s title', { one: text('Title') }, /headed “Title”/],
    ['a name of Lantern’s own', { requestKey: text('Other') }, /two columns are called RequestKey/],
    ['a name of SharePoint’s own', { created: text('Made') }, /SharePoint has one already/],
    ['a name that SharePoint would encode', { kind_of: text('Kind') }, /camelCase ASCII/],
    ['a name beyond ASCII', { größe: text('Size') }, /camelCase ASCII/],
    ['a line that is too long', { one: text('One', { max: 256 }) }, /longer than a single line/],
    ['a text that is too long', { one: { kind: 'long', label: 'One', max: 64_000 } }, /longer than a column/],
    ['an index on several lines', { one: { kind: 'long', label: 'One', max: 10, indexed: true } }, /cannot be indexed/],
  ])('is refused at once: %s', (_, fields, message) => {
    expect(() => columnsOf(declare(fields))).toThrow(message);
  });
});
