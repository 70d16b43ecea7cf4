import type { WrappedPlace } from '../../keys/wrapped-place.ts';
import { connect, type Pool } from './pool.ts';

/** Any number will do, as long as every Lantern takes the same and `schema.ts` another. */
const lock = 7_245_902;
const make =
  'create table if not exists key_ring (sole boolean primary key default true check (sole), ring text not null)';

/**
 * The wrapped keys in the database that all instances share: none of them needs a disk of its own, and they cannot come to
 * hold different ones. What lies there opens nothing without Key Vault. A table of its own, because it is read before all else.
 * @param url `postgresql://…`
 */
export function wrappedRow(url: string): WrappedPlace {
  async function alone<T>(work: (run: Parameters<Parameters<Pool['transaction']>[0]>[0]) => Promise<T>): Promise<T> {
    const pool = await connect(url);
    try {
      return await pool.transaction(async (run) => {
        await run(`select pg_advisory_xact_lock(${lock})`);
        await run(make);
        return work(run);
      });
    } finally {
      await pool.close();
    }
  }
  const kept = (rows: readonly object[]) => (rows as readonly { readonly ring: string }[])[0]?.ring;
  return {
    name: 'the table key_ring of the database',
    read: () => alone(async (run) => kept(await run('select ring from key_ring'))),
    begin: (text) =>
      alone(async (run) => {
        await run('insert into key_ring (ring) values ($1) on conflict do nothing', [text]);
        return kept(await run('select ring from key_ring')) ?? text;
      }),
    replace: (text) =>
      alone(async (run) => {
        await run('insert into key_ring (ring) values ($1) on conflict (sole) do update set ring = excluded.ring', [
          text,
        ]);
      }),
  };
}
