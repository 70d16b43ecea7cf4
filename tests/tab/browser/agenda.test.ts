import type { FrameLocator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startTabBrowser, type TabBrowser } from '../../support/tab-browser.ts';

let browser: TabBrowser;
beforeAll(async () => {
  browser = await startTabBrowser();
});
afterEach(async () => {
  const complaints = [...browser.complaints];
  await browser.afterTest();
  expect(complaints).toEqual([]);
});
afterAll(() => browser.close());

const form = expect.stringMatching(/^[0-9a-f]{32}$/) as string;
const sent = () =>
  browser
    .stub()
    .requests.filter(({ method, path }) => method === 'POST' && path.startsWith('/api/meetings'))
    .map(({ path, body }) => [path, body]);
const said = (tab: FrameLocator, text: string | RegExp) =>
  tab.getByRole('status').getByText(text).waitFor({ state: 'attached' });

async function openList(person = 'priya'): Promise<FrameLocator> {
  const { tab } = await browser.visit(`person=${person}`);
  await tab.getByRole('link', { name: 'Meetings' }).click();
  await tab.getByRole('heading', { name: person === 'daniel' ? 'You were asked to' : 'To come' }).waitFor();
  return tab;
}
async function openMeeting(kind = 'Team around the family'): Promise<FrameLocator> {
  const tab = await openList();
  await tab.getByRole('link', { name: kind }).click();
  await tab.getByRole('heading', { level: 2, name: 'Agenda' }).waitFor();
  return tab;
}
const points = (tab: FrameLocator) => tab.getByRole('list', { name: 'Agenda' }).getByRole('listitem');
const order = async (tab: FrameLocator) =>
  (await points(tab).evaluateAll((lines) => lines.map((line) => line.getAttribute('data-point')))).join(' ');
const focused = (tab: FrameLocator) => tab.locator(':focus').getAttribute('aria-label');

describe('the agenda', () => {
  it('is put in order by keyboard: the button keeps the focus, and the place is said', async () => {
    const tab = await openMeeting();
    await tab.getByRole('button', { name: 'Move down: point 1' }).press('Enter');
    await said(tab, 'Now point 2 of 5');
    expect(await order(tab)).toBe('ap2 ap1 ap3 ap4 ap5');
    await expect.poll(() => focused(tab)).toBe('Move down: point 2');
    await tab.locator(':focus').press('Enter');
    await expect.poll(() => focused(tab)).toBe('Move down: point 3');
    await tab.getByRole('button', { name: 'Move up: point 5' }).press('Enter');
    await expect.poll(() => order(tab)).toBe('ap2 ap3 ap1 ap5 ap4');
    await expect.poll(() => focused(tab)).toBe('Move up: point 4');
    await tab.getByRole('button', { name: 'Undo the changes' }).click();
    expect(await order(tab)).toBe('ap1 ap2 ap3 ap4 ap5');
    expect(sent()).toEqual([]);
  });

  it('is put in order by dragging, with minutes, and what is taken off comes back until it is saved', async () => {
    const tab = await openMeeting();
    await points(tab).nth(3).dragTo(points(tab).nth(0));
    expect(await order(tab)).toBe('ap4 ap1 ap2 ap3 ap5');
    await tab.getByText('55 of 60 minutes are given to points.').waitFor();
    await tab.getByLabel('Minutes for point 4').fill('20');
    await tab.getByText('That is 15 more than the meeting lasts.').waitFor();
    await tab.getByRole('button', { name: 'Take off: point 3' }).press('Enter');
    await tab.getByText('60 of 60 minutes are given to points.').waitFor();
    await expect.poll(() => focused(tab)).toBe('Put point 3 back');
    await tab.locator(':focus').press('Enter');
    await tab.getByText('That is 15 more than the meeting lasts.').waitFor();
    await tab.getByRole('button', { name: 'Take off: point 2' }).click();
    await tab.getByRole('button', { name: 'Save the agenda' }).click();
    await expect.poll(() => order(tab)).toBe('ap4 ap2 ap3 ap5');
    await expect.poll(() => tab.getByRole('button', { name: 'Save the agenda' }).count()).toBe(0);
    const minutes = [
      ['ap4', 30],
      ['ap1', 5, true],
      ['ap2', 15],
      ['ap3', 20],
      ['ap5', 5],
    ] as const;
    const wanted = minutes.map(([id, min, off]) => ({ id, minutes: min, ...(off && { off }) }));
    expect(sent()).toEqual([['/api/meetings/g2/agenda/arrange', { form, points: wanted }]]);
  });

  it('takes a point of one’s own, and keeps what was arranged meanwhile', async () => {
    const tab = await openMeeting();
    await tab.getByRole('button', { name: 'Move up: point 4' }).click();
    const adding = tab.getByRole('form', { name: 'Add a point' });
    await adding.getByRole('button', { name: 'Add' }).click();
    await adding.getByText('Write the point.').waitFor();
    await adding.getByLabel('Add a point').fill('Transport');
    await adding.getByRole('button', { name: 'Add' }).click();
    await points(tab).getByText('Transport').waitFor();
    expect(await order(tab)).toBe('ap1 ap2 ap4 ap3 ap5 ap15');
    expect(sent()).toEqual([['/api/meetings/g2/agenda/points', { form, heading: 'Transport' }]]);
  });

  it('is brought up to date, and says what came on and what went off', async () => {
    const tab = await openMeeting();
    await tab.getByRole('button', { name: 'Bring up to date' }).click();
    await tab.getByText('1 point came on, 1 point went off.').first().waitFor();
    expect(await tab.getByRole('list', { name: 'Came on' }).innerText()).toMatch(/Write to the GP/);
    expect(await tab.getByRole('list', { name: 'Went off' }).innerText()).toMatch(/C-2026-0145 about Mia Hughes/);
    expect(await order(tab)).toBe('ap1 ap2 ap4 ap6 ap5');
  });
});
