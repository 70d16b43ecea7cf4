import { expect, it } from 'vitest';
import { judge, readGoals } from './figure.ts';
import { measureUploadLost, type UploadLostOptions } from './upload-lost.ts';

const goals = readGoals();

async function measure(breakage?: UploadLostOptions['breakage']) {
  const { figures } = await measureUploadLost({ uploads: 60, kills: 2, ...(breakage && { breakage }) });
  return figures.map((figure) => judge(figure, goals))[0];
}

it('passes uploads as they are', { timeout: 300_000 }, async () => {
  expect(await measure()).toMatchObject({ metric: 'upload.lost', value: 0, pass: true });
});

it.each(['answers-first', 'forgets-a-range'] as const)(
  'notices a spool that %s',
  { timeout: 300_000 },
  async (breakage) => {
    expect(await measure(breakage)).toMatchObject({ pass: false });
  },
);
