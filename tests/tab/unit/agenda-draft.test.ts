import { expect, it } from 'vitest';
import type { AgendaItem } from '../../../src/areas/meetings/contract.ts';
import { arrangedOf, isChanged, isMinutes, moved, pointsIn, sumOf } from '../../../tab/meetings/agenda-draft.ts';
import { schoolInstant, schoolWall } from '../../../tab/meetings/school-instant.ts';

const point = (id: string, minutes?: number): AgendaItem => ({
  ...{ id, rev: 1, number: 1, why: 'own', state: 'open', heading: id },
  ...(minutes !== undefined && { minutes }),
});
const agenda = [point('a', 5), point('b'), point('c', 10)];
const ids = (points: ReturnType<typeof pointsIn>) => points.map(({ item }) => item.id).join('');

it('is the agenda as it stands while nothing was done to it', () => {
  const points = pointsIn(agenda, undefined);
  expect([ids(points), isChanged(agenda, points), sumOf(points)]).toEqual(['abc', false, 15]);
});

it('keeps what was arranged when a point came on or went off meanwhile', () => {
  const draft = moved(pointsIn(agenda, undefined), undefined, 'c', 0);
  expect(ids(pointsIn(agenda, draft))).toBe('cab');
  expect(ids(pointsIn([point('n'), point('a'), point('x'), point('c')], draft))).toBe('ncax');
});

it('moves to no place that there is not', () => {
  const points = pointsIn(agenda, undefined);
  expect(moved(points, undefined, 'a', 9).order).toEqual(['b', 'c', 'a']);
  expect(moved(points, undefined, 'c', -3).order).toEqual(['c', 'a', 'b']);
});

it('sends the whole agenda, minutes that were emptied as none, and what is taken off', () => {
  const draft = { order: ['b', 'a', 'c'], minutes: { a: '' }, off: ['c'] };
  const points = pointsIn(agenda, draft);
  expect(sumOf(points)).toBe(0);
  expect(arrangedOf(points)).toEqual([{ id: 'b' }, { id: 'a', minutes: 0 }, { id: 'c', minutes: 10, off: true }]);
});

it.each([
  ['', true],
  ['45', true],
  ['480', true],
  ['481', false],
  ['-1', false],
  ['1.5', false],
  ['x', false],
])('“%s” as minutes: %s', (text, good) => {
  expect(isMinutes(text)).toBe(good);
});

it('reads a clock at the school, in summer and in winter, and both ways', () => {
  expect(schoolInstant('2026-12-14', '14:00')).toBe('2026-12-14T14:00:00.000Z');
  expect(schoolInstant('2027-06-07', '14:00')).toBe('2027-06-07T13:00:00.000Z');
  expect(schoolInstant('', '14:00')).toBeUndefined();
  expect(schoolWall('2027-06-07T13:00:00.000Z')).toEqual({ day: '2027-06-07', time: '14:00' });
});
