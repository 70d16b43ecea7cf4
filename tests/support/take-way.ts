import type { FrameLocator } from 'playwright-core';

/** Goes one of the desk's ways by its name; on a telephone it may have to be asked for first. */
export async function takeWay(tab: FrameLocator, label: string): Promise<void> {
  const ways = tab.getByRole('navigation', { name: 'Lantern' });
  const way = ways.getByRole('link', { name: label, exact: true });
  const more = ways.getByRole('button', { name: 'More' });
  await way.or(more).first().waitFor();
  if (!(await way.isVisible())) await more.click();
  await way.click();
}
