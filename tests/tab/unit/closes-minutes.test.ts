import { expect, it } from 'vitest';
import { closesMinutes } from '../../../tab/meetings/closes-minutes.ts';

const minute = 60_000;
const look = (code: string, writing: boolean, minutes: number) =>
  closesMinutes({ code, writing, since: 1_000, last: 1_000 + minutes * minute });

it('minutes leave the screen at once where the person may not see them, whether they write or not', () => {
  for (const code of ['not-found', 'wrong-organisation', 'suspended'])
    expect([look(code, true, 0), look(code, false, 0)]).toEqual([true, true]);
});

it('where nobody is signed in they stay for ten minutes before whoever writes, and before nobody else', () => {
  expect([look('not-signed-in', true, 0), look('not-signed-in', true, 9.9)]).toEqual([false, false]);
  expect([look('not-signed-in', true, 10), look('not-signed-in', false, 0)]).toEqual([true, true]);
});

it('what passes by itself takes nothing off the screen', () => {
  for (const code of ['busy', 'broken', 'unreachable', 'too-many']) expect(look(code, false, 60)).toBe(false);
});
