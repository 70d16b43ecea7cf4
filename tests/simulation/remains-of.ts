import type SQLite from 'better-sqlite3-multiple-ciphers';
import { verifyChain } from '../../src/journal/chain.ts';
import type { ChainedEntry } from '../../src/journal/entry.ts';
import { demoSites, siteId } from '../../src/local/graph/site.ts';
import type { StoredItem } from '../../src/local/graph/item-store.ts';
import type { StoredList } from '../../src/local/graph/list-store.ts';
import { columnName } from '../../src/sharepoint/column-name.ts';
import { cell } from '../../src/sharepoint/rows.ts';
import { traceIn } from '../crash/trace-in.ts';
import { clientVerbs } from '../crash/kept-store.ts';
import { tenant as tenantId } from '../support/kernel.ts';
import type { Apart, Remains } from './history.ts';
import { simulatedTypes } from './template.ts';
import type { TenantInProcess } from './tenant-in-process.ts';

export interface Left {
  readonly sqlite: SQLite.Database;
  readonly tenant: TenantInProcess;
  readonly entries: (tenant: string) => Iterable<ChainedEntry>;
}

/** Looks through what a tenant was left with, past the product. */
export function remainsOf(n: number, { sqlite, tenant, entries }: Left): Omit<Remains, 'delivered'> {
  const site = siteId(demoSites[0] ?? { host: '', path: '', displayName: '', grants: [] });
  const lists = simulatedTypes.map((type) => ({ type, list: listOf(tenant, site, type.list) }));
  const traces: string[] = [];
  const marks = new Set<string>();
  const apart: Apart[] = [];
  for (const { type, list } of lists) {
    const rows = sqlite.prepare<[], Record<string, unknown>>(`select * from "${type.name}" where filedRev > 0`).all();
    const kept = new Map(rows.map((row) => [String(row['id']), row]));
    for (const item of itemsOf(tenant, list)) {
      for (const version of tenant.stores.items.versions(list, item).toReversed())
        if (version.modifiedBy.appId === 'lantern' && isWhole(version.values))
          traces.push(traceIn(type.list, version.values) ?? '');
      for (const [mark] of JSON.stringify(item.values).matchAll(/tenant-\d/g)) marks.add(mark);
      const row = kept.get(String(item.values['RequestKey']));
      if (!row) continue;
      for (const [name, field] of Object.entries(type.fields)) {
        const ours = row[name] ?? null;
        const wanted = cell(field, field.kind === 'flag' && ours !== null ? ours === 1 : ours);
        if (wanted !== (item.values[columnName(name)] ?? null))
          apart.push({ record: type.name, id: String(row['concernId'] ?? row['id']), column: columnName(name) });
      }
    }
  }
  const journal = [...entries(tenantId)];
  const verbs: readonly string[] = clientVerbs;
  return {
    tenant: n,
    traces,
    written: tenant.written.flatMap(({ list, fields }) => traceIn(list, fields) ?? []),
    journal: journal
      .filter(({ outcome, act }) => outcome === 'done' && verbs.includes(act))
      .map(({ act, digest }) => ({ verb: act, digest })),
    chainIntact: verifyChain(journal).intact,
    apart,
    stopped: sqlite.prepare<[], string>(`select distinct lane from outbox where state = 'stopped'`).pluck().all(),
    toldOfStopped: journal.filter(({ act }) => act === 'tell-of-stopped-filing').flatMap(({ subjects }) => subjects),
    waiting: waitingIn(sqlite),
    marks: [...marks],
  };
}

/** What is taken says by whom: a version without all of its act is none of its traces. */
const isWhole = (values: Readonly<Record<string, unknown>>): boolean =>
  values['Status'] !== 'acknowledged' || Boolean(values['TakenByName']);

function listOf({ stores }: TenantInProcess, site: string, name: string): StoredList {
  const list = stores.lists.find(site, name);
  if (!list) throw new Error(`there is no list ${name}`);
  return list;
}

function itemsOf({ stores, state }: TenantInProcess, list: StoredList): readonly StoredItem[] {
  const ids = state.prepare<[string], number>('select id from item where list = ? order by id').pluck().all(list.id);
  return ids.flatMap((id) => stores.items.find(list, id) ?? []);
}

/** Writes and messages that wait; what stands behind a stopped act waits with it. */
export const waitingIn = (sqlite: SQLite.Database): number =>
  sqlite
    .prepare<[], number>(
      `select count(*) from outbox as o where state = 'waiting' and not exists
         (select 1 from outbox as head where head.channel = o.channel and head.lane = o.lane and head.state = 'stopped')`,
    )
    .pluck()
    .get() ?? 0;
