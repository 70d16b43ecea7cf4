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
    .requests.filter(({ method, path }) => method === 'POST' && path === '/api/agenda-templates')
    .map(({ body }) => body);

describe('what stands on each agenda of a kind', () => {
  it('is written by keys: moved, taken off, added to, saved, and given back', async () => {
    const { tab } = await browser.visit('person=priya');
    await tab.getByRole('link', { name: 'Meetings' }).click();
    await tab.getByRole('button', { name: 'Agendas' }).click();
    await tab.getByRole('combobox', { name: 'Kind of meeting' }).selectOption('Pastoral meeting');
    const points = tab.getByRole('list', { name: 'Points' });
    await points.getByRole('textbox', { name: 'Point 1' }).waitFor();
    expect(await points.getByRole('textbox', { name: 'Point 1' }).inputValue()).toBe('Apologies');
    await points.getByRole('button', { name: 'Move down: point 1' }).press('Enter');
    expect(await points.getByRole('textbox', { name: 'Point 2' }).inputValue()).toBe('Apologies');
    // The keyboard went with the point.
    expect(await tab.locator(':focus').getAttribute('aria-label')).toBe('Move down: point 2');
    while ((await points.getByRole('listitem').count()) > 2)
      await points.getByRole('button', { name: 'Take off: point 3' }).press('Enter');
    await points.getByLabel('Minutes for point 1').fill('20');
    await tab.getByRole('button', { name: 'Add a point' }).press('Enter');
    await expect.poll(() => tab.locator(':focus').getAttribute('aria-label')).toBe('Point 3');
    await points.getByRole('textbox', { name: 'Point 3' }).fill('Who needs a coat');
    await tab.getByRole('button', { name: 'Save' }).click();
    await tab.getByText(/^Your own list, by Priya Raman on .*10 Dec 2026\.$/).waitFor();
    await tab.getByRole('button', { name: 'Back to Lantern’s list' }).click();
    await tab.getByText(/^Lantern’s list again/).waitFor();
    const of = { form, school: 'harrowmere', kind: 'pastoral' };
    const wished = [
      { heading: 'Matters arising', minutes: 20 },
      { heading: 'Apologies' },
      { heading: 'Who needs a coat' },
    ];
    expect(sent()).toEqual([
      { ...of, seen: 0, points: wished },
      { ...of, seen: 1 },
    ]);
  });

  it('is nothing for whoever does not lead', async () => {
    const { tab } = await browser.visit('person=daniel');
    await tab.getByRole('link', { name: 'Meetings' }).click();
    await tab.getByRole('heading', { name: 'You were asked to' }).waitFor();
    expect(await tab.getByRole('button', { name: 'Agendas' }).count()).toBe(0);
  });
});
