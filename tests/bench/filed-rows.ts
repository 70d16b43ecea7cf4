import { concern } from '../../src/areas/concerns/record.ts';
import { demo } from '../../src/local/cast.ts';
import type { Budget, Graph } from '../../src/ports/graph.ts';
import { collect } from '../../src/graph/pages.ts';
import type { Row, SharePointTenant } from '../support/sharepoint-tenant.ts';
import type { Version } from './judge-rows.ts';

interface RowVersion {
  readonly lastModifiedBy: { readonly application: { readonly id: string } };
  readonly fields: Readonly<Record<string, unknown>>;
}

const atOnce = 8;
/** Who looks afterwards spends nothing that the filing would need. */
const boundless: Budget = { wait: () => 0, spend: () => () => undefined, rest: () => undefined };

async function all<T>(graph: Graph, path: string): Promise<readonly T[]> {
  const found = await collect(graph, path);
  if (!found.ok) throw new Error(`${path} answered ${found.answer.status}`);
  return found.values as readonly T[];
}

/**
 * What SharePoint kept of Lantern's writes, asked of Graph by another identity: of each row its versions, oldest first.
 * Those that SharePoint saved itself are left out: they repeat what stood there.
 */
export async function filedRows(sharePoint: SharePointTenant): Promise<readonly (readonly Version[])[]> {
  const graph = sharePoint.graph({ appId: demo.provisionAppId, budget: boundless });
  const items = `${sharePoint.listPath(concern.list)}/items`;
  const left = [...(await all<Row>(graph, `${items}?$top=5000`))];
  const rows: Version[][] = [];
  const reader = async () => {
    for (let row = left.pop(); row; row = left.pop()) {
      const versions = await all<RowVersion>(graph, `${items}/${row.id}/versions?$expand=fields`);
      const ours = versions.filter(({ lastModifiedBy }) => lastModifiedBy.application.id === demo.apiAppId);
      const inOrder = ours.reverse().map(({ fields }) => ({
        act: String(fields['LastKey']),
        record: String(fields['RequestKey']),
        rev: Number(fields['Rev']),
        words: String(fields['ChildName']),
      }));
      rows.push(inOrder);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, reader));
  return rows;
}
