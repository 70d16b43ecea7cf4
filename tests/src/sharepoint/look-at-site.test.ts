import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { concern, concernAddendum } from '../../../src/areas/concerns/record.ts';
import { demo } from '../../../src/local/cast.ts';
import { caseFiles } from '../../../src/sharepoint/case-library.ts';
import { lookAtSite, type SiteLook } from '../../../src/sharepoint/look-at-site.ts';
import { provision } from '../../../src/sharepoint/provision.ts';
import { recordedLog } from '../../support/recorded-log.ts';
import { batchOver, school, sharePointTenant, type SharePointTenant } from '../../support/sharepoint-tenant.ts';

const types = [concern, concernAddendum];
let sharePoint: SharePointTenant;
beforeAll(async () => {
  sharePoint = await sharePointTenant();
});
afterAll(() => sharePoint.close());

const look = (more: { appId?: string } = {}) => {
  const graph = sharePoint.graph(more);
  return lookAtSite({ graph, batch: batchOver(graph) }, school, types, [caseFiles]);
};
const viewOf = (found: SiteLook, list: string) =>
  found.kind === 'seen' ? found.lists.find((one) => one.list === list)?.found?.view : undefined;

describe('a look at a school’s site', () => {
  it('sees that no list is there, and cannot tell the grant then', async () => {
    expect(await look()).toEqual({
      kind: 'seen',
      lists: [{ list: 'Concerns' }, { list: 'Concern addenda' }],
      noLibrary: ['Case files'],
    });
  });

  it('sees lists as they must be, that Lantern may write, and that it may do no more; and changes nothing', async () => {
    const graph = sharePoint.provisioner;
    const { log } = recordedLog();
    await provision({ graph, batch: batchOver(graph), schools: [school], types, libraries: [caseFiles], log });
    const before = sharePoint.tenant.core.ledger.entries().at(-1)?.n ?? 0;
    const found = await look();
    expect(found).toMatchObject({
      kind: 'seen',
      noLibrary: [],
      grant: { write: true, manage: false, all: false },
      lists: types.map(({ list }) => ({
        list,
        found: { comparison: { missing: [], mendable: [], otherKinds: [] }, view: { rows: 0, hidden: 0, cut: false } },
      })),
    });
    const changed = sharePoint.tenant.core.ledger
      .entries(before)
      .filter(({ method, url, status }) => method !== 'GET' && !url.endsWith('/$batch') && (status ?? 0) < 400);
    expect(changed).toEqual([]);
  });

  it('sees which role was granted', async () => {
    expect(await look({ appId: demo.provisionAppId })).toMatchObject({
      grant: { write: true, manage: true, all: false },
    });
  });

  it('counts the rows that the default view hides', async () => {
    const path = `${sharePoint.listPath('Concerns')}/items`;
    const made = async (key: string, status: string) => {
      const body = { fields: { RequestKey: key, Status: status } };
      expect((await sharePoint.graph().call({ method: 'POST', path, body })).status).toBe(201);
    };
    await made('1'.repeat(32), 'closed');
    await made('2'.repeat(32), 'submitted');
    await made('3'.repeat(32), 'submitted');
    expect(viewOf(await look(), 'Concerns')).toEqual({ rows: 3, hidden: 0, cut: false });
    sharePoint.tenant.core.quirks.set({ defaultView: { list: 'Concerns', column: 'Status', equals: 'submitted' } });
    expect(viewOf(await look(), 'Concerns')).toEqual({ rows: 3, hidden: 1, cut: false });
    sharePoint.tenant.core.quirks.set({ defaultView: null });
  });

  it('says what Graph answered where it does not show the site, and that it did not answer', async () => {
    const elsewhere = { ...school, sitePath: '/sites/nowhere' };
    const graph = sharePoint.graph();
    expect(await lookAtSite({ graph, batch: batchOver(graph) }, elsewhere, types, [caseFiles])).toEqual({
      ...{ kind: 'refused', status: 404, code: 'itemNotFound' },
    });
    expect(await look({ appId: demo.botAppId })).toMatchObject({ kind: 'refused', status: 403 });
    const down = sharePoint.graph({ transport: () => Promise.reject(new TypeError('down')) });
    expect(await lookAtSite({ graph: down, batch: batchOver(down) }, school, types, [caseFiles])).toMatchObject({
      kind: 'no-answer',
    });
  });
});
