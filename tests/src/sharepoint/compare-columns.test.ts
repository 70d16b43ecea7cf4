import { describe, expect, it } from 'vitest';
import { concern } from '../../../src/areas/concerns/record.ts';
import { columnsOf, type Column } from '../../../src/sharepoint/columns.ts';
import { compareColumns, type FoundColumn } from '../../../src/sharepoint/compare-columns.ts';

const wanted = columnsOf(concern);
const asFound = (column: Column, at: number): FoundColumn =>
  ({ id: `column-${at}`, ...(column as object) }) as FoundColumn;
const present = wanted.map(asFound);
const change = (name: string, changed: object) =>
  present.map((column) => (column.name === name ? { id: column.id, name, ...changed } : column));

describe('a list compared with what it should be', () => {
  it('lacks nothing when all columns are there, whatever else a school has added', () => {
    const added: FoundColumn = { id: 'x', name: 'OurOwnNotes', text: {} };
    expect(compareColumns(wanted, [...present, added])).toEqual({ missing: [], mendable: [], otherKinds: [] });
  });

  it('lacks the columns of a newer version', () => {
    const { missing } = compareColumns(
      wanted,
      present.filter(({ name }) => name !== 'TakenAt'),
    );
    expect(missing.map(({ name }) => name)).toEqual(['TakenAt']);
  });

  it('is told to give the key its index and uniqueness back', () => {
    const { mendable } = compareColumns(wanted, change('RequestKey', { text: {}, enforceUniqueValues: false }));
    expect(mendable).toEqual([
      {
        ...{ id: 'column-0', name: 'RequestKey', lacks: ['index', 'uniqueness'] },
        mend: { indexed: true, enforceUniqueValues: true },
      },
    ]);
  });

  it('is told to index what is asked for, and not to make it unique', () => {
    const { indexed: _index, ...status } = { ...(wanted.find(({ name }) => name === 'Status') as Column) };
    const { mendable } = compareColumns(wanted, change('Status', status));
    expect(mendable).toEqual([expect.objectContaining({ name: 'Status', lacks: ['index'], mend: { indexed: true } })]);
  });

  it('is told to give a line the room that Lantern needs, and takes none away', () => {
    const line = (maxLength: number) =>
      compareColumns(wanted, change('ChildName', { text: { maxLength } })).mendable.map(({ lacks, mend }) => [
        lacks,
        mend,
      ]);
    expect(line(254)).toEqual([[['width'], { text: { maxLength: 255 } }]]);
    expect(line(255)).toEqual([]);
    expect(line(300)).toEqual([]);
  });

  it('adds the choices of a newer version to those that a school has put there', () => {
    const { mendable } = compareColumns(
      wanted,
      change('Status', {
        indexed: true,
        choice: { choices: ['ours', 'new'], allowTextEntry: false, displayAs: 'radioButtons' },
      }),
    );
    const [status] = mendable;
    expect(status).toMatchObject({
      lacks: ['choices'],
      mend: { choice: { allowTextEntry: true, displayAs: 'radioButtons' } },
    });
    const { choices } = (status?.mend as { choice: { choices: string[] } }).choice;
    expect(choices.slice(0, 2)).toEqual(['ours', 'new']);
    expect(new Set(choices).size).toBe(choices.length);
    expect(choices).toEqual(
      expect.arrayContaining([...(wanted.find(({ name }) => name === 'Status')?.choice?.choices ?? [])]),
    );
  });

  it.each([
    ['Words', { text: {} }, 'text', 'text of several lines'],
    ['YearGroup', { number: {} }, 'number', 'text'],
    ['InFuture', { text: {} }, 'text', 'boolean'],
    ['ChildName', {}, 'of another kind', 'text'],
    ['RequestKey', { text: { allowMultipleLines: true } }, 'text of several lines', 'text'],
  ])('says that %s is of another kind, and changes nothing', (name, changed, is, needed) => {
    expect(compareColumns(wanted, change(name, changed))).toEqual({
      ...{ missing: [], mendable: [] },
      otherKinds: [{ name, is, needed }],
    });
  });
});
