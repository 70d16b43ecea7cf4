import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { BriefingDesk } from '../../src/areas/briefings/contract.ts';
import type { BriefingChannels } from '../../src/areas/channels/contract.ts';
import type { MeetingDesk, PaperToRead } from '../../src/areas/meetings/contract.ts';
import { demoDays } from '../../src/local/clock/demo-days.ts';
import { schoolMoment } from '../../src/local/clock/school-moment.ts';
import { launch } from '../support/browser.ts';
import { openChatWindow } from '../support/chat-window.ts';
import { runDemonstration, type RunningDemonstration } from '../support/demonstration.ts';
import { openDesk } from '../support/desk-page.ts';
import { keepCard, keepPage } from '../support/screens.ts';

let lantern: RunningDemonstration;
let browser: Browser;
beforeAll(async () => {
  [lantern, browser] = await Promise.all([runDemonstration({ trust: 'whole' }), launch()]);
}, 900_000);
afterAll(async () => {
  await browser?.close();
  await lantern?.close();
});

const get = async <T>(who: string, path: string): Promise<T> => (await lantern.api<T>(who, path)).body;
/** The meeting of the desk that begins at a moment of the school’s clock. */
const meetingAt = async (wall: string): Promise<string> => {
  const { toCome, past } = await get<MeetingDesk>('priya', '/api/meetings');
  const found = [...toCome.items, ...past.items].find(({ startsAt }) => startsAt === schoolMoment(wall));
  return found?.id ?? 'none';
};

it('as `npm start` opens, last week’s minutes stand in the channel, one action ticked there by its owner and one still open; three have read the newsletter beneath', async () => {
  expect(lantern.shown.clock.now() >= schoolMoment(demoDays.begins)).toBe(true);
  const { url } = lantern.shown.chats.find(({ key }) => key === 'priya')!;
  const { page, cards, cardWith } = await openChatWindow(browser, url);
  await page.getByRole('treeitem', { name: 'Triage' }).click();
  const minutes = cardWith('Minutes: Safeguarding team');
  await minutes.getByText('Telephones stay in bags until the bus has left.').waitFor();
  const said = await minutes.innerText();
  expect(said).toMatch(/Tom Whitlock[^]*10 Dec 2026[^]*Done/);
  expect(said).toMatch(/Child A has somebody to sit with at break/);
  expect(said).not.toMatch(/Kacey|Brook|Leo|Tarrant|Orla|Finch|C-2026/);
  expect(await minutes.getByRole('button', { name: 'Done' }).count()).toBe(2);
  await keepCard(minutes, 'whole-minutes');
  const bulletin = cardWith('Safeguarding newsletter, December');
  await bulletin.getByRole('button', { name: 'I have read this' }).waitFor();
  await keepCard(bulletin, 'whole-bulletin');
  // Whoever opens the page again finds them again, once.
  await page.reload();
  await page.getByText('installationUpdate').first().waitFor();
  await page.getByRole('treeitem', { name: 'Triage' }).click();
  await bulletin.waitFor();
  expect(await cards.filter({ hasText: 'Safeguarding newsletter, December' }).count()).toBe(1);
  await page.context().close();

  const { sent } = await get<BriefingDesk>('priya', '/api/briefings');
  const newsletter = sent?.items.find(({ audience }) => audience === 'channels')?.id ?? 'none';
  const { posts } = await get<BriefingChannels>('priya', `/api/briefings/${newsletter}/channels`);
  expect(posts.map(({ inChannel }) => inChannel)).toEqual([{ people: 6, read: 3 }]);
}, 120_000);

it('before today’s meeting stand what was decided last time and a paper that two of those who come may read, and nobody else of them', async () => {
  const today = await meetingAt('2026-12-10T15:45');
  const desk = await openDesk(browser, lantern.shown.hostOrigin, 'priya');
  await desk.tab.getByRole('link', { name: 'Meetings' }).first().click();
  await desk.tab.getByRole('link', { name: 'Safeguarding team' }).first().click();
  const decided = desk.tab.getByRole('list', { name: 'Decided last time' });
  await decided.getByText('Done', { exact: true }).waitFor();
  expect(await decided.innerText()).toMatch(/Tom Whitlock, done Thu, 10 Dec 2026[^]*Ines Duarte/);
  await keepPage(desk.page, 'whole-today');
  expect(desk.alarms).toEqual([]);
  await desk.close();
  const papers = (who: string) => get<readonly PaperToRead[]>(who, `/api/meetings/${today}/papers/mine`);
  const heading = 'What the practice writes';
  for (const who of ['tom', 'ines']) expect((await papers(who)).map((one) => one.heading)).toEqual([heading]);
  for (const who of ['kayleigh', 'sheila']) expect(await papers(who)).toEqual([]);
}, 120_000);
