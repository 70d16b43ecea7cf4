import { expect, it } from 'vitest';
import { failureFrom, unreachable } from '../../../tab/api/api-failure.ts';
import { formKey } from '../../../tab/api/form-key.ts';

it('shows the server’s own words', () => {
  const failure = failureFrom({ code: 'changed-meanwhile', message: 'Look again.' });
  expect([failure.code, failure.message, failure.decided]).toEqual(['changed-meanwhile', 'Look again.', true]);
});

it.each([undefined, null, 'Bad gateway', {}, { code: 1, message: 'x' }, { code: 'busy' }])(
  'has words of its own for an answer that is not Lantern’s: %j',
  (body) => {
    expect(failureFrom(body).code).toBe('broken');
    expect(failureFrom(body).message).toMatch(/Try again/);
  },
);

it('knows after which answers the same press must keep its form key', () => {
  const undecided = ['busy', 'broken', 'not-signed-in'].map((code) => failureFrom({ code, message: '' }).decided);
  expect([unreachable().decided, ...undecided]).toEqual([false, false, false, false]);
});

it('makes form keys of 32 hexadecimal digits that differ', () => {
  const keys = Array.from({ length: 100 }, formKey);
  expect(keys.filter((key) => !/^[0-9a-f]{32}$/.test(key))).toEqual([]);
  expect(new Set(keys).size).toBe(100);
});
