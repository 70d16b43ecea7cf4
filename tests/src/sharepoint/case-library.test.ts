import { afterEach, beforeEach, expect, it } from 'vitest';
import { createFiles } from '../../../src/graph/create-files.ts';
import { createHandedOutAddress } from '../../../src/graph/handed-out-address.ts';
import { createHandedOutBytes } from '../../../src/graph/handed-out-bytes.ts';
import { createBudget } from '../../../src/graph/budget.ts';
import { caseFiles, createCaseLibrary } from '../../../src/sharepoint/case-library.ts';
import { provision } from '../../../src/sharepoint/provision.ts';
import { createSites } from '../../../src/sharepoint/sites.ts';
import { systemClock } from '../../../src/system/system-clock.ts';
import { someBytes, sourceOf } from '../../support/file-library.ts';
import { recordedLog } from '../../support/recorded-log.ts';
import { batchOver, school, sharePointTenant, type SharePointTenant } from '../../support/sharepoint-tenant.ts';

let sharePoint: SharePointTenant;
beforeEach(async () => {
  sharePoint = await sharePointTenant();
});
afterEach(() => sharePoint.close());

const { log } = recordedLog();
const make = () => {
  const { provisioner: graph } = sharePoint;
  return provision({ graph, batch: batchOver(graph), schools: [school], types: [], libraries: [caseFiles], log });
};
const libraryOf = (label?: string) => {
  const graph = sharePoint.graph();
  return createCaseLibrary({ graph, sites: createSites({ graph, schools: [school] }), label });
};

it('provisioning makes the library once, and Lantern finds it', async () => {
  expect(await libraryOf().driveOf(school.id)).toBeUndefined();
  expect((await make()).lists).toMatchObject([{ list: 'Case files', made: true }]);
  expect((await make()).lists).toMatchObject([{ list: 'Case files', made: false }]);
  expect(await libraryOf().driveOf(school.id)).toEqual(expect.any(String));
});

it('a file goes in, gets the label that the tenant has, is found by its name, and comes back piece by piece', async () => {
  await make();
  const library = libraryOf('Child protection file');
  const drive = (await library.driveOf(school.id)) ?? '';
  const calls = {
    transport: sharePoint.transport,
    userAgent: 'NONISV|Lantern|Tests/1.0',
    budget: createBudget({ licences: 100_000, clock: systemClock }),
  };
  const files = createFiles({
    ...{ graph: sharePoint.graph(), clock: systemClock },
    ...{ ask: createHandedOutAddress(calls), fetchBytes: createHandedOutBytes(calls) },
  });
  const bytes = someBytes(700_000);
  const end = await files.upload({ drive, folder: 'root', name: 'd1.pdf', source: sourceOf(bytes) });
  if (!end.ok) throw new Error(end.reason);
  expect(await library.label(drive, end.file)).toBe('Child protection file');
  expect(await libraryOf('Nothing of the kind').label(drive, end.file)).toBeUndefined();
  expect(await libraryOf().label(drive, end.file)).toBeUndefined();
  const path = `/drives/${drive}/items/${end.file.id}/retentionLabel`;
  const { body } = await sharePoint.graph().call({ method: 'GET', path });
  expect(body).toMatchObject({ name: 'Child protection file' });
  expect(await library.find(drive, 'd1.pdf')).toMatchObject({ id: end.file.id, size: bytes.length });
  expect(await library.find(drive, 'd2.pdf')).toBeUndefined();

  const got = await files.download({ drive, item: end.file.id });
  if (!got.ok) throw new Error(got.reason);
  const pieces: Uint8Array[] = [];
  for await (const piece of got.bytes) pieces.push(piece);
  expect(Buffer.concat(pieces)).toEqual(bytes);
  expect(await files.download({ drive, item: 'nothing' })).toEqual({ ok: false, reason: 'gone' });
});
