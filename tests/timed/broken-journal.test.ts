import { expect, it } from 'vitest';
import type { JournalLine } from '../../src/journal/journal-line.ts';
import { judge, readGoals } from '../bench/figure.ts';
import { measureJournalVerify } from '../bench/journal-verify.ts';

const goals = readGoals();

async function measure(broken?: (line: JournalLine) => void) {
  const { figures } = await measureJournalVerify({ entries: 60_000, ...(broken && { broken }) });
  return figures.map((figure) => judge(figure, goals))[0];
}

it('passes the verification as it is', async () => {
  expect(await measure()).toMatchObject({ metric: 'journal.verify_ratio', pass: true });
});

it('notices that each entry is read and written as JSON again', async () => {
  expect(await measure(({ text }) => JSON.stringify(JSON.parse(text)))).toMatchObject({ pass: false });
});
