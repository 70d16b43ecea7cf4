import type { Difference, DifferenceKind, NextGeneration, Served } from '../../ports/generation.ts';
import type { RecordType } from '../../records/define-record.ts';
import { wordsOfRows } from './full-text.ts';
import { createParameters } from './parameters.ts';
import type { Pool, Run } from './pool.ts';
import { nextTables, ownOfSync } from '../sync-tables.ts';
import { quoted } from './quoted.ts';
import { indexesOf } from './schema.ts';
import { createSyncStore } from './sync-store.ts';

const next = nextTables.of;

/** The second generation of the projection: tables beside those that are served, which take their names in one transaction. */
export function createNextGeneration(pool: Pool, types: readonly RecordType[]): NextGeneration {
  const columnsOf = async (run: Run, table: string) =>
    (
      (await run(
        `select attname as name from pg_attribute where attrelid = to_regclass('${quoted(table)}') and attnum > 0 and not attisdropped order by attnum`,
      )) as readonly { readonly name: string }[]
    ).map(({ name }) => name);

  async function carry(run: Run, table: string): Promise<number> {
    const names = (await columnsOf(run, table)).map(quoted);
    const key = ['tenant', 'id'];
    const sets = names.filter((name) => !key.map(quoted).includes(name)).map((name) => `${name} = excluded.${name}`);
    const rows = await run(
      `insert into ${quoted(next(table))} as row (${names.join(', ')})
       select ${names.map((name) => `was.${name}`).join(', ')} from ${quoted(table)} as was
         left join ${quoted(next(table))} as held on held.tenant = was.tenant and held.id = was.id
         where held.id is null or was.rev > held.rev
       on conflict (tenant, id) do update set ${sets.join(', ')} returning 1 as one`,
    );
    return rows.length;
  }

  /** Of a record that was filed and did not come, the row is read by itself: if it is gone, that is told. */
  const readAgain = (run: Run, table: string) =>
    run(`insert into "toRead~next" (tenant, school, record, "itemId")
      select distinct tenant, school, '${table}', "itemId" from ${quoted(table)} as was
      where "itemId" is not null and "removedAt" is null and not exists (
        select 1 from ${quoted(next(table))} as row where row.tenant = was.tenant and row.id = was.id)`);

  async function takePlace(run: Run, type: RecordType): Promise<Served> {
    const { name } = type;
    // Whoever writes to it now has ended, and whoever comes next finds the other one under its name.
    await run(`lock table ${quoted(name)} in access exclusive mode`);
    await readAgain(run, name);
    const carried = await carry(run, name);
    const [counted] = (await run(`select count(*)::int as rows from ${quoted(next(name))}`)) as readonly {
      rows: number;
    }[];
    const [held] = await run(`select 1 as one from ${quoted(name)} limit 1`);
    // Nobody can tell two empty tables apart.
    if (held === undefined && counted?.rows === 0) {
      await run(`drop table ${quoted(next(name))}`);
      return { record: name, rows: 0, carried: 0 };
    }
    await run(`drop table ${quoted(name)}`);
    await run(`alter table ${quoted(next(name))} rename to ${quoted(name)}`);
    const names = (of: string) => [`${of}_pkey`, ...indexesOf(type, of).map((index) => index.name)];
    for (const [i, index] of names(next(name)).entries())
      await run(`alter index ${quoted(index)} rename to ${quoted(names(name)[i] ?? '')}`);
    return { record: name, rows: counted?.rows ?? 0, carried };
  }

  return {
    begin: () =>
      pool.transaction(async (run) => {
        const all = [...types.map(({ name }) => name), ...ownOfSync];
        // One that another version of Lantern began may lack a column.
        let alike = true;
        for (const name of all)
          alike &&= (await columnsOf(run, next(name))).join() === (await columnsOf(run, name)).join();
        if (alike) return 'resumed';
        for (const name of all) await run(`drop table if exists ${quoted(next(name))}`);
        for (const { name } of types)
          await run(
            `create table ${quoted(next(name))} (like ${quoted(name)} including defaults, primary key (tenant, id))`,
          );
        for (const name of ownOfSync)
          await run(`create table ${quoted(next(name))} (like ${quoted(name)} including all)`);
        // What a page asks for by where a row lies, and by its reference.
        for (const type of types)
          for (const { text } of indexesOf(type, next(type.name)).filter(({ partial }) => partial)) await run(text);
        return 'begun';
      }),
    rows: () => createSyncStore(pool, types, nextTables),
    async strange() {
      const text = `select count(*)::int as rows from "outside~next" where kind = 'untaken'`;
      return (await pool.rows<{ rows: number }>({ text, values: [] }))[0]?.rows ?? 0;
    },
    async index() {
      for (const type of types)
        await pool.transaction(async (run) => {
          for (const step of wordsOfRows(type, next(type.name))) await run(step);
          for (const { text } of indexesOf(type, next(type.name))) await run(text);
        });
    },
    async *differences() {
      for (const type of types) yield* await differencesOf(pool, type);
    },
    serve: (changed) =>
      pool.transaction(async (run) => {
        // Every act takes its turn here first, so none stands in the middle of its own tables.
        await run('update chain set n = n');
        const served: Served[] = [];
        for (const type of types) served.push(await takePlace(run, type));
        for (const difference of changed) await note(run, difference);
        for (const name of ['synced', 'toRead'])
          await run(`delete from ${quoted(name)}; insert into ${quoted(name)} select * from ${quoted(next(name))}`);
        for (const name of ownOfSync) await run(`drop table ${quoted(next(name))}`);
        return served;
      }),
  };
}

async function note(run: Run, { tenant, record, id, fields }: Difference): Promise<void> {
  const p = createParameters();
  const changes = p.json(fields.map(({ name, was, is }) => ({ field: name, was, is })));
  await run(
    `insert into outside (tenant, school, record, kind, subject, "itemId", etag, fields)
     select tenant, school, ${p.text(record)}, 'changed', id, "itemId", etag, ${changes} from ${quoted(record)}
     where tenant = ${p.text(tenant)} and id = ${p.text(id)}`,
    p.values,
  );
}

interface Compared {
  readonly tenant: string;
  readonly id: string;
  readonly kind: DifferenceKind;
  /** Values in the order of the fields. */
  readonly was: readonly unknown[];
  readonly row: readonly unknown[];
}

async function differencesOf(pool: Pool, { name, fields }: RecordType): Promise<readonly Difference[]> {
  const names = Object.keys(fields);
  const all = (of: string) => `jsonb_build_array(${names.map((field) => `${of}.${quoted(field)}`).join(', ')})`;
  const rows = await pool.rows<Compared>({
    text: `select was.tenant, was.id, ${all('was')} as was, ${all('row')} as row,
        case when row.id is null then 'not-held' when row.rev < was."filedRev" then 'older' else 'changed' end as kind
      from ${quoted(name)} as was left join ${quoted(next(name))} as row on row.tenant = was.tenant and row.id = was.id
      where was."filedRev" > 0
        and (row.id is null or row.rev < was."filedRev" or (row.rev = was.rev and ${all('was')} <> ${all('row')}))
      union all
      select row.tenant, row.id, '[]', '[]', 'unknown' from ${quoted(next(name))} as row
        left join ${quoted(name)} as was on was.tenant = row.tenant and was.id = row.id where was.id is null`,
    values: [],
  });
  return rows.map(({ tenant, id, kind, was, row }) => {
    const held = kind === 'changed' ? names.map((field, i) => ({ name: field, was: was[i], is: row[i] })) : [];
    return { tenant, record: name, id, kind, fields: held.filter((field) => field.was !== field.is) };
  });
}
