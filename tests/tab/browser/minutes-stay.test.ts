import type { FrameLocator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startTabBrowser, type TabBrowser } from '../../support/tab-browser.ts';

let browser: TabBrowser;
beforeAll(async () => {
  browser = await startTabBrowser();
});
afterEach(async () => {
  const complaints = [...browser.complaints];
  for (const page of opened.splice(0)) await page.context().unrouteAll({ behavior: 'ignoreErrors' });
  await browser.afterTest();
  expect(complaints).toEqual([]);
});
afterAll(() => browser.close());

const opened: Page[] = [];
const [meeting, minutes] = ['**/api/meetings/g1', '**/api/meetings/g1/minutes'];
const within = { timeout: 30_000 };

interface Desk {
  readonly page: Page;
  readonly tab: FrameLocator;
}
async function openMinutes(person = 'priya'): Promise<Desk> {
  const { page, tab } = await browser.visit(`person=${person}`);
  opened.push(page);
  await tab.getByRole('link', { name: 'Meetings' }).click();
  await tab.getByRole('link', { name: 'Safeguarding team' }).first().click();
  await tab.getByRole('link', { name: /^(Start|Write|Read) the minutes$/ }).click();
  await tab.getByRole('heading', { level: 1, name: 'Minutes: Safeguarding team' }).waitFor();
  return { page, tab };
}
async function begin(): Promise<Desk> {
  browser.stub().followed = true;
  const desk = await openMinutes();
  await desk.tab.getByRole('button', { name: 'Start the minutes' }).click();
  await desk.tab.getByText('All saved').waitFor();
  return desk;
}
const text = ({ tab }: Desk, point = /Apologies/) =>
  tab.getByRole('region', { name: point }).getByLabel('Discussion', { exact: true });
const line = ({ tab }: Desk) => tab.locator('[data-saving]');
const missing = (desk: Desk) => line(desk).getByText(/What others write may be missing here/);
const tell = () => browser.stub().tell(['minutes/g1', 'meeting/g1']);
const looks = () =>
  browser.stub().requests.filter(({ method, path }) => method === 'GET' && path === '/api/meetings/g1/minutes').length;

/** Somebody types on, and finds all of it in the very field in which they began. */
async function types(desk: Desk, words: string): Promise<void> {
  const field = text(desk);
  expect(await field.evaluate((area) => (area as unknown as { mark?: boolean }).mark === true)).toBe(true);
  expect(await field.evaluate((area) => area.ownerDocument.activeElement === area)).toBe(true);
  const before = await field.inputValue();
  await desk.page.keyboard.type(words);
  expect(await field.inputValue()).toBe(`${before}${words}`);
}
async function beginTyping(words: string): Promise<Desk> {
  const desk = await begin();
  const field = text(desk);
  await field.pressSequentially(words);
  await field.evaluate((area) => Object.assign(area, { mark: true }));
  return desk;
}
/** What somebody finds who opens the minutes now. */
async function expectSaved(words: string): Promise<void> {
  // A look comes up to two seconds after it was told of: what has yet to befall it would befall this one instead.
  await expect.poll(() => browser.stub().mishaps, within).toEqual([]);
  const other = await openMinutes('sheila');
  await expect.poll(() => text(other).inputValue(), within).toBe(words);
}

describe('a page into which somebody writes stays', () => {
  it('when a look is told that nobody is signed in, says so, and looks again by itself', async () => {
    const desk = await beginTyping('One. ');
    browser
      .stub()
      .mishaps.push(
        { on: 'GET /api/meetings/g1/minutes', code: 'not-signed-in', status: 401 },
        { on: 'GET /api/meetings/g1', code: 'not-signed-in', status: 401 },
      );
    tell();
    await line(desk)
      .getByText(/Teams has not signed you in again/)
      .waitFor();
    await types(desk, 'Two.');
    await expect.poll(() => line(desk).innerText(), within).toBe('All saved');
    await types(desk, ' Three.');
    await line(desk).getByText('All saved').waitFor();
    await expectSaved('One. Two. Three.');
  });

  it('while Teams signs nobody in, and saves all of it when Teams does', async () => {
    const desk = await beginTyping('One. ');
    await desk.page.context().route('**/local/sign-in', (route) => route.fulfill({ status: 500 }));
    tell();
    await line(desk).getByText('Not saved yet: Teams has not signed you in again').waitFor(within);
    await types(desk, 'Two.');
    await desk.page.context().unroute('**/local/sign-in');
    await line(desk).getByText('All saved').waitFor(within);
    await expectSaved('One. Two.');
  });

  it('when Teams never answers who is signed in, and asks it again', async () => {
    const desk = await beginTyping('One. ');
    await desk.page.context().route('**/local/sign-in', () => undefined, { times: 3 });
    await types(desk, 'Two.');
    await line(desk).getByText('Not saved yet: Teams has not signed you in again').waitFor(within);
    await types(desk, ' Three.');
    await desk.page.context().unroute('**/local/sign-in');
    await line(desk).getByText('All saved').waitFor(within);
    await expectSaved('One. Two. Three.');
  });

  it('when Lantern cannot take or show anything just now', async () => {
    const desk = await beginTyping('One. ');
    const busy = { code: 'busy', status: 503 } as const;
    browser
      .stub()
      .mishaps.push(
        { on: 'GET /api/meetings/g1/minutes', ...busy },
        { on: 'GET /api/meetings/g1', ...busy },
        { on: 'POST /api/meetings/g1/minutes', ...busy },
      );
    tell();
    await line(desk).getByText('Not saved yet: Lantern cannot take it just now').waitFor(within);
    await missing(desk).waitFor();
    await types(desk, 'Two.');
    await expect.poll(() => line(desk).innerText(), within).toBe('All saved');
    await expectSaved('One. Two.');
  });

  it('when the stream of changes drops, and shows what others wrote meanwhile', async () => {
    const desk = await beginTyping('One. ');
    await line(desk).getByText('All saved').waitFor();
    const other = await openMinutes('sheila');
    await expect.poll(() => text(other).inputValue()).toBe('One. ');
    browser.stub().dropFollowers();
    await text(other).press('Home');
    await other.page.keyboard.type('Ill. ');
    await types(desk, 'Two.');
    await line(other).getByText('All saved').waitFor();
    await expect.poll(() => browser.stub().followers(), within).toBe(2);
    tell();
    await expect.poll(() => text(desk).inputValue(), within).toBe('Ill. One. Two.');
    await types(desk, ' Three.');
  });

  it('when a look is answered long after what was saved meanwhile', async () => {
    const desk = await beginTyping('One. ');
    let answered = 0;
    await desk.page.context().route(minutes, async (route) => {
      if (route.request().method() !== 'GET') return route.fallback();
      const response = await route.fetch();
      const body = await response.body();
      await new Promise((resolve) => setTimeout(resolve, 5_000));
      answered++;
      return route.fulfill({ response, body });
    });
    tell();
    await types(desk, 'Two.');
    await line(desk).getByText('All saved').waitFor();
    await expect.poll(() => answered, within).toBeGreaterThan(0);
    await types(desk, ' Three.');
    await line(desk).getByText('All saved').waitFor();
    await expectSaved('One. Two. Three.');
  });

  it('when a draft comes that cannot be read', async () => {
    const desk = await beginTyping('One. ');
    await desk.page.context().route(minutes, async (route) => {
      if (route.request().method() !== 'GET') return route.fallback();
      const response = await route.fetch();
      const all = (await response.json()) as { minutes: object };
      return route.fulfill({ response, json: { ...all, minutes: { ...all.minutes, draft: '////' } } });
    });
    tell();
    await missing(desk).waitFor();
    await types(desk, 'Two.');
    await desk.page.context().unroute(minutes);
    tell();
    await expect.poll(() => line(desk).innerText(), within).toBe('All saved');
    await expectSaved('One. Two.');
  });

  it('when a point is taken off the agenda by somebody else: what was written about it is kept, and that is said', async () => {
    const desk = await beginTyping('One. ');
    await text(desk, /Ask the nurse/).fill('The nurse came.');
    await line(desk).getByText('All saved').waitFor();
    await desk.page.context().route(meeting, async (route) => {
      const response = await route.fetch();
      const detail = (await response.json()) as { agenda: readonly { action?: { what: string } }[] };
      const agenda = detail.agenda.filter(({ action }) => action?.what.startsWith('Ask the nurse') !== true);
      return route.fulfill({ response, json: { ...detail, agenda } });
    });
    tell();
    await desk.tab
      .getByText('Something is written about a point that is not on the agenda any more. It is kept with the minutes.')
      .first()
      .waitFor();
    expect(await text(desk, /Ask the nurse/).count()).toBe(0);
    await text(desk).focus();
    await desk.page.keyboard.press('End');
    await types(desk, 'Two.');
    await line(desk).getByText('All saved').waitFor();
  });
});

it('two tabs write on while one of them is cut off, and in the end both have all of it', async () => {
  const one = await beginTyping('One. ');
  await line(one).getByText('All saved').waitFor();
  const two = await openMinutes();
  await expect.poll(() => text(two).inputValue()).toBe('One. ');
  await one.page.route('**/api/meetings/g1**', (route) => route.abort());
  await types(one, 'Two.');
  await line(one).getByText('Not saved yet: no connection').waitFor(within);
  await text(two).press('Home');
  await two.page.keyboard.type('Zero. ');
  await line(two).getByText('All saved').waitFor();
  await types(one, ' Three.');
  await one.page.unroute('**/api/meetings/g1**');
  await line(one).getByText('All saved').waitFor(within);
  tell();
  for (const desk of [one, two])
    await expect.poll(() => text(desk).inputValue(), within).toBe('Zero. One. Two. Three.');
});

it('whoever sees that others agreed the minutes sees it at once, and never the question who is here', async () => {
  const priya = await begin();
  await text(priya).fill('We met.');
  await line(priya).getByText('All saved').waitFor();
  const sheila = await openMinutes('sheila');
  await expect.poll(() => text(sheila).inputValue()).toBe('We met.');
  // What says how the meeting stands comes long after what says how its minutes stand.
  await sheila.page.route(meeting, () => undefined);
  await priya.tab.getByRole('button', { name: 'Look at what becomes of it' }).click();
  await priya.tab.getByRole('button', { name: 'Agree the minutes' }).click();
  await priya.tab.getByText('Agreed. 0 actions were set.').first().waitFor();
  tell();
  await sheila.tab.getByText('The minutes have been agreed, so nobody writes in them any more.').first().waitFor();
  expect(await sheila.tab.getByRole('button', { name: 'Start the minutes' }).count()).toBe(0);
});

describe('whoever may not see the minutes any more', () => {
  it('sees no name and no word of them; what was not saved waits, and is saved when they may again', async () => {
    const desk = await beginTyping('One. ');
    await line(desk).getByText('All saved').waitFor();
    const nothing = { status: 404, json: { code: 'not-found', message: 'Lantern has nothing here.' } };
    await desk.page.context().route('**/api/meetings/g1**', (route) => route.fulfill(nothing));
    await types(desk, 'Ellie fell.');
    tell();
    await desk.tab.getByRole('heading', { name: 'Nothing to show here' }).waitFor();
    await desk.tab
      .getByText(/^What you typed last is not saved/)
      .first()
      .waitFor();
    expect(await desk.tab.locator('html').innerText()).not.toMatch(/Ellie|Mia|Marsden|fell|Apologies/);
    let asked = '';
    desk.page.once('dialog', (dialog) => {
      asked = dialog.type();
      void dialog.dismiss();
    });
    await desk.page.close({ runBeforeUnload: true });
    await expect.poll(() => asked).toBe('beforeunload');
    await desk.page.context().unroute('**/api/meetings/g1**');
    const before = looks();
    tell();
    await expect.poll(looks, within).toBeGreaterThan(before);
    await expect.poll(() => text(desk).inputValue(), within).toBe('One. Ellie fell.');
    await line(desk).getByText('All saved').waitFor(within);
    await expectSaved('One. Ellie fell.');
  });

  it('because nobody was signed in for long sees none either, and finds what they typed when they are', async () => {
    const desk = await beginTyping('One. ');
    await line(desk).getByText('All saved').waitFor();
    await desk.page.clock.install();
    await desk.page.context().route('**/local/sign-in', (route) => route.fulfill({ status: 500 }));
    tell();
    await line(desk)
      .getByText(/Teams has not signed you in again, so/)
      .waitFor();
    await types(desk, 'Ellie fell.');
    await desk.page.clock.fastForward('09:00');
    await types(desk, ' Mia ran.');
    await desk.page.clock.fastForward('01:30');
    await desk.tab
      .getByText(/^What you typed last is not saved/)
      .first()
      .waitFor(within);
    expect(await desk.tab.locator('html').innerText()).not.toMatch(/Ellie|Mia|Marsden|fell|Apologies/);
    await desk.page.context().unroute('**/local/sign-in');
    await desk.tab.getByRole('button', { name: 'Try again' }).click();
    await expect.poll(() => text(desk).inputValue(), within).toBe('One. Ellie fell. Mia ran.');
    await line(desk).getByText('All saved').waitFor(within);
    await expectSaved('One. Ellie fell. Mia ran.');
  });
});
