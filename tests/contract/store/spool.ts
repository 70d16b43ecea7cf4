import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SpoolStore } from '../../../src/ports/spool.ts';
import type { OperationalStore } from '../../../src/store/operational-store.ts';
import { newForm, tenant } from '../../support/kernel.ts';
import type { EngineHarness } from './scene.ts';

/** What files on their way in rely on. Runs on every engine. */
export function spoolContract(name: string, makeEngine: () => Promise<EngineHarness>): void {
  describe(`the spool’s promises, kept by ${name}`, () => {
    let engine: EngineHarness;
    let operational: OperationalStore;
    let spool: SpoolStore;
    beforeEach(async () => {
      engine = await makeEngine();
      operational = await engine.open();
      ({ spool } = operational);
    });
    afterEach(async () => {
      await operational.close();
      await engine.end();
    });
    const about = Buffer.from([0, 255, 7]);
    const begun = async (size = 10, at = '2026-12-10T08:00:00.000Z') => {
      const id = newForm();
      await spool.begin({ id, tenant, at, about, size });
      return id;
    };
    const bytes = (from: number, to: number) =>
      Buffer.from(Array.from({ length: to - from }, (_, i) => 200 + from + i));
    const append = (id: string, from: number, to: number) => spool.append(id, { from, to }, bytes(from, to));

    it('keeps each range once, in order, and has all of them when it is opened again', async () => {
      const id = await begun();
      expect(await append(id, 0, 4)).toBe(4);
      expect(await append(id, 0, 4)).toBe(4);
      expect(await append(id, 6, 8)).toBe(4);
      expect(await append(id, 4, 11)).toBe(4);
      await operational.close();
      operational = await engine.open();
      ({ spool } = operational);
      expect(await spool.find(id)).toEqual({
        ...{ id, tenant, at: '2026-12-10T08:00:00.000Z', size: 10, arrived: 4 },
        about: expect.objectContaining({ length: 3 }),
      });
      expect(Buffer.from((await spool.find(id))?.about ?? [])).toEqual(about);
      expect(await append(id, 4, 10)).toBe(10);
      const ranges = await spool.ranges(id);
      expect(ranges).toEqual([
        { from: 0, to: 4 },
        { from: 4, to: 10 },
      ]);
      const read = await Promise.all(ranges.map((range) => spool.read(id, range)));
      expect(Buffer.concat(read)).toEqual(bytes(0, 10));
    });

    it('lets one of two that bring the same range at once win, and tells both the same', async () => {
      const id = await begun(400);
      const ends = await Promise.all(Array.from({ length: 6 }, () => append(id, 0, 50)));
      expect(ends).toEqual([50, 50, 50, 50, 50, 50]);
      expect(await spool.ranges(id)).toHaveLength(1);
    });

    it('leaves one that was begun as it is, and knows nothing of one that was not', async () => {
      const id = await begun();
      await append(id, 0, 4);
      await spool.begin({ id, tenant, at: '2027-01-01T00:00:00.000Z', about: Buffer.from('x'), size: 99 });
      expect(await spool.find(id)).toMatchObject({ size: 10, arrived: 4 });
      expect(await append(newForm(), 0, 4)).toBeUndefined();
      expect(await spool.find('../../etc/passwd')).toBeUndefined();
    });

    it('gives work to one at a time, oldest first, and again when it was put off', async () => {
      const later = await begun(10, '2026-12-10T09:00:00.000Z');
      const first = await begun(10, '2026-12-10T08:00:00.000Z');
      expect((await spool.claim(1, 600)).map(({ id }) => id)).toEqual([first]);
      expect((await spool.claim(5, 600)).map(({ id }) => id)).toEqual([later]);
      expect(await spool.claim(5, 600)).toEqual([]);
      await spool.release(first, 0);
      expect((await spool.claim(5, 600)).map(({ id }) => id)).toEqual([first]);
    });

    it('names all of a tenant, oldest first, claimed or not, and none of another', async () => {
      const later = await begun(10, '2026-12-10T09:00:00.000Z');
      const first = await begun(10, '2026-12-10T08:00:00.000Z');
      await append(first, 0, 4);
      await spool.begin({ id: newForm(), tenant: 'another', at: '2026-12-10T07:00:00.000Z', about, size: 1 });
      await spool.claim(9, 600);
      expect((await spool.all(tenant)).map(({ id, arrived }) => ({ id, arrived }))).toEqual([
        { id: first, arrived: 4 },
        { id: later, arrived: 0 },
      ]);
    });

    it('takes other words for what is said of it, and forgets it with its bytes', async () => {
      const id = await begun();
      await append(id, 0, 4);
      await spool.note(id, Buffer.from('other'));
      expect(Buffer.from((await spool.find(id))?.about ?? []).toString()).toBe('other');
      expect(await spool.find(id)).toMatchObject({ arrived: 4 });
      await spool.remove(id);
      expect(await spool.find(id)).toBeUndefined();
      expect(await spool.ranges(id)).toEqual([]);
      await expect(spool.read(id, { from: 0, to: 4 })).rejects.toThrow();
    });
  });
}
