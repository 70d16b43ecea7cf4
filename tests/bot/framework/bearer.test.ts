import { UnsecuredJWT } from 'jose';
import { expect, it } from 'vitest';
import { readBearer } from '../../../bot/framework/bearer.ts';

const token = `${new UnsecuredJWT({ iss: 'somebody' }).encode()}c2ln`;

it('reads one token in one spelling, with what it says of itself', () => {
  expect(readBearer(`Bearer ${token}`)).toEqual({ token, claims: { iss: 'somebody' } });
});

it.each([undefined, ''])('finds no token in %j', (header) => expect(readBearer(header)).toBe('no-token'));

it.each([
  token,
  'Bearer',
  `bearer ${token}`,
  `Bearer  ${token}`,
  ` Bearer ${token}`,
  `Bearer ${token} `,
  `Bearer ${token}\n`,
  `Bearer ${token}.part`,
  `Bearer ${token} ${token}`,
  `Basic ${token}, Bearer ${token}`,
  `Bearer ${token.slice(0, token.lastIndexOf('.') + 1)}`,
  `Bearer ${token.slice(token.indexOf('.'))}`,
  'Bearer a..c',
  'Bearer a.b.c',
])('%j is not a token', (header) => expect(readBearer(header)).toBe('not-a-token'));
