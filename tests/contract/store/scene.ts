import { afterEach, beforeEach } from 'vitest';
import type { Identity } from '../../../src/access/types.ts';
import { reportConcern } from '../../../src/areas/concerns/report-concern.ts';
import { listConcerns, readConcern } from '../../../src/areas/concerns/views.ts';
import type { ChainedEntry } from '../../../src/journal/entry.ts';
import type { FilingPayload, Task } from '../../../src/ports/outbox.ts';
import type { OperationalStore } from '../../../src/store/operational-store.ts';
import { kernelOn, newForm, people, tenant } from '../../support/kernel.ts';

export type Kernel = Awaited<ReturnType<typeof kernelOn>>;

/** An engine under test. */
export interface EngineHarness {
  /** Opens the store, or opens it again after it was closed: what was committed is there. */
  open(): Promise<OperationalStore>;
  /** The clock of leases. */
  pass(seconds: number): void;
  /** After the store was closed. */
  end(): Promise<void>;
}

export const typed = { who: 'Ellie Marsden', words: 'She had no coat.', safeNow: 'yes', when: 'just now' };

export async function entriesOf(store: OperationalStore): Promise<readonly ChainedEntry[]> {
  const entries: ChainedEntry[] = [];
  for await (const entry of store.journalEntries(tenant)) entries.push(entry);
  return entries;
}

/** Claims all filings there are, lane by lane, and confirms each. */
export async function fileAll(store: OperationalStore): Promise<readonly Task<FilingPayload>[]> {
  const filed: Task<FilingPayload>[] = [];
  for (;;) {
    const tasks = await store.filingQueue.claim(10, 60);
    if (tasks.length === 0) return filed;
    for (const task of tasks)
      await store.filingQueue.confirm(task, { itemId: String(filed.push(task)), etag: '"a,1"' });
  }
}

/** A store of the engine for each test, with the school of the tests in it and nothing left to file. */
export function startScene(makeEngine: () => Promise<EngineHarness>) {
  const scene = {} as { engine: EngineHarness; operational: OperationalStore; kernel: Kernel };
  beforeEach(async () => {
    scene.engine = await makeEngine();
    scene.operational = await scene.engine.open();
    scene.kernel = await kernelOn(scene.operational.store);
    await fileAll(scene.operational);
  });
  afterEach(async () => {
    await scene.operational.close();
    await scene.engine.end();
  });

  const report = (over: object = {}, form = newForm(), who: Identity = people.daniel, on = scene.kernel) =>
    on.perform(reportConcern, who, { ...typed, ...over }, form);
  return Object.assign(scene, {
    report,
    async reported(over: object = {}): Promise<string> {
      const result = await report(over);
      if (!result.ok) throw new Error(result.problem.code);
      return result.answer.concern;
    },
    async shown(id: string, on = scene.kernel) {
      const result = await on.read(readConcern, people.priya, { id });
      if (!result.ok) throw new Error(result.problem.code);
      return result.answer.answer;
    },
    async page(before?: string, who: Identity = people.priya) {
      const result = await scene.kernel.read(listConcerns, who, before === undefined ? {} : { before });
      return result.ok ? result.answer.answer : { items: [] };
    },
  });
}
