import { describe, expect, it } from 'vitest';
import { chasedUpTo, chaseDay, isTimeToChase } from '../../../src/records/chase-days.ts';

/** Thursday. */
const dueOn = '2026-12-17';
const createdAt = '2026-12-01T09:00:00.000Z';
const on = (day: string, over: object = {}) => chaseDay({ dueOn, createdAt, ...over }, `${day}T09:00:00.000Z`);

describe('the day of a reminder', () => {
  it.each([
    ['2026-12-14', undefined],
    ['2026-12-15', '2026-12-15'],
    ['2026-12-16', '2026-12-15'],
    ['2026-12-17', '2026-12-15'],
    ['2026-12-18', '2026-12-18'],
    ['2026-12-24', '2026-12-18'],
    ['2026-12-25', '2026-12-25'],
    ['2027-01-20', '2027-01-15'],
  ])('on %s is %s', (day, expected) => {
    expect(on(day)).toBe(expected);
  });

  it('passes over weekends: of a Monday the Thursday before and the Tuesday after, of a Friday the Monday', () => {
    const monday = { dueOn: '2026-12-14' };
    expect([on('2026-12-09', monday), on('2026-12-10', monday), on('2026-12-15', monday)]).toEqual([
      ...[undefined, '2026-12-10', '2026-12-15'],
    ]);
    const friday = { dueOn: '2026-12-11' };
    expect([on('2026-12-13', friday), on('2026-12-14', friday)]).toEqual(['2026-12-09', '2026-12-14']);
  });

  it('passes over bank holidays: of Christmas Eve the Tuesday after them', () => {
    const eve = { dueOn: '2026-12-24' };
    expect([on('2026-12-28', eve), on('2026-12-29', eve)]).toEqual(['2026-12-22', '2026-12-29']);
  });

  it('is none when its reminder has gone out, and none when the action was set only since', () => {
    expect(on('2026-12-16', { chasedOn: '2026-12-15' })).toBeUndefined();
    expect(on('2026-12-18', { chasedOn: '2026-12-15' })).toBe('2026-12-18');
    expect(on('2026-12-24', { chasedOn: '2026-12-21' })).toBeUndefined();
    expect(on('2026-12-16', { createdAt: '2026-12-15T08:00:00.000Z' })).toBeUndefined();
    expect(on('2026-12-16', { createdAt: '2026-12-14T08:00:00.000Z' })).toBe('2026-12-15');
  });
});

it.each([
  ['2026-12-17T08:29:00.000Z', false],
  ['2026-12-17T08:30:00.000Z', true],
  ['2026-12-17T17:59:00.000Z', true],
  ['2026-12-17T18:00:00.000Z', false],
  ['2026-12-19T10:00:00.000Z', false],
  // Christmas Day.
  ['2026-12-25T10:00:00.000Z', false],
  // Summer time.
  ['2026-06-17T07:30:00.000Z', true],
])('reminders at %s: %s', (now, expected) => {
  expect(isTimeToChase(now)).toBe(expected);
});

it('looks as far ahead as two weekdays', () => {
  expect(chasedUpTo('2026-12-17T09:00:00.000Z')).toBe('2026-12-21');
});
