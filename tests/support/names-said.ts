import type { FrameLocator, Page } from 'playwright-core';

/** Every name of a child that the stub’s screens can show. */
const children = /Ellie|Eleanor|Marsden|Pike|Mia|Hughes|Hartley|Kowalska|Connor|Blythe|Thomas|Tommy|Michelle/;

/** What people wrote in sentences of their own stays as they wrote it. */
const written = /^(Ring Ellie’s mother|Keep Ellie company|Connor may be anxious|Ellie stayed behind|Mia asked twice)/;
/** Everything that a page says in text or attributes. */
const told = (tab: FrameLocator) =>
  tab.locator('html').evaluate((html) => {
    const copy = html.cloneNode(true) as HTMLElement;
    for (const free of copy.querySelectorAll('script, style')) free.remove();
    // What somebody is looking up stands in its field as they typed it.
    for (const typed of copy.querySelectorAll('input[type=search]')) typed.removeAttribute('value');
    const attributes = [...copy.querySelectorAll('*')].flatMap((element) =>
      [...element.attributes].filter(({ name }) => !/^(class|style|d|id)$/.test(name)).map(({ value }) => value),
    );
    const texts = document.createTreeWalker(copy, NodeFilter.SHOW_TEXT);
    const lines = [document.title, ...attributes];
    while (texts.nextNode()) lines.push(texts.currentNode.nodeValue ?? '');
    return lines;
  });
/** The lines of a page that name a child. */
export const naming = async (tab: FrameLocator) =>
  (await told(tab)).filter((line) => children.test(line) && !written.test(line));

/**
 * Hides the names of children by the keyboard. A pointer's press is lost now and then on a page that was just drawn in another size, and
 * Playwright takes a press that reached nothing for one that was made.
 */
export async function hideNames(page: Page, tab: FrameLocator): Promise<void> {
  // The list of keys lies over everything else.
  if ((await tab.getByRole('dialog').count()) > 0) await page.keyboard.press('Escape');
  await tab.getByRole('button', { name: 'Hide names' }).press('Enter');
  await tab.getByRole('button', { name: 'Show names' }).waitFor();
}
