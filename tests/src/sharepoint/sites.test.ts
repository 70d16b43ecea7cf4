import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { concern } from '../../../src/areas/concerns/record.ts';
import { staffConcern } from '../../../src/areas/staff-concerns/record.ts';
import { createSites, type Sites } from '../../../src/sharepoint/sites.ts';
import { faultyTransport, type FaultyTransport } from '../../support/faulty-transport.ts';
import { tenantWithLists } from '../../support/filing-scene.ts';
import { school, type SharePointTenant } from '../../support/sharepoint-tenant.ts';

describe('where a school’s lists lie', () => {
  let sharePoint: SharePointTenant;
  let wire: FaultyTransport;
  let sites: Sites;
  const nowhere = { ...school, id: 'nowhere', sitePath: '/sites/nowhere' };
  const ask = () => sites.locate(school.id, concern);

  beforeAll(async () => {
    sharePoint = await tenantWithLists();
  });
  afterAll(() => sharePoint.close());
  beforeEach(() => {
    wire = faultyTransport(sharePoint.transport);
    sites = createSites({ graph: sharePoint.graph({ transport: wire.transport }), schools: [school, nowhere] });
  });

  it('is asked once, however many ask at once and afterwards', async () => {
    const answers = await Promise.all([ask(), ask(), ask()]);
    expect(new Set(answers.map((answer) => answer.found && answer.path)).size).toBe(1);
    expect(answers[0]).toEqual({ found: true, path: expect.stringMatching(/^\/sites\/[^/]+\/lists\/[^/]+$/) });
    await ask();
    expect(wire.calls).toHaveLength(2);
  });

  it('leads to the list', async () => {
    const located = await ask();
    if (!located.found) throw new Error(located.code);
    const list = await sharePoint.provisioner.call({ method: 'GET', path: located.path });
    expect(list.body).toMatchObject({ displayName: concern.list });
  });

  it('is asked again once it was forgotten', async () => {
    await ask();
    sites.forget(school.id, undefined);
    expect(await ask()).toMatchObject({ found: true });
    expect(wire.calls).toHaveLength(4);
  });

  it('is asked again after no answer came, and after a refusal', async () => {
    wire.coming.push('unreachable', 'busy-no-hint');
    await expect(ask()).rejects.toThrow('ECONNREFUSED');
    expect(await ask()).toMatchObject({ found: false, answer: { status: 503 } });
    expect(await ask()).toMatchObject({ found: true });
  });

  it('is told apart: no such school, no such site, no such list', async () => {
    expect(await sites.locate('another', concern)).toEqual({ found: false, code: 'school-unknown' });
    expect(await sites.locate('nowhere', concern)).toMatchObject({
      found: false,
      code: 'site-missing',
      answer: { status: 404 },
    });
    expect(await sites.locate(school.id, { list: 'Unmade' })).toEqual({ found: false, code: 'list-missing' });
  });

  it('is in another site for a record of that one, where no list of the safeguarding site is found', async () => {
    const { list } = staffConcern;
    expect(await sites.locate(school.id, staffConcern)).toEqual({
      ...{ found: true, path: expect.stringContaining(sharePoint.listPath(list).split('/')[2] ?? '') },
    });
    expect(await sites.locate(school.id, { list })).toEqual({ found: false, code: 'list-missing' });
    expect(await sites.locate(school.id, { ...concern, site: 'staff-concerns' })).toMatchObject({ found: false });
  });

  it('is not forgotten with that of another site', async () => {
    await ask();
    await sites.locate(school.id, staffConcern);
    wire.calls.length = 0;
    sites.forget(school.id, 'staff-concerns');
    await ask();
    expect(wire.calls).toHaveLength(0);
    await sites.locate(school.id, staffConcern);
    expect(wire.calls).toHaveLength(2);
  });

  it('is looked up anew for a list that was not there, for somebody may have made it', async () => {
    await sites.locate(school.id, { list: 'Unmade' });
    await sites.locate(school.id, { list: 'Unmade' });
    expect(wire.calls).toHaveLength(4);
  });
});
