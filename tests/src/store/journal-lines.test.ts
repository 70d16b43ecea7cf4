import fc from 'fast-check';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { canonical } from '../../../src/journal/chain.ts';
import { openDatabase } from '../../../src/store/sqlite/database.ts';
import { createJournalLines } from '../../../src/store/sqlite/journal-lines.ts';
import { createJournalTable } from '../../../src/store/sqlite/journal-table.ts';
import { migrate } from '../../../src/store/sqlite/schema.ts';
import { look } from '../../support/journal-scene.ts';
import { databaseKey } from '../../support/kernel.ts';

const folder = mkdtempSync(join(tmpdir(), 'lantern-lines-'));
const { sqlite, close } = openDatabase(folder, databaseKey);
migrate(sqlite, []);
afterAll(() => {
  close();
  rmSync(folder, { recursive: true, force: true });
});

/** Any whole characters; half of one is no text that a database can keep. */
const words = fc.string({ unit: 'binary', maxLength: 20 }).filter((text) => !text.includes('\0'));

it('has SQLite write the very text that the hash was made from, whatever signs stand in an entry', async () => {
  const lines = createJournalLines(sqlite);
  const table = createJournalTable(sqlite);
  let tenants = 0;
  await fc.assert(
    fc.asyncProperty(words, words, fc.array(words), fc.array(words), async (actor, digest, subjects, fields) => {
      const tenant = `t"${tenants++}\\\u0007é`;
      const entry = look({ tenant, actor, digest, subjects, fields });
      const noted = { ...entry, door: 'chat', rights: subjects } as const;
      table.append([entry, noted]);
      expect((await lines(tenant, 0, 3)).map(({ text }) => text)).toEqual([canonical(1, entry), canonical(2, noted)]);
    }),
  );
});
