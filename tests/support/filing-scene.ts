import { concern } from '../../src/areas/concerns/record.ts';
import { staffConcern } from '../../src/areas/staff-concerns/record.ts';
import { createBudget } from '../../src/graph/budget.ts';
import type { Budget } from '../../src/ports/graph.ts';
import type { FilingPayload, FilingQueue, RowPlace, Task } from '../../src/ports/outbox.ts';
import { createFiling, type Filing, type FilingSettings } from '../../src/sharepoint/filing.ts';
import { provision } from '../../src/sharepoint/provision.ts';
import { faultyTransport, type FaultyTransport } from './faulty-transport.ts';
import { createMemoryQueue, type Entry } from './filing-queue.ts';
import { handSetClock, type HandSetClock } from './hand-set-clock.ts';
import { recordedLog, type LogLine } from './recorded-log.ts';
import { batchOver, school, sharePointTenant, type Row, type SharePointTenant } from './sharepoint-tenant.ts';

/** A local tenant with the list of concerns made, and that of staff concerns in its own site. */
export async function tenantWithLists(): Promise<SharePointTenant> {
  const sharePoint = await sharePointTenant();
  const { log } = recordedLog();
  const { provisioner: graph } = sharePoint;
  await provision({ graph, batch: batchOver(graph), schools: [school], types: [concern, staffConcern], log });
  return sharePoint;
}

export interface FilingScene {
  readonly filing: Filing;
  readonly clock: HandSetClock;
  readonly budget: Budget;
  readonly queue: FilingQueue;
  readonly wire: FaultyTransport;
  readonly lines: readonly LogLine[];
  /** Commits a new concern. @returns its id */
  report(words?: string, more?: Partial<FilingPayload>): string;
  /** Commits a further act on a concern: it is taken. @returns the act's key */
  take(id: string, by?: string, more?: Partial<FilingPayload>): string;
  /** The rows of one concern. */
  rowsOf(id: string): Promise<readonly Row[]>;
  entries(): readonly Entry[];
  /** The next success is carried out in SharePoint and then forgotten, as when the process is killed. */
  die(): void;
  /** Lets the worker try, and time pass, until nothing waits. @returns seconds that it took */
  drain(): Promise<number>;
}

export const actKey = (id: string, rev: number): string => `${id.slice(0, 24)}${rev.toString(16).padStart(8, '0')}`;

let concerns = 0;

/** A worker between a queue in memory and the tenant, on a hand-set clock, over a wire that can be broken. */
export function filingScene(
  sharePoint: SharePointTenant,
  { timeoutMs = 5_000, ...settings }: Partial<FilingSettings> & { timeoutMs?: number } = {},
): FilingScene {
  const clock = handSetClock();
  const { queue, add, entries } = createMemoryQueue(clock);
  const budget = createBudget({ licences: 1, clock });
  const wire = faultyTransport(sharePoint.transport);
  const { log, lines } = recordedLog();
  const revs = new Map<string, number>();
  const held = new Map<string, Readonly<Record<string, unknown>>>();
  let dying = false;
  async function confirm(task: Task<FilingPayload>, place: RowPlace) {
    if (dying) {
      dying = false;
      throw new Error('the process died here');
    }
    return queue.confirm(task, place);
  }
  const filing = createFiling({
    queue: { ...queue, confirm },
    graph: sharePoint.graph({ transport: wire.transport, timeoutMs, budget }),
    budget,
    types: new Map([concern, staffConcern].map((type) => [type.name, type] as const)),
    schools: [school],
    clock,
    log,
    random: () => 0.5,
    ...settings,
  });

  function commit(
    id: string,
    payload: Pick<FilingPayload, 'kind' | 'ref' | 'values' | 'actorName'>,
    more: Partial<FilingPayload>,
  ) {
    const rev = (revs.get(id) ?? 0) + 1;
    revs.set(id, rev);
    const act = actKey(id, rev);
    const before = held.get(id) ?? {};
    held.set(id, { ...before, ...payload.values });
    const base = Object.fromEntries(Object.keys(payload.values).map((name) => [name, before[name] ?? null]));
    const actorId = '6b1c7a1e-1111-4111-8111-000000000001';
    const whole = {
      record: concern.name,
      id,
      school: school.id,
      rev,
      actorId,
      at: clock.now(),
      ...payload,
      ...(rev > 1 && { base }),
      ...more,
    };
    add({ tenant: '6b1c7a1e-2222-4222-8222-000000000001', lane: id, act, payload: whole });
    return act;
  }

  return {
    filing,
    clock,
    budget,
    queue,
    wire,
    lines,
    entries,
    report(words = 'She said she does not want to go home today.', more = {}) {
      const id = (0xc0ffee00 + ++concerns).toString(16).padStart(32, '0');
      const values = {
        status: 'submitted',
        urgency: 'urgent-today',
        source: 'staff-observation',
        childAsTyped: "Mia O'Brien-Łukasz",
        childState: 'unresolved',
        words,
        safeNow: 'not-sure',
        whenAsTyped: 'just now',
        reportedAt: clock.now(),
        reporterId: '6b1c7a1e-1111-4111-8111-000000000001',
        reporterName: 'Daniel Osei',
        reporterRecognised: true,
      };
      const ref = `C-2026-${String(concerns).padStart(4, '0')}`;
      commit(id, { kind: 'create', ref, values, actorName: 'Daniel Osei' }, more);
      return id;
    },
    take(id, by = 'Priya Raman', more = {}) {
      const values = { status: 'acknowledged', takenByName: by, takenAt: clock.now() };
      return commit(id, { kind: 'update', values, actorName: by }, more);
    },
    rowsOf: (id) => sharePoint.rows(concern.list, id),
    die: () => void (dying = true),
    async drain() {
      const from = clock.seconds();
      for (let rounds = 0; entries().some((entry) => entry.state === 'waiting'); rounds++) {
        if (rounds > 500) throw new Error('the queue does not drain');
        if ((await filing.runOnce()) === 0) clock.forward(15);
      }
      return clock.seconds() - from;
    },
  };
}
