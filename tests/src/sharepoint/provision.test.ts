import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { concern, concernAddendum } from '../../../src/areas/concerns/record.ts';
import { staffConcern, staffNote } from '../../../src/areas/staff-concerns/record.ts';
import { journalPage } from '../../../src/journal/journal-page.ts';
import { caseFiles } from '../../../src/sharepoint/case-library.ts';
import { defineRecord } from '../../../src/records/define-record.ts';
import { columnsOf } from '../../../src/sharepoint/columns.ts';
import { provision, ProvisionFault } from '../../../src/sharepoint/provision.ts';
import { faultyTransport, type FaultyTransport } from '../../support/faulty-transport.ts';
import { demo } from '../../../src/local/cast.ts';
import { recordedLog } from '../../support/recorded-log.ts';
import { batchOver, school, sharePointTenant, type SharePointTenant } from '../../support/sharepoint-tenant.ts';

const types = [concern, concernAddendum];

describe('provisioning', () => {
  let sharePoint: SharePointTenant;
  let wire: FaultyTransport;
  const { log } = recordedLog();
  const run = ({
    graph = sharePoint.graph({ appId: demo.provisionAppId, transport: wire.transport }),
    ...more
  }: Partial<Parameters<typeof provision>[0]> = {}) =>
    provision({
      graph,
      batch: batchOver(graph),
      schools: [school],
      types,
      log,
      ...more,
    });
  const columnsIn = async (list: string) => {
    const { body } = await sharePoint.provisioner.call({ method: 'GET', path: `${sharePoint.listPath(list)}/columns` });
    return (body as { value: Record<string, unknown>[] }).value;
  };

  beforeEach(async () => {
    sharePoint = await sharePointTenant();
    wire = faultyTransport(sharePoint.transport);
  });
  afterEach(() => sharePoint.close());

  it('makes each list with all its columns, under ASCII names and English heads', async () => {
    const report = await run();
    expect(report.lists).toEqual([
      { school: 'harrowmere', list: 'Concerns', made: true, added: [], mended: [], faults: [] },
      { school: 'harrowmere', list: 'Concern addenda', made: true, added: [], mended: [], faults: [] },
    ]);
    const found = await columnsIn('Concerns');
    for (const column of columnsOf(concern)) {
      expect(found.find(({ name }) => name === column.name)).toMatchObject(column);
    }
  });

  it('only reads when it is run again', async () => {
    await run();
    wire.calls.length = 0;
    const report = await run();
    expect(report.lists.map(({ made, added, mended }) => [made, added, mended])).toEqual([
      [false, [], []],
      [false, [], []],
    ]);
    expect(wire.calls.filter((call) => !call.startsWith('GET '))).toEqual(['POST /v1.0/$batch']);
    const calls = sharePoint.tenant.core.ledger.entries().slice(-5);
    expect(calls.map(({ method, url }) => `${method} ${url.split('/').at(-1)}`).slice(2)).toEqual([
      'GET columns',
      'GET columns',
      'POST $batch',
    ]);
  });

  it('adds the columns of a newer version and leaves the rows alone', async () => {
    await run();
    const newer = defineRecord({
      ...concern,
      fields: { ...concern.fields, spot: { kind: 'text', label: 'Where', max: 100, indexed: true } },
    });
    const report = await run({ types: [newer] });
    expect(report.lists).toEqual([expect.objectContaining({ made: false, added: ['Spot'] })]);
    expect(await columnsIn('Concerns')).toContainEqual(
      expect.objectContaining({ name: 'Spot', displayName: 'Where', indexed: true }),
    );
  });

  it('gives the key its uniqueness back where somebody took it', async () => {
    await run();
    const patched: unknown[] = [];
    const graph = sharePoint.graph({
      appId: demo.provisionAppId,
      transport: async (input, init) => {
        if (init?.method === 'PATCH') {
          patched.push(await new Request(input, init).json());
          return Response.json({});
        }
        const answer = await (await sharePoint.transport(input, init)).text();
        return new Response(answer.replace('"enforceUniqueValues":true', '"enforceUniqueValues":false'));
      },
    });
    const report = await run({ graph, types: [concernAddendum] });
    expect(report.lists[0]?.mended).toEqual(['RequestKey']);
    expect(patched).toEqual([{ indexed: true, enforceUniqueValues: true }]);
  });

  it('gives a column room and choices that it lacks, and asks for no more the next time', async () => {
    await run();
    const patch = async (name: string, body: object) => {
      const column = (await columnsIn('Concerns')).find((one) => one['name'] === name) as { id: string };
      const path = `${sharePoint.listPath('Concerns')}/columns/${column.id}`;
      expect(await sharePoint.provisioner.call({ method: 'PATCH', path, body })).toMatchObject({ status: 200 });
    };
    await patch('ChildName', { text: { maxLength: 40 } });
    await patch('Status', { choice: { choices: ['our-own'], allowTextEntry: false, displayAs: 'dropDownMenu' } });
    const mended = async () => (await run()).lists.flatMap((list) => list.mended);
    expect((await mended()).sort()).toEqual(['ChildName', 'Status']);
    expect(await mended()).toEqual([]);
    const status = (await columnsIn('Concerns')).find(({ name }) => name === 'Status');
    expect(status).toMatchObject({ choice: { choices: expect.arrayContaining(['our-own', 'submitted']) as string[] } });
  });

  it('says what a person must do by hand', async () => {
    const { byHand } = await run();
    expect(byHand.join('\n')).toMatch(/50,000[\s\S]*members and visitors/);
  });

  it('fails in words under an identity that may not make lists, and can be run again', async () => {
    const denied = run({ graph: sharePoint.graph() });
    await expect(denied).rejects.toThrow(ProvisionFault);
    await expect(denied).rejects.toThrow('List “Concerns” of harrowmere: Graph answered 403 accessDenied.');
    expect((await run()).lists.every((list) => list.made)).toBe(true);
  });

  it('fails in words for a site that is not there', async () => {
    const elsewhere = run({ schools: [{ ...school, sitePath: '/sites/nowhere' }] });
    await expect(elsewhere).rejects.toThrow(/^Site \/sites\/nowhere: Graph answered 404 itemNotFound\./);
  });

  describe('in two sites', () => {
    const both = [staffConcern, concern, staffNote];
    const listsIn = async (site: 'safeguarding' | 'staff-concerns') => {
      const path = sharePoint.listPath('', site).replace(/\/$/, '');
      const { body } = await sharePoint.provisioner.call({ method: 'GET', path });
      return (body as { value: { displayName: string }[] }).value.map(({ displayName }) => displayName);
    };

    it('makes each list in the site where its records belong, and the library in the safeguarding site alone', async () => {
      await run({ types: both, once: [journalPage], libraries: [caseFiles] });
      const [children, staff] = [await listsIn('safeguarding'), await listsIn('staff-concerns')];
      expect(children).toEqual(expect.arrayContaining(['Concerns', 'Journal', 'Case files']));
      expect(staff).toEqual(expect.arrayContaining(['Staff concerns', 'Staff concern notes']));
      const strays = [...staff.filter((list) => ['Concerns', 'Journal', 'Case files'].includes(list))];
      expect([...strays, ...children.filter((list) => list.startsWith('Staff'))]).toEqual([]);
      expect((await run({ types: both })).lists.map(({ made }) => made)).toEqual([false, false, false]);
    });

    it('makes the lists of children’s concerns of every school, though a site of staff concerns is not there', async () => {
      const primary = { ...demo.primary, host: demo.sharePointHost };
      const schools = [{ ...school, staffSitePath: '/sites/nowhere' }, primary];
      await expect(run({ schools, types: both })).rejects.toThrow(/^Site \/sites\/nowhere: Graph answered 404/);
      const { lists } = await run({ schools: [school, primary], types: [concern] });
      expect(lists.map(({ made }) => made)).toEqual([false, false]);
    });
  });

  it('finishes what an interrupted run began', async () => {
    wire.coming.push('none', 'none', 'none', 'none', 'unreachable');
    await expect(run()).rejects.toThrow('ECONNREFUSED');
    const report = await run();
    expect(report.lists.map(({ made }) => made)).toEqual([false, true]);
  });
});
