import { verifyChain } from '../../src/journal/chain.ts';
import { demo } from '../../src/local/cast.ts';
import { entryIn, type HeldEntry } from '../../src/store/held-entry.ts';
import type { PostgresServer } from '../support/postgres.ts';
import { clientVerbs, type KeptConcern, type KeptStore } from './kept-store.ts';

type JournalRow = Omit<HeldEntry, 'n'> & { readonly n: string };

/** The same of a store on PostgreSQL, past the product. @param since the journal's place after which to look */
export async function keptInPostgres(server: PostgresServer, url: string, since = 0): Promise<KeptStore> {
  const rows = await server.ask<JournalRow>(url, 'select * from journal where tenant = $1 order by n', [demo.tenantId]);
  const entries = rows.map((row) => entryIn({ ...row, n: Number(row.n) }));
  const [unfiled] = await server.ask<{ n: string }>(
    url,
    `select count(*) as n from outbox where channel = 'sharepoint'`,
  );
  const verbs: readonly string[] = clientVerbs;
  return {
    journal: entries
      .filter(({ n, outcome, act }) => n > since && outcome === 'done' && verbs.includes(act))
      .map(({ act, digest }) => ({ verb: act, digest })),
    chain: verifyChain(entries),
    unfiled: Number(unfiled?.n),
    concerns: await server.ask<KeptConcern>(
      url,
      `select id, rev, "filedRev", status, "itemId", "escalatedAt" from concern`,
    ),
  };
}
