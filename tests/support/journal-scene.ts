import { createBudget } from '../../src/graph/budget.ts';
import { journalLists } from '../../src/journal/journal-lists.ts';
import type { JournalEntry } from '../../src/journal/entry.ts';
import { createJournalFiling } from '../../src/sharepoint/file-journal.ts';
import { provision } from '../../src/sharepoint/provision.ts';
import { createSites } from '../../src/sharepoint/sites.ts';
import { openSqlite } from '../../src/store/sqlite/open-sqlite.ts';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { faultyTransport } from './faulty-transport.ts';
import { handSetClock } from './hand-set-clock.ts';
import { databaseKey, tenant } from './kernel.ts';
import { recordedLog } from './recorded-log.ts';
import { batchOver, school, sharePointTenant, type SharePointTenant } from './sharepoint-tenant.ts';

/** A local tenant with the journal's lists made. */
export async function tenantWithJournal(): Promise<SharePointTenant> {
  const sharePoint = await sharePointTenant();
  const { log } = recordedLog();
  const { provisioner: graph } = sharePoint;
  await provision({ graph, batch: batchOver(graph), schools: [school], types: [], once: journalLists, log });
  return sharePoint;
}

export const look = (over: Partial<JournalEntry> = {}): JournalEntry => ({
  tenant,
  at: '2026-12-10T08:05:00.000Z',
  actor: '6b1c7a1e-1111-4111-8111-000000000002',
  act: 'read-concern',
  verb: 'read',
  about: 'concern',
  subjects: ['c0ffee00c0ffee00c0ffee00c0ffee00'],
  outcome: 'shown',
  fields: ['ref', 'words'],
  digest: 'd'.repeat(64),
  ...over,
});

/** A store with a journal, and the job that files it into a tenant over a wire that can be broken. */
export function journalScene(sharePoint: SharePointTenant) {
  const folder = mkdtempSync(join(tmpdir(), 'lantern-journal-'));
  const clock = handSetClock();
  const store = openSqlite(folder, databaseKey, [], clock);
  const wire = faultyTransport(sharePoint.transport);
  const budget = createBudget({ licences: 1, clock });
  const graph = sharePoint.graph({ transport: wire.transport, timeoutMs: 5_000, budget });
  const { log, lines } = recordedLog();
  const open = (operational: Pick<typeof store, 'journalLines' | 'journalMarks'> = store) =>
    createJournalFiling({
      tenant,
      school: school.id,
      lines: operational.journalLines,
      marks: operational.journalMarks,
      graph,
      budget,
      sites: createSites({ graph, schools: [school] }),
      clock,
      machine: clock,
      log,
      random: () => 0,
    });
  let filing = open();
  return {
    ...{ folder, clock, store, wire, budget, graph, lines },
    /** Adds looks to the journal. */
    async noted(count: number, over: Partial<JournalEntry> = {}) {
      await Promise.all(Array.from({ length: count }, () => store.store.journal(look({ at: clock.now(), ...over }))));
    },
    /** Another process on the same store. @param operational what it keeps its mark in */
    restart: (operational?: Parameters<typeof open>[0]) => void (filing = open(operational)),
    runOnce: () => filing.runOnce(),
    stop: () => filing.stop(),
    /** Lets it work while there is something to do. @returns rows made */
    async settle() {
      for (let rows = 0; ;) {
        const more = await filing.runOnce();
        if (more === 0) return rows;
        rows += more;
      }
    },
    pages: () => sharePoint.rows('Journal'),
    anchors: () => sharePoint.rows('Journal anchors'),
    async end() {
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
export type JournalScene = ReturnType<typeof journalScene>;
