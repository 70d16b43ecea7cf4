import { afterAll, beforeAll, expect, it } from 'vitest';
import type { DifferencePage } from '../../src/areas/concerns/contract.ts';
import { demo } from '../../src/local/cast.ts';
import { demoSites, siteId } from '../../src/local/graph/site.ts';
import { launch } from '../support/browser.ts';
import { cardAbout, openChat, readable, refIn, sendReport, type Chat } from '../support/chat.ts';
import { runDemonstration, type RunningDemonstration } from '../support/demonstration.ts';
import { openDesk } from '../support/desk-page.ts';
import { keepPage } from '../support/screens.ts';
import { until } from '../support/until.ts';

let lantern: RunningDemonstration;
let daniel: Chat;
let priya: Chat;

beforeAll(async () => {
  // Lantern does not look there meanwhile: both write before either knows of the other.
  lantern = await runDemonstration({ withoutChats: true, settings: { LANTERN_SYNC_SECONDS: '3600' } });
  const { origin } = lantern.shown.tenant;
  [daniel, priya] = await Promise.all([openChat(origin, 'daniel'), openChat(origin, 'priya')]);
  await Promise.all([daniel.install(), priya.install()]);
}, 120_000);
afterAll(async () => {
  await Promise.all([daniel?.close(), priya?.close()]);
  await lantern?.close();
});

const row = async (ref: string) => (await lantern.rows('Concerns')).find(({ fields }) => fields['Ref'] === ref);

/** Somebody opens the list in SharePoint and writes in a concern's row. */
async function editInSharePoint(ref: string, fields: object): Promise<void> {
  const { core, origin } = lantern.shown.tenant;
  const item = `${origin}/v1.0/sites/${siteId(demoSites[0]!)}/lists/Concerns/items/${(await row(ref))?.id}/fields`;
  const headers = { authorization: `Bearer ${core.graphToken(demo.apiAppId)}`, 'content-type': 'application/json' };
  const answer = await fetch(item, { method: 'PATCH', headers, body: JSON.stringify(fields) });
  expect(answer.status).toBe(200);
}

it('where somebody wrote in SharePoint what a lead does in Lantern, nobody’s words are lost: the lead is told, sees both and decides', async () => {
  const { card } = await sendReport(daniel, { who: 'Phoebe Sandal', words: 'She had no coat, again.' });
  const ref = refIn(card);
  const { id } = await lantern.filed(ref);
  await editInSharePoint(ref, { TakenByName: 'Tom, by telephone' });
  const alert = await cardAbout(priya, ref);
  await priya.press(alert, 'take-concern');

  const stopped = await until('a card that says so', () =>
    priya.messages.find((message) => readable(message.card).includes(`Filing has stopped: concern ${ref}`)),
  );
  expect(readable(stopped.card)).not.toMatch(/Phoebe|Sandal|coat|Tom/);
  expect((await row(ref))?.fields).toMatchObject({ TakenByName: 'Tom, by telephone', Status: 'submitted', Rev: 1 });
  expect((await lantern.reports('daniel')).find((report) => report.ref === ref)).toMatchObject({ filed: 'received' });
  expect((await lantern.api('zoe', `/api/concerns/${id}/differences`)).status).toBe(404);
  const { body } = await lantern.api<DifferencePage>('priya', `/api/concerns/${id}/differences`);
  expect(body.items).toEqual([
    { field: 'takenByName', before: null, lantern: 'Priya Raman', sharepoint: 'Tom, by telephone', takeable: true },
  ]);

  const browser = await launch();
  try {
    const desk = await openDesk(browser, lantern.shown.hostOrigin, 'priya', id);
    const section = desk.tab.getByRole('region', { name: 'Filing in SharePoint' });
    await section.getByRole('radio', { name: /Tom, by telephone/ }).check();
    await keepPage(desk.page, 'filing-stopped');
    await section.getByRole('button', { name: 'Let this stand and file it' }).click();
    await section.getByText(`Decided: ${ref} is being filed.`).waitFor();
    expect(desk.alarms).toEqual([]);
    await desk.close();
  } finally {
    await browser.close();
  }

  expect(await lantern.filed(ref)).toMatchObject({ status: 'acknowledged', takenByName: 'Tom, by telephone', rev: 3 });
  expect((await row(ref))?.fields).toMatchObject({ TakenByName: 'Tom, by telephone', Status: 'acknowledged', Rev: 3 });
  await until('the card follows', () =>
    readable(stopped.card).includes(`Filing goes on: concern ${ref}`) ? true : undefined,
  );
});
