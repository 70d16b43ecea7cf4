import { beforeEach, expect, it } from 'vitest';
import { canonical, emptyHead, link, type ChainHead } from '../../../src/journal/chain.ts';
import type { JournalEntry } from '../../../src/journal/entry.ts';
import type { JournalLine } from '../../../src/journal/journal-line.ts';
import { createChainWatch, type ChainWatch } from '../../../src/operations/chain-watch.ts';

const entry: JournalEntry = {
  tenant: 't',
  at: '2026-12-10T08:05:00.000Z',
  actor: 'a',
  act: 'look',
  verb: 'read',
  about: 'concern',
  subjects: [],
  outcome: 'shown',
  fields: [],
  digest: '',
};

let lines: JournalLine[];
let watch: ChainWatch;
let filed: ChainHead;
const add = (count: number) => {
  for (let i = 0; i < count; i++) {
    const { n, hash, at } = link(lines.at(-1) ?? emptyHead, entry);
    lines.push({ n, at, hash, text: canonical(n, entry) });
  }
};
beforeEach(() => {
  lines = [];
  filed = emptyHead;
  watch = createChainWatch({
    tenant: 't',
    lines: async (_tenant, after, most) => lines.filter(({ n }) => n > after).slice(0, most),
    marks: { read: async () => ({ filed, anchored: undefined }) },
  });
});

it('finds a journal intact that goes on as it was, however many look at once', async () => {
  expect(watch.intact()).toBeNull();
  add(1_200);
  await Promise.all([watch.look(), watch.look()]);
  expect(watch.intact()).toBe(true);
  add(10);
  await watch.look();
  expect(watch.intact()).toBe(true);
});

it.each<[string, () => void]>([
  ['was changed', () => (lines[7] = { ...lines[7]!, text: lines[7]!.text.replace('look', 'lock') })],
  ['is missing', () => lines.splice(7, 1)],
])('finds that an entry %s', async (_what, spoil) => {
  add(5);
  await watch.look();
  add(5);
  spoil();
  await watch.look();
  expect(watch.intact()).toBe(false);
});

it('begins at the last page that lies in SharePoint', async () => {
  add(10);
  filed = { n: 6, hash: lines[5]!.hash };
  lines.splice(0, 6);
  await watch.look();
  expect(watch.intact()).toBe(true);
});
