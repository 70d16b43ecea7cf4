import type { SpoolEntry, SpoolRange, SpoolStore } from '../../ports/spool.ts';
import type { Pool } from './pool.ts';

type Row = Omit<SpoolEntry, 'about'> & { readonly about: Buffer };

const columns = 'id, tenant, at, about, size, arrived';
const entryOf = ({ id, tenant, at, about, size, arrived }: Row): SpoolEntry => ({
  ...{ id, tenant, at, size, arrived },
  about: new Uint8Array(about),
});

/** The spool in the database that all instances share, so that the loss of one loses nothing. */
export function createSpoolTable(pool: Pool): SpoolStore {
  async function find(id: string): Promise<SpoolEntry | undefined> {
    const [row] = await pool.rows<Row>({ text: `select ${columns} from spool where id = $1::text`, values: [id] });
    return row && entryOf(row);
  }
  return {
    find,
    async all(tenant) {
      const text = `select ${columns} from spool where tenant = $1::text order by at, id`;
      return (await pool.rows<Row>({ text, values: [tenant] })).map(entryOf);
    },
    async begin({ id, tenant, at, about, size }) {
      await pool.rows({
        text: `insert into spool (id, tenant, at, about, size, arrived)
          values ($1::text, $2::text, $3::text, $4::bytea, $5::int, 0) on conflict (id) do nothing`,
        values: [id, tenant, at, Buffer.from(about), size],
      });
    },
    async append(id, { from, to }, sealed) {
      // The row is locked by the update, so of two that bring the same range the second finds it there.
      const [done] = await pool.rows<{ arrived: number }>({
        text: `with moved as (update spool set arrived = $3::int where id = $1::text and arrived = $2::int and size >= $3::int
            returning id, arrived),
          kept as (insert into "spoolRange" (id, "from", "to", bytes) select id, $2::int, $3::int, $4::bytea from moved)
          select arrived from moved`,
        values: [id, from, to, Buffer.from(sealed)],
      });
      return done?.arrived ?? (await find(id))?.arrived;
    },
    async ranges(id) {
      return pool.rows<SpoolRange>({
        text: `select "from", "to" from "spoolRange" where id = $1::text order by "from"`,
        values: [id],
      });
    },
    async read(id, { from }) {
      const [row] = await pool.rows<{ bytes: Buffer }>({
        text: `select bytes from "spoolRange" where id = $1::text and "from" = $2::int`,
        values: [id, from],
      });
      if (!row) throw new Error('this range is not in the spool');
      return new Uint8Array(row.bytes);
    },
    async note(id, about) {
      const values = [id, Buffer.from(about)];
      await pool.rows({ text: 'update spool set about = $2::bytea where id = $1::text', values });
    },
    async claim(limit, seconds) {
      const rows = await pool.rows<Row>({
        text: `update spool set "claimedUntil" = now() + $2::int * interval '1 second' where id in (
            select id from spool where "claimedUntil" is null or "claimedUntil" <= now()
            order by at, id limit $1::int for update skip locked) returning ${columns}`,
        values: [limit, seconds],
      });
      return rows.map(entryOf).sort((one, other) => (one.at < other.at ? -1 : 1));
    },
    async release(id, seconds) {
      const text = `update spool set "claimedUntil" = now() + $2::int * interval '1 second' where id = $1::text`;
      await pool.rows({ text, values: [id, seconds] });
    },
    async remove(id) {
      await pool.rows({ text: 'delete from spool where id = $1::text', values: [id] });
    },
  };
}
