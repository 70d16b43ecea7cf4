import { expect, it } from 'vitest';
import { createQuickXorHash } from '../../../src/graph/quick-xor-hash.ts';

const hashOf = (...pieces: readonly Uint8Array[]) => {
  const hash = createQuickXorHash();
  for (const piece of pieces) hash.add(piece);
  return hash.value();
};

// Published results: docs.rs/quickxorhash ("hello world"), and what other clients of OneDrive test with.
it.each([
  ['', 'AAAAAAAAAAAAAAAAAAAAAAAAAAA='],
  ['Sg==', 'SgAAAAAAAAAAAAAAAQAAAAAAAAA='],
  ['0pZP', '0rDEEwAAAAAAAAAAAwAAAAAAAAA='],
  ['aGVsbG8gd29ybGQ=', 'aCgDG9jwBhDc4Q1yawMZAAAAAAA='],
  ['h490d57Pqz5q2rtT', 'h3gEHe7giWeswgdq3MYupgAAAAA='],
  ['gQaybEqS/4UlDc8e4IJm', 'gDCALNigBEn8oxAlZ8AzPAAOQZg='],
  ['N9abi3qy/mC1THZuVLHPpx7SgwtLOA==', '1KTYttCBEen8Hwy1doId3ECFWDw='],
])('hashes %j to %s', (bytes, hash) => {
  expect(hashOf(Buffer.from(bytes, 'base64'))).toBe(hash);
});

it('gives the same whatever the pieces', () => {
  const bytes = Uint8Array.from({ length: 1_000 }, (_, n) => (n * 37) & 0xff);
  expect(hashOf(bytes.subarray(0, 13), bytes.subarray(13, 500), bytes.subarray(500))).toBe(hashOf(bytes));
  expect(hashOf(bytes.subarray(1))).not.toBe(hashOf(bytes));
});
