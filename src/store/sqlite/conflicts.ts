import type SQLite from 'better-sqlite3-multiple-ciphers';
import type { Instant } from '../../ports/clock.ts';
import type { BothSides, FilingPayload, Task } from '../../ports/outbox.ts';

/** An act that waits because somebody changed in SharePoint what it changes: its lane stands until a person has chosen. */
export interface Conflict {
  readonly act: string;
  /** RecordType.name and id. */
  readonly record: string;
  readonly id: string;
  readonly school: string;
  /** Whose act it is. */
  readonly actorId: string;
  readonly at: Instant;
  readonly sides: readonly BothSides[];
}

interface SideRow {
  readonly field: string;
  readonly base: string | null;
  readonly ours: string;
  readonly theirs: string;
}

/** What both sides hold of the acts that are in conflict; kept in the encrypted store until the act's own row goes. */
export function createConflicts(sqlite: SQLite.Database) {
  const insert = sqlite.prepare(`insert into conflict (outboxId, field, base, ours, theirs) values (?, ?, ?, ?, ?)`);
  const remove = sqlite.prepare('delete from conflict where outboxId = ?');
  const stopped = sqlite.prepare<[string], { id: number; act: string; payload: string }>(
    `select id, act, payload from outbox
     where tenant = ? and channel = 'sharepoint' and state = 'stopped' and code = 'conflict' order by id`,
  );
  const sides = sqlite.prepare<[number], SideRow>(
    'select field, base, ours, theirs from conflict where outboxId = ? order by field',
  );

  return {
    keep(task: Pick<Task<unknown>, 'id'>, found: readonly BothSides[]): void {
      remove.run(task.id);
      for (const { field, base, ours, theirs } of found)
        insert.run(task.id, field, base === undefined ? null : JSON.stringify(base), toJson(ours), toJson(theirs));
    },
    /** Oldest first. */
    of: (tenant: string): readonly Conflict[] =>
      stopped.all(tenant).map(({ id: task, act, payload }) => {
        const { record, id, school, actorId, at } = JSON.parse(payload) as FilingPayload;
        return { act, record, id, school, actorId, at, sides: sides.all(task).map(sideOf) };
      }),
  };
}

const toJson = (value: unknown) => JSON.stringify(value ?? null);

const sideOf = ({ field, base, ours, theirs }: SideRow): BothSides => ({
  field,
  base: base === null ? undefined : (JSON.parse(base) as unknown),
  ours: JSON.parse(ours) as unknown,
  theirs: JSON.parse(theirs) as unknown,
});
