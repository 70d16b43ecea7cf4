import type SQLite from 'better-sqlite3-multiple-ciphers';
import type {
  HeldRow,
  Judge,
  Outcome,
  Sighting,
  SyncCursor,
  SyncedChange,
  SyncedList,
  SyncPage,
  SyncStore,
  UntoldAct,
} from '../../ports/sync.ts';
import type { RecordType } from '../../records/define-record.ts';
import { heldRow } from '../held-row.ts';
import { changeOf, cursorRow } from '../synced.ts';
import { ownOfSync, servedTables } from '../sync-tables.ts';
import { createWriteProjection } from './write-projection.ts';

type Row = Readonly<Record<string, unknown>>;
type CursorRow = { link: string | null; enumerating: number; again: number; learning: number };
type UntoldRow = Omit<UntoldAct, 'fields' | 'by'> & { fields: string; by: string | null };

const ofList = 'tenant = @tenant and school = @school and record = @record';

/** What is kept of SharePoint's side, and how it comes into the projection. */
export function createSyncStore(
  sqlite: SQLite.Database,
  types: readonly RecordType[],
  { of } = servedTables,
): SyncStore {
  const [synced, later, outsideActs] = ownOfSync.map((name) => `"${of(name)}"`) as [string, string, string];
  const byName = new Map(types.map((type) => [type.name, type]));
  const write = createWriteProjection(sqlite);
  const statements = new Map<string, SQLite.Statement<unknown[], Row>>();
  const prepared = (text: string) => {
    const statement = statements.get(text) ?? sqlite.prepare<unknown[], Row>(text);
    statements.set(text, statement);
    return statement;
  };
  const cursorOf = sqlite.prepare<[SyncedList], CursorRow>(
    `select link, enumerating, again, learning from ${synced} where ${ofList}`,
  );
  const save = sqlite.prepare(
    `insert into ${synced} (tenant, school, record, link, enumerating, again, learning)
     values (@tenant, @school, @record, @link, @enumerating, @again, @learning)
     on conflict do update set link = @link, enumerating = @enumerating, again = @again, learning = @learning`,
  );
  const forget = sqlite.prepare(`delete from ${later} where ${ofList}`);
  const read = sqlite.prepare(`delete from ${later} where ${ofList} and itemId = @itemId`);
  const readLater = sqlite.prepare(
    `insert or ignore into ${later} (tenant, school, record, itemId) values (@tenant, @school, @record, @itemId)`,
  );
  const count = sqlite.prepare(
    `insert into counter (tenant, counter, next) values (@tenant, @counter, @next)
     on conflict (tenant, counter) do update set next = max(next, excluded.next)`,
  );
  const note = sqlite.prepare(
    `insert into ${outsideActs} (tenant, school, record, kind, subject, itemId, etag, fields)
     values (@tenant, @school, @record, @kind, @subject, @itemId, @etag, @fields)`,
  );
  const untold = sqlite.prepare<[number], UntoldRow>(`select * from ${outsideActs} order by id limit ?`);
  const attribute = sqlite.prepare<[string, number]>(`update ${outsideActs} set by = ? where id = ?`);
  const told = sqlite.prepare<[number]>(`delete from ${outsideActs} where id = ?`);

  function typeOf({ record }: SyncedList): RecordType {
    const type = byName.get(record);
    if (!type) throw new Error(`no record type ${record}`);
    return type;
  }

  function held(type: RecordType, where: string, ...values: string[]): HeldRow | undefined {
    const row = prepared(`select * from "${of(type.name)}" where tenant = ? and ${where}`).get(...values);
    return row && heldRow(type, row);
  }

  /** From now on every row that lies in the list has to come. @returns whether Lantern knew none */
  function begin(list: SyncedList): boolean {
    forget.run(list);
    const { changes } = prepared(
      `insert into ${later} (tenant, school, record, itemId)
       select tenant, school, '${list.record}', itemId from "${of(list.record)}"
       where tenant = ? and school = ? and itemId is not null and removedAt is null group by itemId`,
    ).run(list.tenant, list.school);
    return changes === 0;
  }

  function carryOut(
    list: SyncedList,
    itemId: string,
    { write: written, counted, outside, later: waits }: Outcome,
  ): void {
    if (waits) readLater.run({ ...list, itemId });
    else read.run({ ...list, itemId });
    if (written) write(of(list.record), list.tenant, written);
    if (counted) count.run({ tenant: list.tenant, counter: counted.counter, next: counted.number + 1 });
    if (outside) note.run({ ...list, ...outside, fields: JSON.stringify(outside.fields) });
  }

  const apply = sqlite.transaction((page: SyncPage<Sighting>, judge: Judge<Sighting>) => {
    const { list, rows } = page;
    const before = cursorOf.get(list);
    if ((before?.link ?? undefined) !== page.from) return undefined;
    const type = typeOf(list);
    const learning = page.begins ? begin(list) : before?.learning === 1;
    const { tenant, school } = list;
    const changes: SyncedChange[] = [];
    for (const row of rows) {
      const byKey = row.key === '' ? undefined : held(type, 'id = ?', tenant, row.key);
      const byItem = held(type, 'school = ? and itemId = ?', tenant, school, row.itemId);
      const bearer = row.ref === undefined ? undefined : held(type, 'school = ? and ref = ?', tenant, school, row.ref);
      const refTaken = bearer !== undefined && bearer.id !== row.key;
      const outcome = judge(row, { ...(byKey && { byKey }), ...(byItem && { byItem }), refTaken, learning });
      carryOut(list, row.itemId, outcome);
      changes.push(...changeOf(outcome));
    }
    // What comes after all rows were gone through is news.
    save.run({ ...list, ...cursorRow(page), learning: Number(learning && page.next.enumerating) });
    return changes;
  });

  return {
    async cursor(list) {
      const row = cursorOf.get(list);
      return row && fromRow(row);
    },
    apply: async <S extends Sighting>(page: SyncPage<S>, judge: Judge<S>) =>
      apply.immediate(page, judge as unknown as Judge<Sighting>),
    async toRead(list, limit) {
      const rows = prepared(
        `select itemId from ${later} as one where tenant = ? and school = ? and record = ? and not exists (
           select 1 from "${of(typeOf(list).name)}" as row where row.tenant = one.tenant and row.school = one.school
             and row.itemId = one.itemId and (row.rev > row.filedRev or row.stopped is not null))
         limit ?`,
      ).all(list.tenant, list.school, list.record, limit);
      return rows.map((row) => String(row['itemId']));
    },
    untold: async (limit) =>
      untold.all(limit).map((row) => ({
        ...row,
        fields: JSON.parse(row.fields) as UntoldAct['fields'],
        by: row.by ?? undefined,
      })),
    attribute: async (id, by) => void attribute.run(by, id),
    told: async (id) => void told.run(id),
  };
}

const fromRow = ({ link, enumerating, again, learning }: CursorRow): SyncCursor => ({
  ...(link !== null && { link }),
  enumerating: enumerating === 1,
  again: again === 1,
  learning: learning === 1,
});
