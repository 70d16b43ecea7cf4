import type { Browser, Locator, Page } from 'playwright-core';

/** A person's chat with Lantern in Microsoft's Agents Playground, in a real browser. */
export interface ChatWindow {
  readonly page: Page;
  /** The cards in the chat, oldest first. */
  readonly cards: Locator;
  say(text: string): Promise<void>;
  /** The last card that holds a text. */
  cardWith(text: string | RegExp): Locator;
  /** Everything Lantern has written that stands in the chat now. */
  written(): Promise<string>;
}

/** Opens it and waits until Lantern knows of it. */
export async function openChatWindow(browser: Browser, url: string): Promise<ChatWindow> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  // Fonts and icons on Microsoft's servers: the page works without, but would wait for them.
  await page.route(/res-1\.cdn|res\.cdn/, (route) => route.abort());
  await page.goto(url);
  await page.getByText('conversationUpdate').first().waitFor({ timeout: 60_000 });
  await page.getByText('installationUpdate').first().waitFor();
  const cards = page.locator('.ac-adaptiveCard');
  return {
    page,
    cards,
    async say(text) {
      await page.getByRole('textbox').last().fill(text);
      // The Playground draws its cards anew with the answer, and what is filled in before is gone.
      const sent = JSON.stringify(text).slice(1, -1);
      const answered = page.waitForResponse((response) => response.request().postData()?.includes(sent) === true);
      await page.getByRole('button', { name: 'Send Message' }).click();
      await (await answered).finished();
    },
    cardWith: (text) => cards.filter({ hasText: text }).last(),
    written: async () => (await cards.allInnerTexts()).join('\n'),
  };
}
