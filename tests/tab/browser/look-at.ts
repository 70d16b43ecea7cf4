import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { barriers, overhang, resize, type Theme, wear } from '../../support/appearance.ts';
import { hideNames, naming } from '../../support/names-said.ts';
import type { TabBrowser } from '../../support/tab-browser.ts';
import type { Screen } from './screens-to-look-at.ts';

const phone = { width: 360, height: 780 };
const desktop = { width: 1440, height: 900 };

const keep = (page: Page, name: string) => page.screenshot({ path: `.screens/tab-${name}.png` });

/** What 1280 pixels are at 400 %: WCAG 1.4.10. */
const zoomed = { width: 320, height: 256 };

/** Every theme, each put on once: the phone begins with the one that the wide window ends with. */
const wide: readonly Theme[] = ['default', 'contrast', 'dark'];
const narrow: readonly Theme[] = ['dark', 'default'];

/** Looks at each screen once, in all themes and widths. @param of the browser, once it has started */
export function lookAt(screens: readonly Screen[], of: () => TabBrowser): void {
  it.each(screens)(
    '$name: axe finds nothing serious in any theme, nor on a phone by day or by night, it needs no sideways scrolling on a phone nor at 400 % zoom, and it names no child while names are hidden',
    async ({ name, query, before, ready }) => {
      const browser = of();
      const [first, ...rest] = browser.stub().concerns;
      const long = { childAsTyped: 'x'.repeat(255), words: `${first!.words}${'ab'.repeat(400)}` };
      browser.stub().concerns = [{ ...first!, ...long }, ...rest];
      before?.(browser.stub());
      const { page, tab } = await browser.visit(query, desktop);
      await ready(tab);
      for (const theme of wide) {
        await wear(page, tab, theme);
        if (theme !== 'contrast') await keep(page, `${name}-1440-${theme}`);
        expect(await barriers(page, theme), theme).toEqual([]);
      }
      await resize(page, phone);
      // What was being filled in is what is looked at: on a phone it lies far below.
      await page.frames()[1]!.evaluate(() => {
        if (document.activeElement !== document.body) document.activeElement?.scrollIntoView({ block: 'center' });
      });
      for (const theme of narrow) {
        await wear(page, tab, theme);
        await keep(page, `${name}-360-${theme}`);
        expect(await barriers(page, theme), `${theme} on a phone`).toEqual([]);
        expect(await overhang(page), `${theme} on a phone`).toBe(0);
      }
      expect(await tab.getByRole('table').count()).toBe(0);
      await resize(page, zoomed);
      expect(await overhang(page)).toBe(0);
      await resize(page, desktop);
      if ((await tab.getByRole('button', { name: 'Hide names' }).count()) > 0) await hideNames(page, tab);
      expect(await naming(tab)).toEqual([]);
    },
  );
}
