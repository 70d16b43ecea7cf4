import axe, { type RunOptions } from 'axe-core';
import type { Frame, FrameLocator, Page } from 'playwright-core';

/** The themes of Teams, as its SDK names them. */
export const themes = ['default', 'dark', 'contrast'] as const;
export type Theme = (typeof themes)[number];

/** Waits until the frame has drawn what it was just told. */
const drawn = (frame: Frame) =>
  frame.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

/** Makes the window another size and waits until the tab is drawn in it: a click before that may fall beside its button. */
export async function resize(page: Page, size: { readonly width: number; readonly height: number }): Promise<void> {
  await page.setViewportSize(size);
  await drawn(page.mainFrame());
  await drawn(page.frames()[1]!);
}

/** Changes the theme as a person does in Teams, and waits until the tab has followed: Fluent's buttons pass over by degrees. */
export async function wear(page: Page, tab: FrameLocator, theme: Theme): Promise<void> {
  await page.getByLabel('Theme').selectOption(theme);
  await tab.locator(`html[data-theme=${theme}]`).waitFor();
  const frame = page.frames()[1]!;
  // The colours begin to pass over with the frame that follows.
  await drawn(frame);
  await frame.waitForFunction(
    () => document.getAnimations().every((one) => !(one instanceof CSSTransition)),
    undefined,
    {
      polling: 'raf',
    },
  );
}

/** Whether the tab is being looked at, as the browser would tell it. */
export const seen = (page: Page, state: 'visible' | 'hidden') =>
  page.frames()[1]!.evaluate((value) => {
    Object.defineProperty(document, 'visibilityState', { value, configurable: true });
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
  }, state);

/** How far the page inside the frame can be pushed sideways, in pixels. */
export const overhang = (page: Page): Promise<number> =>
  page.frames()[1]!.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/**
 * What would keep somebody out of the tab, or of the page around it; empty when nothing would. A theme changes colours and
 * nothing else, so that after the first only those are looked at.
 */
export async function barriers(page: Page, theme: Theme, of: 'tab' | 'host' = 'tab'): Promise<readonly unknown[]> {
  const frame = of === 'host' ? page.mainFrame() : page.frames()[1]!;
  // Handed over by the browser's own tools, which no content policy holds back; once for each document.
  if (!(await frame.evaluate(() => 'axe' in window))) await frame.evaluate(axe.source);
  // Fluent's tab list lays down sentinels that hand the focus on at once; nobody ever rests on one.
  const context = { exclude: ['#tab', '[data-tabster-dummy]'] };
  const options: RunOptions = {
    resultTypes: ['violations'],
    iframes: false,
    ...(theme !== 'default' && { runOnly: { type: 'rule', values: ['color-contrast'] } }),
  };
  const { violations } = await frame.evaluate(
    ([where, how]) => (window as unknown as { axe: typeof axe }).axe.run(where, how),
    [context, options] as const,
  );
  const slight = of === 'host' ? [] : ['minor', 'moderate'];
  return violations
    .filter(({ impact }) => !slight.includes(impact ?? ''))
    .map(({ id, nodes }) => [id, ...nodes.map(({ target, failureSummary }) => [target, failureSummary])]);
}
