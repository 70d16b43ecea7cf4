import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startLanternProcess, type LanternProcess } from '../../src/local/lantern-process.ts';
import { cardAbout, openChat, readable, refIn, sendReport, type Chat } from '../support/chat.ts';
import { runDemonstration, type RunningDemonstration } from '../support/demonstration.ts';
import { freePorts } from '../support/free-ports.ts';
import { havePostgres, startPostgres, type PostgresServer } from '../support/postgres.ts';

// Where no PostgreSQL can be had, there is nothing to run; havePostgres says so.
// eslint-disable-next-line no-restricted-syntax
describe.skipIf(!havePostgres())('Lantern on PostgreSQL', () => {
  let server: PostgresServer;
  let lantern: RunningDemonstration;
  let daniel: Chat;
  let priya: Chat;

  beforeAll(async () => {
    server = await startPostgres();
    lantern = await runDemonstration({ withoutChats: true, databaseUrl: await server.aDatabase() });
    const { origin } = lantern.shown.tenant;
    [daniel, priya] = await Promise.all([openChat(origin, 'daniel'), openChat(origin, 'priya')]);
    await Promise.all([daniel.install(), priya.install()]);
  }, 120_000);
  afterAll(async () => {
    await Promise.all([daniel?.close(), priya?.close()]);
    await lantern?.close();
    await server?.stop();
  });

  async function reported(words: string): Promise<string> {
    const { card } = await sendReport(daniel, { who: 'Phoebe Sandal', words });
    expect(readable(card)).toContain('Your report is received and safe');
    return refIn(card);
  }
  const rowsWith = async (words: string) =>
    (await lantern.rows('Concerns')).map(({ fields }) => fields).filter((fields) => fields['Words'] === words);

  it('brings a concern from a teacher’s chat to the lead’s, to the desk and into SharePoint', async () => {
    const ref = await reported('She had no coat.');
    const alert = await cardAbout(priya, ref);
    const taken = await priya.press(alert, 'take-concern');
    expect(readable(taken.card)).toContain('Taken by Priya Raman');
    expect(await lantern.filed(ref)).toMatchObject({ words: 'She had no coat.', takenByName: 'Priya Raman', rev: 2 });
    expect(await rowsWith('She had no coat.')).toMatchObject([{ Ref: ref, Rev: 2, _UIVersionString: '2.0' }]);
  });

  describe('with a second instance beside it', () => {
    let second: LanternProcess;
    let secondOrigin: string;
    beforeAll(async () => {
      const port = await freePorts(1);
      secondOrigin = `http://localhost:${port}`;
      second = await startLanternProcess(secondOrigin, { ...lantern.shown.lanternEnv, LANTERN_PORT: String(port) });
    });
    afterAll(() => second?.stop());

    it('loses nothing when the one that took a report dies at once: the other shows it, alerts and files it once', async () => {
      const words = 'The machine that took this is gone.';
      const ref = await reported(words);
      await lantern.shown.lantern.kill();

      const headers = { authorization: `Bearer ${lantern.shown.tenant.core.userToken('priya')}` };
      const desk = await fetch(`${secondOrigin}/api/desk`, { headers });
      expect(await desk.text()).toContain(ref);
      // What the dead one had claimed is claimed anew when its lease of a minute is over.
      await cardAbout(priya, ref, 90);
      await expect.poll(() => rowsWith(words), { timeout: 90_000, interval: 500 }).toHaveLength(1);

      await lantern.restart('kill');
      expect(await lantern.filed(ref)).toMatchObject({ words, filed: 'filed' });
      expect(await rowsWith(words)).toMatchObject([{ Ref: ref, _UIVersionString: '1.0' }]);
    }, 240_000);
  });
});
