import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { createBudget } from '../../../src/graph/budget.ts';
import { createGraph } from '../../../src/graph/client.ts';
import { collect } from '../../../src/graph/pages.ts';
import { localTransport } from '../../../src/local/transport.ts';
import { GraphUnreachable } from '../../../src/ports/graph.ts';
import { systemClock } from '../../../src/system/system-clock.ts';
import { faultyTransport } from '../../support/faulty-transport.ts';
import { oneOffServer } from '../../support/one-off-server.ts';
import { sharePointTenant, type SharePointTenant } from '../../support/sharepoint-tenant.ts';

describe('a collection', () => {
  let sharePoint: SharePointTenant;
  let items: string;
  const headers = { Prefer: 'HonorNonIndexedQueriesWarningMayFailRandomly' };
  const ids = (values: readonly unknown[]) => values.map((value) => (value as { id: string }).id);

  beforeAll(async () => {
    sharePoint = await sharePointTenant();
    const path = sharePoint.listPath('x').replace('/x', '');
    const body = { displayName: 'Words', columns: [{ name: 'Word', text: {} }] };
    await sharePoint.provisioner.call({ method: 'POST', path, body });
    items = `${sharePoint.listPath('Words')}/items`;
    for (let n = 0; n < 5; n++)
      await sharePoint.provisioner.call({ method: 'POST', path: items, body: { fields: { Word: 'same' } } });
  });
  afterAll(() => sharePoint.close());

  it('is read to its end, page by page', async () => {
    const read = await collect(sharePoint.graph(), `${items}?$top=2`);
    expect(read.ok && ids(read.values)).toEqual(['1', '2', '3', '4', '5']);
  });

  it('is asked for with the same headers on every page', async () => {
    const path = `${items}?$top=2&$filter=fields/Word eq 'same'`;
    expect((await collect(sharePoint.graph(), path)).ok).toBe(false);
    const read = await collect(sharePoint.graph(), path, { headers });
    expect(read.ok && ids(read.values)).toEqual(['1', '2', '3', '4', '5']);
  });

  it('is gone on with from a first page that is there already', async () => {
    const first = await sharePoint.graph().call({ method: 'GET', path: `${items}?$top=3` });
    const before = sharePoint.tenant.core.ledger.entries().length;
    const read = await collect(sharePoint.graph(), `${items}?$top=3`, { first });
    expect(read.ok && ids(read.values)).toEqual(['1', '2', '3', '4', '5']);
    expect(sharePoint.tenant.core.ledger.entries().length - before).toBe(1);
  });

  it('is not had at all when a later page fails', async () => {
    const wire = faultyTransport(sharePoint.transport);
    wire.coming.push('none', 'error');
    const read = await collect(sharePoint.graph({ transport: wire.transport }), `${items}?$top=2`);
    expect(read).toMatchObject({ ok: false, answer: { status: 500 } });
    wire.coming.push('none', 'unreachable');
    const lost = collect(sharePoint.graph({ transport: wire.transport }), `${items}?$top=2`);
    await expect(lost).rejects.toThrow(GraphUnreachable);
  });

  it.each([
    ['leads in a circle', { value: [], '@odata.nextLink': 'https://graph.microsoft.com/v1.0/sites/a/lists' }],
    ['is no page', { id: 'a' }],
  ])('is not had when an answer %s', async (_, body) => {
    const server = await oneOffServer((_request, response) => {
      response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
    });
    onTestFinished(() => server.close());
    const graph = createGraph({
      token: async () => 'token',
      transport: localTransport(server.origin),
      userAgent: 'NONISV|Lantern|Tests/1.0',
      budget: createBudget({ licences: 1, clock: systemClock }),
    });
    expect(await collect(graph, '/sites/a/lists')).toMatchObject({ ok: false, answer: { status: 200, body } });
  });
});
