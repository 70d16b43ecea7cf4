import { afterEach, beforeEach, expect, it } from 'vitest';
import { staffConcern } from '../../../src/areas/staff-concerns/record.ts';
import { concern } from '../../../src/areas/concerns/record.ts';
import { filingScene, tenantWithLists, type FilingScene } from '../../support/filing-scene.ts';
import { changeGrant } from '../../support/change-grant.ts';
import { school, type SharePointTenant } from '../../support/sharepoint-tenant.ts';
import { aStaffConcern } from '../../support/staff-concern.ts';

let sharePoint: SharePointTenant;
let scene: FilingScene;
beforeEach(async () => {
  sharePoint = await tenantWithLists();
  scene = filingScene(sharePoint);
});
afterEach(() => sharePoint.close());

const reportOnStaff = () =>
  scene.report('', {
    ...{ record: staffConcern.name, ref: 'S-4F7K-2Q9M', values: aStaffConcern({ at: scene.clock.now() }) },
  });
const grant = (role: string | undefined) => changeGrant(sharePoint.tenant, school, role, 'staff-concerns');

it('holds the row of a staff concern, and the safeguarding site holds nothing of it', async () => {
  const [id, ofChild] = [reportOnStaff(), scene.report()];
  await scene.drain();
  expect(await sharePoint.rows(staffConcern.list, id)).toMatchObject([{ fields: { Ref: 'S-4F7K-2Q9M' } }]);
  expect(await scene.rowsOf(ofChild)).toHaveLength(1);
  expect(await scene.rowsOf(id)).toEqual([]);
  const [, children, staff] = [concern, concern, staffConcern].map(
    ({ list }) => sharePoint.listPath(list).split('/')[2],
  );
  const written = sharePoint.tenant.core.ledger
    .entries()
    .filter(({ method, url }) => method === 'POST' && url.endsWith('/items'))
    .map(({ url, body }) => [
      url.includes(staff ?? '?'),
      url.includes(children ?? '?'),
      JSON.stringify(body).includes(id),
    ]);
  expect(written.toSorted()).toEqual([
    [false, true, false],
    [true, false, true],
  ]);
});

it('may be closed to Lantern, and children’s concerns are filed all the same; once it is open, what waited is filed', async () => {
  await grant(undefined);
  const id = reportOnStaff();
  const ofChildren = [scene.report(), scene.report()];
  for (let rounds = 0; rounds < 3; rounds++) await scene.filing.runOnce();
  for (const child of ofChildren) expect(await scene.rowsOf(child)).toHaveLength(1);
  expect(scene.entries().filter(({ state }) => state === 'waiting')).toHaveLength(1);
  expect(scene.lines).toContainEqual(
    expect.objectContaining({ level: 'error', event: 'filing.blocked', record: 'staffConcern', code: 'http-403' }),
  );
  expect(JSON.stringify(scene.lines)).not.toMatch(/Harris|S-4F7K/);
  await grant('write');
  await scene.drain();
  expect(await sharePoint.rows(staffConcern.list, id)).toHaveLength(1);
});
