import { expect, it } from 'vitest';
import { createVerifiedTokens } from '../../../src/identity/verified-tokens.ts';

const identity = { tenant: 't', person: 'p', name: 'Priya Raman', door: 'tab' as const };

it('knows a token until the moment it expires', () => {
  const tokens = createVerifiedTokens();
  tokens.keep('token', identity, 1_000);
  expect(tokens.find('token', 999)).toBe(identity);
  expect(tokens.find('token', 1_000)).toBeUndefined();
  expect(tokens.find('token', 999)).toBeUndefined();
});

it('knows no other token', () => {
  const tokens = createVerifiedTokens();
  tokens.keep('token', identity, 1_000);
  expect(tokens.find('token ', 0)).toBeUndefined();
});

it('forgets the oldest when it is full', () => {
  const tokens = createVerifiedTokens(2);
  for (const token of ['a', 'b', 'c']) tokens.keep(token, identity, 1_000);
  expect(['a', 'b', 'c'].map((token) => tokens.find(token, 0))).toEqual([undefined, identity, identity]);
});
