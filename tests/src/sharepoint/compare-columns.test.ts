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
    expect(compareColumns(wanted, [...present, added])).toEqual({ missing: [], unindexed: [], faults: [] });
  });

  it('lacks the columns of a newer version', () => {
    const { missing } = compareColumns(
      wanted,
      present.filter(({ name }) => name !== 'TakenAt'),
    );
    expect(missing.map(({ name }) => name)).toEqual(['TakenAt']);
  });

  it('is told to give the key its index and uniqueness back', () => {
    const { unindexed } = compareColumns(
      wanted,
      change('RequestKey', { text: {}, indexed: true, enforceUniqueValues: false }),
    );
    expect(unindexed).toEqual([
      { id: 'column-0', name: 'RequestKey', mend: { indexed: true, enforceUniqueValues: true } },
    ]);
  });

  it('is told to index what is asked for, and not to make it unique', () => {
    const { unindexed } = compareColumns(wanted, change('Status', { choice: {} }));
    expect(unindexed).toMatchObject([{ name: 'Status', mend: { indexed: true } }]);
    expect(unindexed[0]?.mend).not.toHaveProperty('enforceUniqueValues');
  });

  it.each([
    ['Words', { text: {} }, 'Words is text, and Lantern needs text of several lines'],
    ['YearGroup', { number: {} }, 'YearGroup is number, and Lantern needs text'],
    ['InFuture', { text: {} }, 'InFuture is text, and Lantern needs boolean'],
    ['ChildName', {}, 'ChildName is of another kind, and Lantern needs text'],
  ])('says in words that %s is of another kind, and changes nothing', (name, changed, fault) => {
    expect(compareColumns(wanted, change(name, changed))).toEqual({ missing: [], unindexed: [], faults: [fault] });
  });
});
