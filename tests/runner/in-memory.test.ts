import { existsSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { expect, it, onTestFinished } from 'vitest';
import { folderOfRun, isInMemory, setup, teardown } from './in-memory.ts';

it('a disk, a place without files and a place that is not there are not memory', () => {
  expect([import.meta.dirname, '/proc', '/nowhere'].map(isInMemory)).toEqual([false, false, false]);
});

it('tests write into memory where there is one', () => {
  expect(isInMemory(tmpdir())).toBe(isInMemory('/dev/shm'));
});

it('what a killed run left is taken away by the next one, which takes its own away itself', () => {
  // One of our own process ids is in use, and no process has this one: Linux gives none above 4194304.
  const left = '/dev/shm/lantern-run-4194999';
  if (folderOfRun !== undefined) mkdirSync(left);
  onTestFinished(teardown);
  setup();
  expect(existsSync(left)).toBe(false);
  expect(folderOfRun === undefined || existsSync(folderOfRun)).toBe(true);
  teardown();
  expect(folderOfRun !== undefined && existsSync(folderOfRun)).toBe(false);
  expect(existsSync(tmpdir())).toBe(true);
});
