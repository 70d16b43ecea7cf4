import { describe, expect, it } from 'vitest';
import { canonical, emptyHead, sha256 } from '../../../src/journal/chain.ts';
import { tenant } from '../../support/kernel.ts';
import { entriesOf, startScene, type EngineHarness } from './scene.ts';

/** What filing and verifying the journal rely on. Runs on every engine. */
export function journalMarkContract(name: string, makeEngine: () => Promise<EngineHarness>): void {
  describe(`${name}: the journal as it is filed`, () => {
    const scene = startScene(makeEngine);
    const marks = () => scene.operational.journalMarks;

    it('gives entries by their canonical text, so many after any of them', async () => {
      for (let i = 0; i < 5; i++) await scene.reported({ words: 'Ω "quoted" \\ é' });
      const entries = await entriesOf(scene.operational);
      const lines = await scene.operational.journalLines(tenant, 0, 100);
      expect(lines).toEqual(
        entries.map((entry) => ({ n: entry.n, at: entry.at, hash: entry.hash, text: canonical(entry.n, entry) })),
      );
      expect(await scene.operational.journalLines(tenant, 2, 3)).toEqual(lines.slice(2, 5));
      expect(await scene.operational.journalLines(tenant, entries.length, 3)).toEqual([]);
      expect(await scene.operational.journalLines('another', 0, 3)).toEqual([]);
    });

    it('keeps how far it lies in SharePoint, which only moves forward', async () => {
      expect(await marks().read(tenant)).toEqual({ filed: emptyHead, anchored: undefined });
      const [at, later] = ['2026-12-10T08:05:00.000Z', '2026-12-10T09:05:00.000Z'];
      await marks().filed(tenant, { n: 20, hash: sha256('20') });
      await marks().anchored(tenant, 20, at);
      await marks().filed(tenant, { n: 10, hash: sha256('10') });
      await marks().anchored(tenant, 10, later);
      expect(await marks().read(tenant)).toEqual({
        filed: { n: 20, hash: sha256('20') },
        anchored: { n: 20, at },
      });
      await marks().anchored('another', 3, at);
      expect(await marks().read('another')).toEqual({ filed: emptyHead, anchored: { n: 3, at } });
    });

    it('knows it when it is opened again', async () => {
      await marks().filed(tenant, { n: 7, hash: sha256('7') });
      await scene.operational.close();
      scene.operational = await scene.engine.open();
      expect((await marks().read(tenant)).filed).toEqual({ n: 7, hash: sha256('7') });
    });
  });
}
