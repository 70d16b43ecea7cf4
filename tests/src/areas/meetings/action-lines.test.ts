import { expect, it } from 'vitest';
import { actionLinesOf } from '../../../../src/areas/meetings/minutes/action-lines.ts';

const staff = ['Tom Whitlock', 'Priya Raman', 'Zoe Lund', 'Zoe Hart'].map((name, i) => ({ personId: String(i), name }));
/** A Thursday. */
const today = '2026-12-10';
const read = (text: string) =>
  actionLinesOf(text, staff, today).map((found) =>
    'why' in found ? `${found.line}: ${found.why}` : `${found.owner.name} | ${found.what} | ${found.dueOn}`,
  );

it.each([
  ['Ring her mother @Tom by Friday', 'Tom Whitlock | Ring her mother | 2026-12-11'],
  ['@tom whitlock by tomorrow: ring her mother', 'Tom Whitlock | ring her mother | 2026-12-11'],
  ['@Tom by 18 December – ring', 'Tom Whitlock | ring | 2026-12-18'],
  ['@Priya by 5/1/2027 look again', 'Priya Raman | look again | 2027-01-05'],
  ['@Priya by 2027-01-05 look again', 'Priya Raman | look again | 2027-01-05'],
  ['@Zoe Hart by today ask', 'Zoe Hart | ask | 2026-12-10'],
  ['@Zoe by Friday ask', '1: several-such-persons'],
  ['@Sam by Friday ask', '1: no-such-person'],
  ['@Tom by the bell ask', '1: no-day'],
  ['@Tom rings her mother', '1: no-day'],
  ['@Tom by 1 December 2026 ask', '1: day-gone'],
  ['@Tom by Friday', '1: no-task'],
])('reads %s', (text, found) => expect(read(text)).toEqual([found]));

it('numbers lines, and leaves those alone that give nobody anything', () => {
  expect(read('She stays in school.\nWrite to office@school.example\n\nAsk @Nobody by Friday')).toEqual([
    '4: no-such-person',
  ]);
});
