import { describe, expect, it } from 'vitest';
import { contested, differing, type Cell } from '../../../src/sharepoint/merge.ts';

const cell = (base: Cell['base'], ours: Cell['ours']): Cell => ({ field: 'status', column: 'Status', base, ours });

describe('a column that moved while an act was on its way', () => {
  it.each<[string, Cell, unknown]>([
    ['is as it was', cell('submitted', 'acknowledged'), 'submitted'],
    ['says already what the act says', cell('submitted', 'acknowledged'), 'acknowledged'],
    ['was empty and still is', cell(null, 'Priya Raman'), undefined],
    ['was empty text', cell('', 'Priya Raman'), undefined],
    ['is to be emptied', cell('Tom Whitlock', null), 'Tom Whitlock'],
    ['is empty already', cell('Tom Whitlock', null), undefined],
    ['was never answered, which SharePoint shows as no', cell(null, true), false],
    ['has other line ends', cell('one\ntwo', 'three'), 'one\r\ntwo'],
    ['lost a blank at its end', cell('one ', 'three'), 'one'],
    ['is a number as it was', cell(2, 3), 2],
  ])('is written where it %s', (_, written, theirs) => {
    expect(contested([written], { Status: theirs })).toEqual([]);
  });

  it.each<[string, Cell, unknown, unknown]>([
    ['was edited', cell('submitted', 'acknowledged'), 'closed', 'closed'],
    ['was emptied', cell('submitted', 'acknowledged'), undefined, null],
    ['was filled', cell(null, 'Priya Raman'), 'Tom Whitlock', 'Tom Whitlock'],
    ['was counted otherwise', cell(2, 3), 0, 0],
    ['holds what nobody knows the origin of', cell(undefined, 'acknowledged'), 'submitted', 'submitted'],
    ['differs in case only', cell('Mia', 'Ellie'), 'mia', 'mia'],
  ])('is left to a person where it %s', (_, written, column, theirs) => {
    expect(contested([written], { Status: column })).toEqual([
      { field: 'status', base: written.base, ours: written.ours, theirs },
    ]);
  });

  it('is compared for itself: other columns may move', () => {
    const taker: Cell = { field: 'takenByName', column: 'TakenByName', base: null, ours: 'Priya Raman' };
    const fields = { Status: 'submitted', TakenByName: 'Tom Whitlock', YearGroup: '9', Rev: 7 };
    expect(contested([cell('submitted', 'acknowledged'), taker], fields)).toEqual([
      { field: 'takenByName', base: null, ours: 'Priya Raman', theirs: 'Tom Whitlock' },
    ]);
  });
});

it('shows all that differs where the row has another history', () => {
  expect(differing([cell('submitted', 'acknowledged')], { Status: 'submitted' })).toEqual([
    { field: 'status', base: 'submitted', ours: 'acknowledged', theirs: 'submitted' },
  ]);
});
