import { emptyHead, genesis } from '../../journal/chain.ts';
import type { JournalMarks } from '../../journal/journal-mark.ts';
import { createParameters } from './parameters.ts';
import type { Pool } from './pool.ts';

interface Row {
  readonly filedN: number;
  readonly filedHash: string;
  readonly anchoredN: number;
  readonly anchoredAt: string | null;
}

/** How far each tenant's journal lies in SharePoint. */
export function createJournalMarks(pool: Pool): JournalMarks {
  return {
    async read(tenant) {
      const p = createParameters();
      const text = `select * from "journalMark" where tenant = ${p.text(tenant)}`;
      const [row] = await pool.rows<Row>({ text, values: p.values });
      const { anchoredN: n, anchoredAt: at } = row ?? { anchoredN: 0, anchoredAt: null };
      return {
        filed: row ? { n: row.filedN, hash: row.filedHash } : emptyHead,
        anchored: at === null ? undefined : { n, at },
      };
    },
    async filed(tenant, { n, hash }) {
      const p = createParameters();
      const text = `insert into "journalMark" as mark (tenant, "filedN", "filedHash", "anchoredN", "anchoredAt")
        values (${p.text(tenant)}, ${p.whole(n)}, ${p.text(hash)}, 0, null)
        on conflict (tenant) do update set "filedN" = excluded."filedN", "filedHash" = excluded."filedHash"
          where mark."filedN" < excluded."filedN"`;
      await pool.rows({ text, values: p.values });
    },
    async anchored(tenant, n, at) {
      const p = createParameters();
      const text = `insert into "journalMark" as mark (tenant, "filedN", "filedHash", "anchoredN", "anchoredAt")
        values (${p.text(tenant)}, 0, ${p.text(genesis)}, ${p.whole(n)}, ${p.text(at)})
        on conflict (tenant) do update set "anchoredN" = excluded."anchoredN", "anchoredAt" = excluded."anchoredAt"
          where mark."anchoredN" < excluded."anchoredN"`;
      await pool.rows({ text, values: p.values });
    },
  };
}
