import { afterAll, beforeAll, expect, it } from 'vitest';
import type { OutsidePage } from '../../src/areas/concerns/contract.ts';
import { demo } from '../../src/local/cast.ts';
import { demoSites, siteId } from '../../src/local/graph/site.ts';
import { launch } from '../support/browser.ts';
import { openChat, readable, refIn, sendReport, type Chat } from '../support/chat.ts';
import { runDemonstration, type RunningDemonstration } from '../support/demonstration.ts';
import { openDesk } from '../support/desk-page.ts';
import { keepPage } from '../support/screens.ts';
import { until } from '../support/until.ts';

const everySeconds = 2;
let lantern: RunningDemonstration;
let daniel: Chat;
let priya: Chat;

beforeAll(async () => {
  lantern = await runDemonstration({
    withoutChats: true,
    settings: { LANTERN_SYNC_SECONDS: String(everySeconds) },
  });
  const { origin } = lantern.shown.tenant;
  [daniel, priya] = await Promise.all([openChat(origin, 'daniel'), openChat(origin, 'priya')]);
  await Promise.all([daniel.install(), priya.install()]);
}, 120_000);
afterAll(async () => {
  await Promise.all([daniel?.close(), priya?.close()]);
  await lantern?.close();
});

/** Somebody who is not Lantern asks Graph about a concern's row. */
async function inSharePoint(ref: string, method: 'PATCH' | 'DELETE', body?: object): Promise<void> {
  const { core, origin } = lantern.shown.tenant;
  const row = (await lantern.rows('Concerns')).find(({ fields }) => fields['Ref'] === ref);
  const item = `${origin}/v1.0/sites/${siteId(demoSites[0]!)}/lists/Concerns/items/${row?.id}`;
  const headers = {
    authorization: `Bearer ${core.graphToken(demo.provisionAppId)}`,
    'content-type': 'application/json',
  };
  const answer = await fetch(body ? `${item}/fields` : item, {
    method,
    headers,
    ...(body && { body: JSON.stringify(body) }),
  });
  expect(answer.status).toBeLessThan(300);
}

const cardThatSays = (text: string) =>
  until(`a card that says ${text}`, () => priya.messages.find((message) => readable(message.card).includes(text)));

it('a byte that is flipped in a filed row shows in the tab within one poll, and the lead is told; so is a row that is deleted', async () => {
  const { card } = await sendReport(daniel, { who: 'Phoebe Sandal', words: 'She had no coat, again.' });
  const ref = refIn(card);
  const { id } = await lantern.filed(ref);

  await inSharePoint(ref, 'PATCH', { Words: 'She had no boat, again.' });
  const { ledger } = lantern.shown.tenant.core;
  const flipped = ledger.entries().findLast(({ method }) => method === 'PATCH')?.n;
  const shown = await until('the concern as SharePoint holds it', async () => {
    const concern = await lantern.concern(id);
    return concern.words.includes('boat') ? concern : undefined;
  });
  // The next poll of the list brought it, or the one after, where one was under way.
  const polls = ledger.entries(flipped).filter(({ url }) => url.includes('/items/delta'));
  const brings = polls.find(({ response }) => JSON.stringify(response).includes('boat'));
  expect(brings).toBeDefined();
  const ofList = polls.filter(({ url }) => url.split('?')[0] === brings?.url.split('?')[0]);
  expect([ofList[0], ofList[1]]).toContain(brings);
  expect(shown).toMatchObject({ words: 'She had no boat, again.', rev: 1 });

  const told = await cardThatSays('Changed outside Lantern');
  expect(readable(told.card)).toContain(ref);
  expect(readable(told.card)).not.toMatch(/Phoebe|Sandal|coat|boat/);
  const { body } = await lantern.api<OutsidePage>('priya', `/api/concerns/${id}/outside`);
  expect(body.items).toMatchObject([
    { what: 'changed', field: 'words', was: 'She had no coat, again.', is: 'She had no boat, again.' },
  ]);
  expect((await lantern.api('zoe', `/api/concerns/${id}/outside`)).status).toBe(404);

  await inSharePoint(ref, 'DELETE');
  await cardThatSays('Deleted outside Lantern');
  expect(await lantern.concern(id)).toMatchObject({ words: 'She had no boat, again.', outside: 2, filed: 'received' });

  const browser = await launch();
  try {
    const desk = await openDesk(browser, lantern.shown.hostOrigin, 'priya', id);
    const outside = desk.tab.getByRole('region', { name: 'What was done outside Lantern' });
    await outside.getByText('Changed outside Lantern: What was seen or heard').waitFor();
    await outside.getByText('She had no coat, again.').waitFor();
    await desk.tab.getByRole('region', { name: 'Deleted in SharePoint' }).waitFor();
    await outside.scrollIntoViewIfNeeded();
    await keepPage(desk.page, 'changed-outside');
    expect(desk.alarms).toEqual([]);
    await desk.close();
  } finally {
    await browser.close();
  }
  expect(lantern.said()).not.toMatch(/Phoebe|coat|boat/);
});
