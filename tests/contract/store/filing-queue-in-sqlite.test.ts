import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { recordTypes } from '../../../src/areas/areas.ts';
import type { FilingPayload } from '../../../src/ports/outbox.ts';
import { openDatabase } from '../../../src/store/sqlite/database.ts';
import { createFilingQueue } from '../../../src/store/sqlite/filing-queue.ts';
import { createStore } from '../../../src/store/sqlite/store.ts';
import type { Work } from '../../support/filing-queue.ts';
import { handSetClock } from '../../support/hand-set-clock.ts';
import { databaseKey } from '../../support/kernel.ts';
import { filingQueueContract } from './filing-queue.ts';

interface Row {
  id: number;
  act: string;
  state: 'waiting' | 'stopped';
  attempts: number;
  payload: string;
  code: string | null;
}

interface Side {
  field: string;
  base: string | null;
  ours: string;
  theirs: string;
}

filingQueueContract('the outbox in the encrypted store', () => {
  const clock = handSetClock();
  const folder = mkdtempSync(join(tmpdir(), 'lantern-queue-'));
  const database = openDatabase(folder, databaseKey);
  createStore(database.sqlite, recordTypes, clock);
  const added: Work[] = [];
  const known = database.sqlite.prepare(
    `insert or ignore into concern (tenant, id, school, rev) values (@tenant, @id, @school, 1)`,
  );
  const enqueue = database.sqlite.prepare(
    `insert into outbox (tenant, channel, lane, act, payload, state, attempts, dueAt, fence, createdAt)
     values (@tenant, 'sharepoint', @lane, @act, @payload, 'waiting', 0, @now, 0, @now)`,
  );
  return {
    queue: createFilingQueue(database.sqlite, clock),
    add(work) {
      added.push(work);
      known.run({ tenant: work.tenant, id: work.payload.id, school: work.payload.school });
      const { tenant, lane, act, payload } = work;
      enqueue.run({ tenant, lane, act, payload: JSON.stringify(payload), now: clock.now() });
    },
    pass: clock.forward,
    entries() {
      const rows = database.sqlite.prepare<[], Row>('select id, act, state, attempts, payload, code from outbox').all();
      const sidesOf = database.sqlite.prepare<[number], Side>(
        'select field, base, ours, theirs from conflict where outboxId = ? order by field',
      );
      const read = (json: string | null) => (json === null ? undefined : (JSON.parse(json) as unknown));
      return added.map(({ lane, act }) => {
        const row = rows.find((one) => one.act === act);
        if (!row) return { lane, act, state: 'done', attempts: 0, payload: undefined, code: undefined };
        const payload = JSON.parse(row.payload) as FilingPayload;
        const sides = sidesOf.all(row.id).map(({ field, base, ours, theirs }) => ({
          field,
          base: read(base),
          ours: read(ours),
          theirs: read(theirs),
        }));
        return { lane, act, state: row.state, attempts: row.attempts, payload, code: row.code ?? undefined, sides };
      });
    },
    close() {
      database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
});
