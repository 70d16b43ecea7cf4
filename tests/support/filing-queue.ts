import type { Clock } from '../../src/ports/clock.ts';
import type { BothSides, FilingPayload, FilingQueue, RowPlace, Task } from '../../src/ports/outbox.ts';

/** One act's work on its way into SharePoint, as it is put at the end of its lane. */
export interface Work {
  readonly tenant: string;
  readonly lane: string;
  readonly act: string;
  readonly payload: FilingPayload;
}

export interface Entry {
  readonly lane: string;
  readonly act: string;
  readonly state: 'waiting' | 'stopped' | 'done';
  /** Failed attempts so far. */
  readonly attempts: number;
  /** Gone once SharePoint holds it. */
  readonly payload: FilingPayload | undefined;
  /** Why it was last postponed or stopped. */
  readonly code: string | undefined;
  /** What both sides of a conflict hold. */
  readonly sides?: readonly BothSides[] | undefined;
}

export interface MemoryQueue {
  readonly queue: FilingQueue;
  add(work: Work): void;
  /** All work that was ever added, oldest first. */
  entries(): readonly Entry[];
}

interface Row {
  readonly id: number;
  readonly work: Work;
  readonly createdAt: string;
  state: Entry['state'];
  attempts: number;
  fence: number;
  claimed: boolean;
  /** Milliseconds: the end of the lease while claimed, else when it is due. */
  until: number;
  code: string | undefined;
  payload: FilingPayload | undefined;
  sides: readonly BothSides[] | undefined;
}

/** The outbox's filing queue in memory: the same promises as the store's, without its durability. */
export function createMemoryQueue(clock: Clock): MemoryQueue {
  const rows: Row[] = [];
  const places = new Map<string, RowPlace>();
  /** So many at the beginning are done: nobody looks at them again. */
  let allDone = 0;
  let fence = 0;
  const now = () => Date.parse(clock.now());
  const placeKey = (tenant: string, payload: FilingPayload) => `${tenant}/${payload.record}/${payload.id}`;

  /** The heads of all lanes, oldest first. */
  function* heads(): Generator<Row> {
    const lanes = new Set<string>();
    while (rows[allDone]?.state === 'done') allDone++;
    for (let n = allDone; n < rows.length; n++) {
      const row = rows[n];
      if (!row || row.state === 'done') continue;
      const lane = `${row.work.tenant}/${row.work.lane}`;
      if (lanes.has(lane)) continue;
      lanes.add(lane);
      yield row;
    }
  }

  function due(limit: number): readonly Row[] {
    const at = now();
    const found: Row[] = [];
    for (const row of heads()) {
      if (found.length === limit) break;
      if (row.state === 'waiting' && row.until <= at) found.push(row);
    }
    return found;
  }

  function held(task: Task<FilingPayload>): Row | undefined {
    const row = rows[task.id - 1];
    return row?.state === 'waiting' && row.claimed && row.fence === task.fence ? row : undefined;
  }

  function claim(row: Row, leaseSeconds: number): Task<FilingPayload>[] {
    if (!row.payload) return [];
    row.claimed = true;
    row.until = now() + leaseSeconds * 1_000;
    row.fence = ++fence;
    const { tenant, lane, act } = row.work;
    const { id, attempts, createdAt, payload } = row;
    return [{ id, tenant, lane, act, fence: row.fence, attempts, createdAt, payload }];
  }

  const queue: FilingQueue = {
    async claim(limit, leaseSeconds) {
      return due(limit).flatMap((row) => claim(row, leaseSeconds));
    },
    async postpone(task, afterSeconds, code, free) {
      const row = held(task);
      if (!row) return false;
      Object.assign(row, {
        claimed: false,
        until: now() + afterSeconds * 1_000,
        code,
        attempts: row.attempts + (free ? 0 : 1),
      });
      return true;
    },
    async stop(task, code) {
      const row = held(task);
      if (!row) return false;
      Object.assign(row, { claimed: false, state: 'stopped', code });
      return true;
    },
    async conflict(task, sides) {
      const row = held(task);
      if (!row) return false;
      Object.assign(row, { claimed: false, state: 'stopped', code: 'conflict', sides });
      return true;
    },
    async place(task) {
      return held(task) ? places.get(placeKey(task.tenant, task.payload)) : 'lost';
    },
    async confirm(task, place) {
      const row = held(task);
      if (!row) return false;
      places.set(placeKey(task.tenant, task.payload), place);
      Object.assign(row, { claimed: false, state: 'done', payload: undefined, sides: undefined, code: undefined });
      return true;
    },
  };

  return {
    queue,
    add: (work) =>
      void rows.push({
        id: rows.length + 1,
        work,
        createdAt: clock.now(),
        state: 'waiting',
        attempts: 0,
        fence: 0,
        claimed: false,
        until: 0,
        code: undefined,
        payload: work.payload,
        sides: undefined,
      }),
    entries: () =>
      rows.map(({ work, state, attempts, payload, code, sides }) => ({
        lane: work.lane,
        act: work.act,
        state,
        attempts,
        payload,
        code,
        sides,
      })),
  };
}
