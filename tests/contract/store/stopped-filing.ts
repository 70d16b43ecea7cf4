import { beforeEach, describe, expect, it } from 'vitest';
import { filingIdentity } from '../../../src/access/actor.ts';
import type { Identity } from '../../../src/access/types.ts';
import { settleFiling } from '../../../src/areas/concerns/settle-filing.ts';
import { takeConcern } from '../../../src/areas/concerns/take-concern.ts';
import { tellOfStoppedFiling } from '../../../src/areas/concerns/tell-of-stopped-filing.ts';
import { readDifferences } from '../../../src/areas/concerns/views.ts';
import { newForm, people, school, tenant } from '../../support/kernel.ts';
import { entriesOf, fileAll, startScene, type EngineHarness } from './scene.ts';

/** How a lead decides where Lantern and somebody in SharePoint changed the same. Runs on every engine. */
export function stoppedFilingContract(name: string, makeEngine: () => Promise<EngineHarness>): void {
  describe(`an act whose filing has stopped, on ${name}`, () => {
    const scene = startScene(makeEngine);
    const { reported, shown, page } = scene;
    const sides = [
      { field: 'status', base: 'submitted', ours: 'acknowledged', theirs: 'submitted' },
      { field: 'takenByName', base: null, ours: people.priya.name, theirs: 'Tom, by hand' },
    ];
    let concern: string;
    beforeEach(async () => {
      concern = await reported();
      await fileAll(scene.operational);
      await scene.kernel.perform(takeConcern, people.priya, { concern }, newForm());
      const [take] = await scene.operational.filingQueue.claim(1, 60);
      await scene.operational.filingQueue.conflict(take!, sides);
    });
    const settle = (keep: object, who: Identity = people.priya, rev = 2, form = newForm()) =>
      scene.kernel.perform(settleFiling, who, { concern, rev, keep }, form);
    const differences = async (who: Identity = people.priya) => {
      const result = await scene.kernel.read(readDifferences, who, { id: concern });
      return result.ok ? result.answer.answer.items : result.problem.code;
    };
    const next = async () => (await scene.operational.filingQueue.claim(1, 60))[0];

    it('says so, shows a lead what both sides hold, and nobody else', async () => {
      expect(await shown(concern)).toMatchObject({ filed: 'stopped', abilities: { settle: true } });
      expect((await page()).items[0]).toMatchObject({ filed: 'stopped' });
      expect(await differences()).toEqual([
        { field: 'status', before: 'submitted', lantern: 'acknowledged', sharepoint: 'submitted', takeable: true },
        {
          field: 'takenByName',
          before: null,
          lantern: people.priya.name,
          sharepoint: 'Tom, by hand',
          takeable: true,
        },
      ]);
      expect(await differences(people.zoe)).toBe('not-found');
      expect(await settle({ status: 'lantern', takenByName: 'lantern' }, people.zoe)).toMatchObject({ ok: false });
      expect(await next()).toBeUndefined();
    });

    it('goes on as a lead has chosen, field by field, and what they keep of SharePoint is Lantern’s too', async () => {
      expect(await settle({ status: 'lantern', takenByName: 'sharepoint' })).toMatchObject({ ok: true });
      const task = await next();
      expect(task?.payload).toMatchObject({
        rev: 2,
        settled: true,
        values: { status: 'acknowledged', takenById: people.priya.person },
        base: { status: 'submitted', takenById: null },
      });
      expect(Object.keys({ ...task?.payload.values, ...task?.payload.base })).not.toContain('takenByName');
      expect(await shown(concern)).toMatchObject({ takenByName: 'Tom, by hand', rev: 3, filed: 'received' });
      await scene.operational.filingQueue.confirm(task!, { itemId: '7', etag: '"a,2"' });
      expect((await next())?.payload).toMatchObject({ rev: 3, values: { takenByName: 'Tom, by hand' } });
      expect(await differences()).toEqual([]);
      const entries = await entriesOf(scene.operational);
      expect(entries.find(({ act }) => act === 'settle-filing')).toMatchObject({
        actor: people.priya.person,
        outcome: 'done',
        fields: ['concern.takenByName', 'concern.status'],
      });
    });

    it('is settled once: by a form that comes twice, and by one of two leads', async () => {
      const form = newForm();
      const keep = { status: 'lantern', takenByName: 'lantern' };
      const both = await Promise.all([settle(keep, people.priya, 2, form), settle(keep, people.priya, 2, form)]);
      expect(both[0]).toEqual(both[1]);
      expect(await settle(keep, people.tom)).toMatchObject({ ok: false });
      expect((await next())?.payload).toMatchObject({ base: { status: 'submitted', takenByName: 'Tom, by hand' } });
    });

    it.each([
      ['a field is left open', { status: 'lantern' }],
      ['a field is chosen that nobody disputes', { status: 'lantern', takenByName: 'lantern', urgency: 'lantern' }],
    ])('stays as it is while %s', async (_why, keep) => {
      expect(await settle(keep)).toMatchObject({ problem: { code: 'invalid-input' } });
      expect(await settle({ status: 'lantern', takenByName: 'lantern' }, people.priya, 1)).toMatchObject({
        problem: { code: 'changed-meanwhile' },
      });
      expect(await next()).toBeUndefined();
      expect(await shown(concern)).toMatchObject({ filed: 'stopped', rev: 2 });
    });

    it('has whoever is on duty told, by Lantern’s own identity and by nobody’s else', async () => {
      for (const task of await scene.operational.messageQueue.claim(100, 60))
        await scene.operational.messageQueue.settle(task);
      const tell = (who: Identity) => scene.kernel.perform(tellOfStoppedFiling, who, { concern, school }, newForm());
      expect(await tell(people.priya)).toMatchObject({ problem: { code: 'not-found' } });
      expect(await tell(filingIdentity(tenant))).toMatchObject({ ok: true });
      expect(await scene.operational.messageQueue.claim(10, 60)).toEqual([]);
      scene.engine.pass(3);
      expect((await scene.operational.messageQueue.claim(10, 60)).map(({ payload }) => payload)).toEqual([
        { kind: 'filing-stopped', to: people.priya.person, about: concern },
      ]);
    });
  });
}
