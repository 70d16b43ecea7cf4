import { concern } from '../../src/areas/concerns/record.ts';
import { demoSites, siteId } from '../../src/local/graph/site.ts';
import type { Run } from './run-of.ts';
import type { TenantInProcess } from './tenant-in-process.ts';

/** One edit that no act wants, and two that some acts do. */
const edits: readonly Readonly<Record<string, unknown>>[] = [
  { YearGroup: 'Year 12' },
  { TakenByName: 'Somebody in SharePoint' },
  { EscalatedAt: '2026-12-01T00:00:00.000Z' },
];

/** Somebody who changes concerns' rows in SharePoint itself, past Lantern. @returns edits one row; none when there is none */
export const outsideEditor = (run: Run, n: number, tenant: TenantInProcess) => (which: number, how: number) => {
  const site = siteId(demoSites[0] ?? { host: '', path: '', displayName: '', grants: [] });
  const list = tenant.stores.lists.find(site, concern.list);
  if (!list) throw new Error('there is no list of concerns');
  const items = tenant.state
    .prepare<[string], { id: number }>('select id from item where list = ? order by id')
    .all(list.id);
  const item = items[which % items.length];
  const fields = edits[how % edits.length];
  if (!item || !fields) return;
  const url = `/v1.0/sites/${site}/lists/${list.id}/items/${item.id}`;
  const { status } = tenant.carryOut({ appId: 'somebody', method: 'PATCH', url, headers: {}, body: { fields } });
  run.note(`t${n} somebody edits row ${item.id}: ${Object.keys(fields).join()} ${status}`);
};
