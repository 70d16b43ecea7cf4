import { expect, it } from 'vitest';
import { claimsChallenge } from '../../../src/http/claims-challenge.ts';
import { claimsAskedFor } from '../../../tab/api/claims-challenge.ts';
import { keepProof } from '../../../tab/api/proved-token.ts';

const minutes = 60_000;
const tokenUntil = (seconds: number) =>
  `h.${Buffer.from(JSON.stringify({ exp: seconds, n: '??>>' })).toString('base64url')}.s`;

it('the token that proves it is used until shortly before its end, and asked for once', async () => {
  const asked: string[] = [];
  let now = 0;
  const end = 60 * minutes;
  const token = keepProof(
    async () => 'plain',
    async (claims) => {
      asked.push(claims);
      return tokenUntil(end / 1_000);
    },
    () => now,
  );
  expect(await token()).toBe('plain');
  const proved = await token('{"access_token":{}}');
  expect(await token()).toBe(proved);
  now = end - 5 * minutes - 1;
  expect(await token()).toBe(proved);
  now = end - 5 * minutes;
  expect(await token()).toBe('plain');
  expect(asked).toEqual(['{"access_token":{}}']);
});

it('a token that says no end is used once', async () => {
  const token = keepProof(
    async () => 'plain',
    async () => 'no token at all',
  );
  expect(await token('{}')).toBe('no token at all');
  expect(await token()).toBe('plain');
});

it('whoever does not prove it goes on with what they had', async () => {
  const token = keepProof(
    async () => 'plain',
    () => Promise.reject(new Error('cancelled')),
  );
  await expect(token('{}')).rejects.toThrow('cancelled');
  expect(await token()).toBe('plain');
});

it('the tab reads what the server asks for, and nothing out of other answers', () => {
  const answer = (status: number, header?: string) => ({
    status,
    headers: new Headers(header === undefined ? {} : { 'WWW-Authenticate': header }),
  });
  expect(JSON.parse(claimsAskedFor(answer(401, claimsChallenge('c7'))) ?? '')).toEqual({
    access_token: { acrs: { essential: true, value: 'c7' } },
  });
  expect(claimsAskedFor(answer(403, claimsChallenge('c7')))).toBeUndefined();
  expect(claimsAskedFor(answer(401, 'Bearer'))).toBeUndefined();
  expect(claimsAskedFor(answer(401))).toBeUndefined();
  expect(claimsAskedFor(answer(401, 'Bearer error="insufficient_claims", claims="="'))).toBeUndefined();
});
