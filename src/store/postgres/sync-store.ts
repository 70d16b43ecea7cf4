import { genesis } from '../../journal/chain.ts';
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
import { ownOfSync, servedTables, type SyncTables } from '../sync-tables.ts';
import { createParameters } from './parameters.ts';
import type { Pool, Run } from './pool.ts';
import { quoted } from './quoted.ts';
import { storable } from './storable.ts';
import { writeProjection } from './write-projection.ts';

type CursorRow = { link: string | null; enumerating: number; again: number; learning: number };

const ofList = 'tenant = $1 and school = $2 and record = $3';
const keyOf = ({ tenant, school, record }: SyncedList) => [tenant, school, record] as const;

/** The tables' names, as SQL has them. */
function tablesOf(of: SyncTables['of']) {
  const [synced, toRead, outside] = ownOfSync.map((name) => quoted(of(name))) as [string, string, string];
  return {
    ...{ of, toRead, outside, synced },
    cursor: `select link, enumerating, again, learning from ${synced} where ${ofList}`,
  };
}
type Tables = ReturnType<typeof tablesOf>;

/** What is kept of SharePoint's side, and how it comes into the projection. Several instances may read the same list: one page counts. */
export function createSyncStore(pool: Pool, types: readonly RecordType[], { of } = servedTables): SyncStore {
  const tables = tablesOf(of);
  const byName = new Map(types.map((type) => [type.name, type]));
  function typeOf({ record }: SyncedList): RecordType {
    const type = byName.get(record);
    if (!type) throw new Error(`no record type ${record}`);
    return type;
  }

  return {
    async cursor(list) {
      const [row] = await pool.rows<CursorRow>({ text: tables.cursor, values: keyOf(list) });
      return row && fromRow(row);
    },
    apply: (page, judge) =>
      pool.transaction((run) => applyPage(run, tables, typeOf(page.list), page, judge as unknown as Judge<Sighting>)),
    async toRead(list, limit) {
      const text = `select "itemId" from ${tables.toRead} as one where ${ofList} and not exists (
          select from ${quoted(of(typeOf(list).name))} as row where row.tenant = one.tenant and row.school = one.school
            and row."itemId" = one."itemId" and (row.rev > row."filedRev" or row.stopped is not null))
        limit $4`;
      const rows = await pool.rows<{ itemId: string }>({ text, values: [...keyOf(list), limit] });
      return rows.map(({ itemId }) => itemId);
    },
    async untold(limit) {
      const text = `select * from ${tables.outside} order by id limit $1`;
      const rows = await pool.rows<UntoldAct & { by: string | null }>({ text, values: [limit] });
      return rows.map((row) => ({ ...row, by: row.by ?? undefined }));
    },
    async attribute(id, by) {
      await pool.rows({ text: `update ${tables.outside} set by = $1 where id = $2`, values: [storable(by), id] });
    },
    async told(id) {
      await pool.rows({ text: `delete from ${tables.outside} where id = $1`, values: [id] });
    },
  };
}

async function applyPage(
  run: Run,
  tables: Tables,
  type: RecordType,
  page: SyncPage<Sighting>,
  judge: Judge<Sighting>,
): Promise<readonly SyncedChange[] | undefined> {
  const { list, rows } = page;
  // Acts take the head of the journal first, and so does a page: whoever holds it is alone, and nobody waits in a circle.
  await run(`insert into chain (tenant, n, hash) values ($1, 0, '${genesis}') on conflict do nothing`, [list.tenant]);
  await run('select n from chain where tenant = $1 for update', [list.tenant]);
  const [before] = (await run(tables.cursor, keyOf(list))) as readonly CursorRow[];
  if ((before?.link ?? undefined) !== page.from) return undefined;
  const learning = page.begins ? await begin(run, tables, list) : before?.learning === 1;
  const holds = await heldOf(run, tables, type, page);
  const changes: SyncedChange[] = [];
  const later: string[] = [];
  for (const row of rows) {
    const outcome = judge(row, { ...holds.known(row), learning });
    await carryOut(run, tables, type, list, row.itemId, outcome);
    if (outcome.write?.kind === 'add' && row.ref !== undefined) holds.takeRef(row.ref, outcome.write.id);
    if (outcome.later) later.push(row.itemId);
    changes.push(...changeOf(outcome));
  }
  await noteRead(run, tables, page, later);
  const { link, enumerating, again } = cursorRow(page);
  await run(
    `insert into ${tables.synced} (tenant, school, record, link, enumerating, again, learning) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (tenant, school, record) do update set link = excluded.link, enumerating = excluded.enumerating,
       again = excluded.again, learning = excluded.learning`,
    // What comes after all rows were gone through is news.
    [...keyOf(list), link, enumerating, again, Number(learning && page.next.enumerating)],
  );
  return changes;
}

/** From now on every row that lies in the list has to come. @returns whether Lantern knew none */
async function begin(run: Run, { of, toRead }: Tables, list: SyncedList): Promise<boolean> {
  await run(`delete from ${toRead} where ${ofList}`, keyOf(list));
  const kept = await run(
    `insert into ${toRead} (tenant, school, record, "itemId")
     select distinct tenant, school, $3, "itemId" from ${quoted(of(list.record))}
     where tenant = $1 and school = $2 and "itemId" is not null and "removedAt" is null returning 1`,
    keyOf(list),
  );
  return kept.length === 0;
}

/** Whatever came is off the list of rows to be read, but for those that could not be judged. */
async function noteRead(
  run: Run,
  { toRead }: Tables,
  { list, rows }: SyncPage<Sighting>,
  later: readonly string[],
): Promise<void> {
  const came = rows.map(({ itemId }) => itemId);
  await run(`delete from ${toRead} where ${ofList} and "itemId" = any($4::text[])`, [...keyOf(list), came]);
  await run(`insert into ${toRead} (tenant, school, record, "itemId") select $1, $2, $3, unnest($4::text[])`, [
    ...keyOf(list),
    later,
  ]);
}

/** What Lantern holds of the rows of a page, in one question. */
async function heldOf(run: Run, { of }: Tables, type: RecordType, { list, rows }: SyncPage<Sighting>) {
  const refs = rows.flatMap(({ ref }) => (ref === undefined ? [] : [ref]));
  const found = (await run(
    `select * from ${quoted(of(type.name))} where tenant = $1
       and (id = any($3::text[]) or (school = $2 and ("itemId" = any($4::text[]) or ref = any($5::text[])))) for update`,
    [list.tenant, list.school, rows.map(({ key }) => key), rows.map(({ itemId }) => itemId), refs],
  )) as readonly Readonly<Record<string, unknown>>[];
  const held = found.map((row) => heldRow(type, row));
  const here = held.filter(({ school }) => school === list.school);
  const byKey = new Map(held.map((row) => [row.id, row]));
  const byItem = new Map(here.map((row) => [row.itemId, row]));
  const bearers = new Map(here.map((row): [string | undefined, string] => [row.ref, row.id]));
  return {
    known({ key, itemId, ref }: Sighting): { byKey?: HeldRow; byItem?: HeldRow; refTaken: boolean } {
      const [record, row] = [byKey.get(key), byItem.get(itemId)];
      const bearer = ref === undefined ? undefined : bearers.get(ref);
      const refTaken = bearer !== undefined && bearer !== key;
      return { ...(record && { byKey: record }), ...(row && { byItem: row }), refTaken };
    },
    takeRef: (ref: string, id: string) => void bearers.set(ref, id),
  };
}

async function carryOut(
  run: Run,
  { of, outside: acts }: Tables,
  type: RecordType,
  list: SyncedList,
  itemId: string,
  { write, counted, outside }: Outcome,
): Promise<void> {
  if (write) await writeProjection(run, of(type.name), type, list.tenant, write);
  if (counted)
    await run(
      `insert into counter (tenant, counter, next) values ($1, $2, $3)
       on conflict (tenant, counter) do update set next = greatest(counter.next, excluded.next)`,
      [list.tenant, counted.counter, counted.number + 1],
    );
  if (outside) {
    const p = createParameters();
    const { kind, subject, etag, fields } = outside;
    const values = [list.tenant, list.school, list.record, kind, subject, itemId, etag].map((value) => p.text(value));
    await run(
      `insert into ${acts} (tenant, school, record, kind, subject, "itemId", etag, fields)
       values (${values.join(', ')}, ${p.json(fields)})`,
      p.values,
    );
  }
}

const fromRow = ({ link, enumerating, again, learning }: CursorRow): SyncCursor => ({
  ...(link !== null && { link }),
  enumerating: enumerating === 1,
  again: again === 1,
  learning: learning === 1,
});
