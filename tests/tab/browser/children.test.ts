import type { FrameLocator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { barriers, overhang, themes, wear } from '../../support/appearance.ts';
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

const [ellie, mia] = ['0'.repeat(31) + '1', '0'.repeat(31) + '2'];
const phone = { width: 360, height: 780 };
const desktop = { width: 1440, height: 900 };
const acts = () => browser.stub().requests.filter(({ method }) => method === 'POST');
const bodies = () => acts().map(({ path, body }) => ({ path: path.replace(/^.*\//, ''), body }));

async function compare(query = `person=priya&sub=${mia}`, size = desktop) {
  const { page, tab } = await browser.visit(query, size);
  await tab.getByRole('button', { name: 'Which child is this?' }).click();
  await tab.getByRole('radio').first().waitFor();
  return { page, tab };
}
const card = (tab: FrameLocator, name: string) => tab.getByRole('listitem').filter({ hasText: name });

describe('children beside one another', () => {
  it('say what was written otherwise, why each is offered, and what tells namesakes apart', async () => {
    const { tab } = await compare();
    expect(await card(tab, 'Myah').innerText()).toMatch(/Similar name[\s\S]*Year 7\s*not as written[\s\S]*Has left/);
    expect(await card(tab, '9D').innerText()).toMatch(/Mia Kowalska[\s\S]*June 2013/);
    const names = await tab
      .getByRole('radio')
      .evaluateAll((all) => all.map((one) => (one as HTMLInputElement).labels?.[0]?.textContent?.replace(/\s+/g, ' ')));
    expect(names[0]).toContain('Mia Hughes (not written)');
    expect(names[2]).toContain('Myah (spelt otherwise)');
    // Two of one name sound different.
    expect(new Set(names).size).toBe(names.length);
  });

  it('stand in one row where there is room, and below one another on a phone', async () => {
    const top = async (tab: FrameLocator) =>
      Promise.all(
        ['9A', '9D'].map(async (form) => {
          const box = await card(tab, form).first().boundingBox();
          return Math.round(box?.y ?? 0);
        }),
      );
    const [a, d] = await top((await compare()).tab);
    expect(a).toBe(d);
    const onPhone = await top((await compare(undefined, phone)).tab);
    expect(onPhone[1]).toBeGreaterThan(onPhone[0] ?? 0);
  });

  it('are chosen with arrow keys, anywhere on the card, and sent once', async () => {
    const { page, tab } = await compare();
    await card(tab, '9A').click({ position: { x: 20, y: 110 } });
    expect(await tab.getByRole('radio').first().isChecked()).toBe(true);
    await page.keyboard.press('ArrowDown');
    expect(await tab.getByRole('radio').nth(1).isChecked()).toBe(true);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await tab.getByRole('radio', { name: 'Not on our list' }).isChecked()).toBe(true);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await tab.getByText('it is settled which child').first().waitFor();
    expect(bodies()).toMatchObject([{ path: 'child', body: { rev: 1, child: 'p3' } }]);
  });

  it('give way to any child of the school whom a lead looks up, and no word of it stands in an address', async () => {
    const { page, tab } = await compare();
    const field = tab.getByRole('searchbox', { name: 'Look up any child of your school' });
    await field.fill('xx');
    await field.press('Enter');
    await tab.getByText('No child of your school has a name like this.').waitFor();
    await field.fill('minnie');
    await tab.getByRole('button', { name: 'Look up' }).click();
    await tab.getByRole('radio', { name: 'Michelle' }).check();
    await tab.getByRole('button', { name: 'Save' }).click();
    await tab.getByText('it is settled which child').first().waitFor();
    expect(bodies()).toMatchObject([
      { path: 'children', body: { words: 'xx' } },
      { path: 'children', body: { words: 'minnie' } },
      { path: 'child', body: { child: 'p7' } },
    ]);
    expect(JSON.stringify([browser.stub().requests.map(({ path }) => path), page.url()])).not.toContain('minnie');
  });

  it('can all be meant: the first becomes the child, the others go with it', async () => {
    browser.stub().together = ['p1', 'p3'];
    const { tab } = await compare();
    await tab.getByRole('radio', { name: 'Both of these: Mia Hughes and Myah Hartley-Obuasi' }).check();
    await tab.getByRole('button', { name: 'Save' }).click();
    await tab.getByText('it is settled which child').first().waitFor();
    expect(bodies()).toMatchObject([{ path: 'child', body: { child: 'p1', others: ['p3'] } }]);
  });

  it('are named to a reporter with their form, and no more is asked for', async () => {
    browser.stub().together = ['p1', 'p3'];
    const { tab } = await browser.visit('person=daniel');
    await tab.getByRole('link', { name: 'Report a concern' }).click();
    await tab.getByLabel('Which child?').fill('Mia Hughes and Mia Hartley');
    await tab.getByLabel('What was seen or heard?').fill('They fell out.');
    await tab.getByRole('radio', { name: 'Yes' }).check();
    await tab.getByRole('button', { name: 'Send report' }).click();
    await tab.getByRole('radio', { name: 'Both of these: Mia Hughes and Mia Hartley' }).check();
    await tab.getByRole('button', { name: 'Save' }).click();
    await tab.getByText('it is settled which child').first().waitFor();
    expect(bodies().at(-1)).toMatchObject({ path: 'child', body: { child: 'p1', others: ['p3'] } });
    expect(browser.stub().requests.some(({ path }) => path.endsWith('/compare'))).toBe(false);
  });
});

it('a list says how many more children are in a report, at both widths', async () => {
  const [first, second] = browser.stub().concerns;
  if (!first || !second) throw new Error('no concerns');
  browser.stub().concerns = [{ ...first, moreChildren: 2 }, second];
  for (const size of [desktop, phone]) {
    const { tab } = await browser.visit('person=priya', size);
    await tab.getByText('and 2 more children').waitFor();
    expect(await tab.getByText('more child').count()).toBe(1);
  }
});

describe('people in a report', () => {
  const section = (tab: FrameLocator) => tab.getByRole('region', { name: 'Children and others in this report' });
  const open = async (size = desktop) => {
    const { page, tab } = await browser.visit(`person=priya&sub=${ellie}`, size);
    await section(tab).waitFor();
    return { page, tab };
  };

  it('are added with a role from the roll or by name, and what is missing is said', async () => {
    const { tab } = await open();
    await section(tab).getByText('Role not said').waitFor();
    await section(tab).getByRole('button', { name: 'Add somebody' }).click();
    await section(tab).getByRole('button', { name: 'Add', exact: true }).click();
    await section(tab).getByText('Look the child up and choose them.').waitFor();
    await section(tab).getByText('Choose the role.').waitFor();
    await section(tab).getByRole('searchbox').fill('minnie');
    await section(tab).getByRole('searchbox').press('Enter');
    await section(tab).getByRole('radio', { name: 'Michelle' }).check();
    await section(tab).getByLabel('Role in this report').selectOption('Alleged to have harmed');
    await section(tab).getByRole('button', { name: 'Add', exact: true }).click();
    await section(tab).getByText('Michelle Hart').waitFor();
    await tab.getByText('and one more child').first().waitFor();
    await section(tab).getByRole('button', { name: 'Add somebody' }).click();
    await section(tab).getByRole('radio', { name: 'not on our roll' }).check();
    await section(tab).getByLabel('Name').fill('Her uncle Ray');
    await section(tab).getByLabel('Role in this report').selectOption('Another adult');
    await section(tab).getByRole('button', { name: 'Add', exact: true }).click();
    await section(tab).getByText('not on our roll').first().waitFor();
    // The form says these words too, so that their being there does not say that it was sent.
    await expect
      .poll(bodies)
      .toMatchObject([
        { path: 'children' },
        { path: 'persons', body: { pupil: 'p7', role: 'alleged-to-have-harmed' } },
        { path: 'persons', body: { name: 'Her uncle Ray', role: 'other-adult' } },
      ]);
  });

  it('are taken off with a reason that stays readable, and the child of the report is given a role', async () => {
    const { page, tab } = await open();
    await section(tab).getByRole('button', { name: 'Say the role: Ellie Marsden' }).click();
    await section(tab).getByLabel('Role in this report').selectOption('Harmed');
    await section(tab).getByRole('button', { name: 'Save the role' }).click();
    await section(tab).getByText('Saved: Harmed, in this report.').first().waitFor();
    await section(tab).getByRole('button', { name: 'Add somebody' }).click();
    await section(tab).getByRole('radio', { name: 'not on our roll' }).check();
    await section(tab).getByLabel('Name').fill('Somebody');
    await section(tab).getByLabel('Role in this report').selectOption('Saw or heard it');
    await section(tab).getByRole('button', { name: 'Add', exact: true }).click();
    await section(tab).getByRole('button', { name: 'Take off: Somebody' }).click();
    await section(tab).getByRole('button', { name: 'Take off', exact: true }).click();
    await section(tab).getByText('Write why.').waitFor();
    await section(tab).getByLabel('Why is Somebody taken off?').fill('Was at home that day.');
    await section(tab).getByRole('button', { name: 'Take off', exact: true }).click();
    await section(tab).getByText('Taken off (1)').click();
    await section(tab).getByText('Taken off by Priya Raman: Was at home that day.').waitFor();
    await page.screenshot({ path: '.screens/children-in-report-desktop.png' });
    await page.setViewportSize(phone);
    await section(tab).getByText('Taken off by Priya').scrollIntoViewIfNeeded();
    await page.screenshot({ path: '.screens/children-in-report-phone.png' });
    expect(await section(tab).getByRole('button', { name: 'Take off: Somebody' }).count()).toBe(0);
  });
});

describe.each([
  ['desktop', desktop],
  ['phone', phone],
])('on a %s', (name, size) => {
  it('both are accessible in every theme, and nothing is wider than the screen', async () => {
    browser.stub().together = ['p1', 'p3'];
    const { page, tab } = await compare(`person=priya&sub=${mia}`, size);
    const section = tab.getByRole('region', { name: 'Children and others in this report' });
    await tab.getByRole('radio').nth(1).check();
    const look = async (what: string) => {
      for (const theme of themes) {
        await wear(page, tab, theme);
        await page.screenshot({ path: `.screens/children-${what}-${name}-${theme}.png` });
        expect(await barriers(page, theme), theme).toEqual([]);
        expect(await overhang(page), theme).toBeLessThanOrEqual(0);
      }
    };
    await look('compare');
    await section.getByRole('button', { name: 'Add somebody' }).click();
    await section.getByRole('searchbox').fill('minnie');
    await section.getByRole('searchbox').press('Enter');
    await section.getByRole('radio', { name: 'Michelle' }).check();
    await section.getByRole('button', { name: 'Add', exact: true }).scrollIntoViewIfNeeded();
    await look('persons');
  });
});
