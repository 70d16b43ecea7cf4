import type { Frame, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { oneOffServer, type OneOffServer } from '../../support/one-off-server.ts';
import { startTabBrowser, type TabBrowser } from '../../support/tab-browser.ts';

/** Another app in the same window of Teams, at an origin of its own: it hears what is sent to it, and keeps it. */
let stranger: OneOffServer;
let browser: TabBrowser;
beforeAll(async () => {
  stranger = await oneOffServer((_request, response) => {
    response.setHeader('Content-Type', 'text/html');
    response.end(`<!doctype html><title>Another app</title><script>
      window.heard = [];
      addEventListener('message', ({ data, origin }) => heard.push({ data, origin }));
    </script>`);
  });
  browser = await startTabBrowser(`${stranger.origin}/`);
});
afterEach(() => browser.afterTest());
afterAll(async () => {
  await browser?.close();
  await stranger?.close();
});

interface Message {
  readonly id?: unknown;
  readonly uuidAsString?: unknown;
  readonly func?: unknown;
  readonly args?: unknown;
}

const forged = 'token kayleigh';

/** Everything by which the host moves the tab, in the form of each answer and event that teams-js listens for. */
const orders: readonly (Message | string | null | number)[] = [
  { func: 'themeChange', args: ['dark'] },
  { func: 'load', args: [{ entityId: 'desk', contentUrl: '/tab/concerns/c-2' }] },
  { func: 'backButtonPress', args: [] },
  { func: 'setFrameContext', args: [{ contentUrl: 'https://evil.example/' }] },
  { func: 'navigateBack', args: [] },
  { func: 'authentication.getAuthToken', args: [[], null, false] },
  { func: 'getContext', args: [] },
  { id: 900, func: 'authentication.getAuthToken', args: [[], null, false] },
  { id: 901, func: 'getContext', args: [] },
  { id: 902, func: 'executeDeepLink', args: ['https://evil.example/'] },
  // Numbers are counted from nought, and the oldest form of an answer bears nothing else.
  ...Array.from({ length: 12 }, (_, id): Message => ({ id, args: [true, forged] })),
  ...Array.from({ length: 12 }, (_, id): Message => ({ id, args: [context('dark', 'c-2')] })),
  ...['', 'themeChange', null, 7],
  { id: {}, args: 'x' },
  { func: '__proto__', args: [] },
  { func: 'constructor', args: {} },
  { id: -1, uuidAsString: '__proto__', args: null },
];

/** What teams-js calls the legacy context, as a host that lies would write it. */
function context(theme: unknown, subEntityId: unknown) {
  return { ...{ locale: 'en-GB', theme, entityId: 'desk', subEntityId }, userObjectId: 'nobody', tid: 'nowhere' };
}

/** The frame of the tab, and what the browser knows of where it is and how it looks. */
function tabOf(page: Page): Frame {
  const frame = page.frames().find((one) => one.url().startsWith(`${browser.hosted.lanternOrigin}/`));
  if (!frame) throw new Error('the host page does not frame the tab');
  return frame;
}
const stateOf = async (page: Page) => {
  const frame = tabOf(page);
  const [theme, title, text] = await frame.evaluate(() => [
    document.documentElement.dataset['theme'],
    document.title,
    document.body.innerText,
  ]);
  return { theme, title, text, url: frame.url() };
};

/** Sends from one window to the tab's, as any page may that has a handle of it. */
const send = (from: Frame, messages: readonly unknown[]) =>
  from.evaluate((all) => {
    for (const message of all) window.parent.frames[0]!.postMessage(message, '*');
  }, messages);

/** Until everything that was posted has been taken up: a message of the same window is delivered after those before it. */
const settled = async (page: Page) => {
  for (let turn = 0; turn < 3; turn += 1)
    await tabOf(page).evaluate(
      () =>
        new Promise<void>((resolve) => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => requestAnimationFrame(() => resolve());
          port2.postMessage(0);
        }),
    );
};

const strangerIn = async (page: Page): Promise<Frame> => {
  await expect.poll(() => page.frames().some((one) => one.url().startsWith(stranger.origin))).toBe(true);
  const frame = page.frames().find((one) => one.url().startsWith(stranger.origin))!;
  await frame.waitForFunction(() => 'heard' in window);
  return frame;
};
const heardBy = (frame: Frame) => frame.evaluate(() => (window as unknown as { heard: unknown[] }).heard);

const persons = () => [...new Set(browser.stub().requests.map(({ person }) => person))];

/** Opens Priya's desk with the stranger beside it, and keeps each message that the tab was given. */
async function openBeside() {
  const { page, tab } = await browser.visit('person=priya&chat=beside');
  await tab.getByText('Ellie Marsden').first().waitFor();
  return { page, tab, other: await strangerIn(page) };
}

it('another app in the same window moves nothing, signs nobody in and learns nothing', async () => {
  const { page, tab, other } = await openBeside();
  const before = await stateOf(page);
  const asked = browser.stub().requests.length;
  await send(other, orders);
  await settled(page);
  expect(await stateOf(page)).toEqual(before);
  expect(browser.stub().requests).toHaveLength(asked);
  // The next token the tab asks Teams for is asked for amid a flood of answers.
  await send(other, orders);
  await tab.getByRole('link', { name: 'My reports' }).click();
  await send(other, orders);
  await tab.getByRole('heading', { level: 1 }).waitFor();
  await expect.poll(() => browser.stub().requests.length).toBeGreaterThan(asked);
  expect(persons()).toEqual(['priya']);
  expect(await heardBy(other)).toEqual([]);
  expect(browser.complaints).toEqual([]);
});

it('another app that was there first cannot answer the handshake in the place of Teams', async () => {
  const { page, tab, other } = await openBeside();
  browser.stub().requests.length = 0;
  await other.evaluate((messages) => {
    setInterval(() => {
      for (const message of messages) window.parent.frames[0]!.postMessage(message, '*');
    }, 5);
  }, orders);
  const address = tabOf(page).url();
  await page.locator('#tab').evaluate((frame: HTMLIFrameElement) => frame.setAttribute('src', frame.src));
  // It begins amid a flood, which a busy machine takes its time over.
  await expect.poll(() => browser.stub().requests.length, { timeout: 30_000 }).toBeGreaterThan(0);
  await tab.getByText('Ellie Marsden').first().waitFor();
  expect(tabOf(page).url()).toBe(address);
  expect((await stateOf(page)).theme).toBe('default');
  expect(persons()).toEqual(['priya']);
  expect(await heardBy(other)).toEqual([]);
});

it('the very answers that Teams gave are worth nothing from another window, nor a second time from Teams', async () => {
  const page = await browser.bare();
  // Keeps what the tab is given from the beginning, token and all: more than anybody could overhear.
  await page.addInitScript(() => {
    const given: unknown[] = [];
    Object.assign(window, { given });
    window.addEventListener('message', ({ data }) => given.push(data));
  });
  await page.goto(`${browser.hosted.hostOrigin}/host?person=priya&chat=beside`);
  const tab = page.frameLocator('#tab');
  await tab.getByText('Ellie Marsden').first().waitFor();
  const given = await tabOf(page).evaluate(() => (window as unknown as { given: unknown[] }).given);
  expect(JSON.stringify(given)).toContain('token priya');
  const asOther = JSON.parse(
    JSON.stringify(given)
      .replaceAll('token priya', forged)
      .replaceAll('"subEntityId":""', '"subEntityId":"c-2"')
      .replaceAll('"theme":"default"', '"theme":"dark"'),
  ) as unknown[];
  const before = await stateOf(page);
  await send(await strangerIn(page), asOther);
  await settled(page);
  expect(await stateOf(page)).toEqual(before);
  await page.evaluate((messages) => {
    for (const message of messages) window.frames[0]!.postMessage(message, '*');
  }, asOther);
  await settled(page);
  expect(await stateOf(page)).toEqual(before);
  const asked = browser.stub().requests.length;
  await tab.getByRole('link', { name: 'My reports' }).click();
  await expect.poll(() => browser.stub().requests.length).toBeGreaterThan(asked);
  expect(persons()).toEqual(['priya']);
});

it('a window at the host’s own address that is not the tab’s parent gives no orders and is handed no token', async () => {
  const { page } = await openBeside();
  const before = await stateOf(page);
  await page.evaluate(() => {
    const frame = document.createElement('iframe');
    frame.name = 'sibling';
    document.body.append(frame);
  });
  const sibling = page.frame({ name: 'sibling' })!;
  await sibling.evaluate(() => {
    const heard: unknown[] = [];
    Object.assign(window, { heard });
    window.addEventListener('message', ({ data }) => heard.push(data));
  });
  await send(sibling, orders);
  await settled(page);
  expect(await stateOf(page)).toEqual(before);
  expect(await heardBy(sibling)).toEqual([]);
  // The same from the parent itself is obeyed: what was sent is what the tab listens for.
  await page.evaluate(() => window.frames[0]!.postMessage({ func: 'themeChange', args: ['dark'] }, '*'));
  await expect.poll(async () => (await stateOf(page)).theme).toBe('dark');
});

it.each(['constructor', '__proto__', '</style><script>x</script>', '', 7, null, {}, ['dark']])(
  'a theme %j from Teams leaves the desk readable',
  async (theme) => {
    const { page, tab } = await browser.visit('person=priya');
    await tab.getByText('Ellie Marsden').first().waitFor();
    const ground = () =>
      tab.locator('.fui-FluentProvider').evaluate((element) => getComputedStyle(element).backgroundColor);
    const light = await ground();
    await page.evaluate(
      (value) => window.frames[0]!.postMessage({ func: 'themeChange', args: [value] }, '*'),
      theme as string,
    );
    await settled(page);
    expect(await ground()).toBe(light);
    expect(browser.complaints).toEqual([]);
  },
);

it('a page that is not Teams cannot frame the tab, and as its opener is told nothing', async () => {
  const page = await browser.bare();
  await page.goto(`${stranger.origin}/`);
  const address = `${browser.hosted.lanternOrigin}/tab/`;
  await page.evaluate((src) => {
    const frame = document.createElement('iframe');
    frame.src = src;
    document.body.append(frame);
  }, address);
  await expect.poll(() => browser.complaints.join()).toContain('frame-ancestors');
  browser.complaints.length = 0;
  const [opened] = await Promise.all([
    page.waitForEvent('popup'),
    page.evaluate((src) => {
      Object.assign(window, { opened: window.open(src) });
    }, address),
  ]);
  await page.evaluate((messages) => {
    const { opened } = window as unknown as { opened: Window };
    setInterval(() => {
      for (const message of messages) opened.postMessage(message, '*');
    }, 5);
  }, orders);
  await opened.getByRole('heading', { name: 'Open Lantern in Microsoft Teams' }).waitFor();
  expect(await heardBy(page.mainFrame())).toEqual([]);
  expect(browser.stub().requests).toEqual([]);
});
