import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch } from '../support/browser.ts';
import { openDesk, type DeskPage } from '../support/desk-page.ts';
import { runDemonstration, type RunningDemonstration } from '../support/demonstration.ts';
import { tabTo } from '../support/keyboard.ts';
import { takeWay } from '../support/take-way.ts';

let lantern: RunningDemonstration;
let browser: Browser;
beforeAll(async () => {
  [lantern, browser] = await Promise.all([runDemonstration({ withoutChats: true }), launch()]);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await lantern?.close();
});

const phone = { width: 360, height: 780 };
const desktop = { width: 1440, height: 900 };

async function as(person: string, size: typeof phone, concern?: string): Promise<DeskPage> {
  const desk = await openDesk(browser, lantern.shown.hostOrigin, person, concern);
  await desk.page.setViewportSize(size);
  return desk;
}
/** The newest concern's reference and id. */
const newest = async () => {
  const [first] = await lantern.concerns();
  if (!first) throw new Error('no concern');
  return first;
};

it('from the report to the judgement with the keyboard alone', async () => {
  const daniel = await as('daniel', phone);
  await daniel.tab.getByRole('heading', { name: 'My reports' }).waitFor();
  await daniel.page.locator('#tab').focus();
  await tabTo(daniel.page, 'Report a concern');
  await daniel.page.keyboard.press('Enter');
  await daniel.tab.getByRole('heading', { name: 'Report a concern' }).waitFor();
  await tabTo(daniel.page, 'Which child?');
  await daniel.page.keyboard.type('Ellie Marsden 7B');
  await tabTo(daniel.page, 'What was seen or heard');
  await daniel.page.keyboard.type('Ellie said “he gets angry when Mum is out”.');
  await tabTo(daniel.page, 'Yes');
  await daniel.page.keyboard.press('ArrowDown');
  await daniel.page.keyboard.press('ArrowDown');
  await tabTo(daniel.page, 'Send report');
  await daniel.page.keyboard.press('Enter');
  await daniel.tab.getByText('Your report is received and safe').first().waitFor();

  const { ref, safeNow } = await newest();
  expect(safeNow).toBe('not-sure');
  const priya = await as('priya', desktop);
  await priya.tab.getByText(ref).waitFor();
  await priya.page.locator('#tab').focus();
  await tabTo(priya.page, 'Unread: Ellie Marsden');
  await priya.page.keyboard.press('Enter');
  await priya.tab.getByRole('heading', { level: 1, name: 'Ellie Marsden' }).waitFor();
  await tabTo(priya.page, 'I take this');
  await priya.page.keyboard.press('Enter');
  await priya.tab.getByText('With Priya Raman since').waitFor();
  await tabTo(priya.page, 'Judge this concern');
  await priya.page.keyboard.press('Enter');
  await priya.tab.getByLabel('What does this need?').waitFor();
  await tabTo(priya.page, 'What does this need?');
  await priya.page.keyboard.type('Support');
  await tabTo(priya.page, 'Level 1');
  await priya.page.keyboard.press('ArrowDown');
  await tabTo(priya.page, 'What is to be done');
  await priya.page.keyboard.type('Ring Ellie’s mother and ask who lives at home.');
  await tabTo(priya.page, 'Who does it?');
  await priya.page.keyboard.type('Tom');
  await tabTo(priya.page, 'Reason');
  await priya.page.keyboard.type('New, and a man in the home whom school does not know.');
  await tabTo(priya.page, 'What do parents or carers know?');
  await priya.page.keyboard.type('Told');
  await tabTo(priya.page, 'Save this judgement');
  await priya.page.keyboard.press('Enter');
  await priya.tab.getByText('Judged: Support in school').waitFor();
  await priya.tab.getByText('Ring Ellie’s mother and ask who lives at home.').first().waitFor();
  expect(daniel.alarms.concat(priya.alarms)).toEqual([]);
  await Promise.all([daniel.close(), priya.close()]);
});

describe.each([
  ['a phone', phone],
  ['a desktop', desktop],
])('on %s', (_name, size) => {
  it('a teacher reports, reads who has it, and cannot open what they reported', async () => {
    const daniel = await as('daniel', size);
    await daniel.tab.getByRole('link', { name: 'Report a concern' }).click();
    await daniel.tab.getByLabel('Which child?').fill('Leo Tarrant');
    await daniel.tab.getByLabel('What was seen or heard').fill(`Leo would not go out at break. (${size.width})`);
    await daniel.tab.getByRole('radio', { name: 'Yes', exact: true }).check();
    await daniel.tab.getByRole('button', { name: 'Send report' }).click();
    await daniel.tab.getByText('Your report is received and safe').first().waitFor();
    await daniel.tab.getByRole('link', { name: 'My reports', exact: true }).click();
    const { id, ref } = await newest();
    await daniel.tab.getByText(ref).waitFor();
    await daniel.close();
    const deep = await as('daniel', size, id);
    await deep.tab.getByText('ask your safeguarding lead').waitFor();
    expect(await deep.tab.getByRole('main').innerText()).not.toContain('break');
    await deep.close();
  });

  it('a deputy takes it and passes one line to the pastoral team, whose lead sees that line and no more', async () => {
    const { id, ref } = await newest();
    const tom = await as('tom', size, id);
    await tom.tab.getByRole('button', { name: 'I take this' }).click();
    await tom.tab.getByText('With Tom Whitlock since').waitFor();
    await tom.tab.getByRole('button', { name: 'Judge this concern' }).click();
    await tom.tab.getByLabel('What does this need?').selectOption('Pass to the pastoral team');
    await tom.tab.getByRole('radio', { name: /Level 2/ }).check();
    await tom.tab.getByLabel(/What the team needs to know/).fill(`Finds break hard, ${size.width}.`);
    await tom.tab.getByLabel('Reason').fill('Nothing that needs us.');
    await tom.tab.getByLabel('What do parents or carers know?').selectOption('Told');
    await tom.tab.getByRole('button', { name: 'Save this judgement' }).click();
    await tom.tab.getByText('Judged: Pass to the pastoral team').waitFor();
    const kayleigh = await as('kayleigh', size);
    const section = kayleigh.tab.getByRole('region', { name: 'Passed to your team' });
    await section.getByText(`Finds break hard, ${size.width}.`).waitFor();
    await section.getByRole('button', { name: 'I see to this' }).first().click();
    await section.getByText('Seen by Kayleigh Marsh').first().waitFor();
    expect(await kayleigh.tab.getByRole('main').innerText()).not.toContain('would not go out');
    const daniel = await as('daniel', size);
    const mine = daniel.tab.getByRole('listitem').filter({ hasText: ref });
    await mine.getByText('Passed to the pastoral team').waitFor();
    expect([tom, kayleigh, daniel].flatMap(({ alarms }) => alarms)).toEqual([]);
    await Promise.all([tom, kayleigh, daniel].map((desk) => desk.close()));
  });

  it.each(['sheila', 'margaret'])(
    '%s, who leads no concerns, finds reports and no concern, and no dead end',
    async (who) => {
      const { id } = await newest();
      const desk = await as(who, size);
      await desk.tab.getByRole('heading', { name: 'My reports' }).waitFor();
      const nav = desk.tab.getByRole('navigation', { name: 'Lantern' });
      await takeWay(desk.tab, 'My actions');
      await desk.tab.getByText('Nobody has asked you to do anything.').waitFor();
      if (size === phone) await nav.getByRole('button', { name: 'More' }).click();
      expect(await nav.getByRole('link', { name: 'Concerns', exact: true }).count()).toBe(0);
      expect(await nav.getByRole('link', { name: 'Roster' }).count()).toBe(who === 'sheila' ? 1 : 0);
      if (who === 'sheila') {
        await takeWay(desk.tab, 'Roster');
        await desk.tab.getByRole('heading', { name: 'Import the roster' }).waitFor();
      }
      await desk.close();
      const deep = await as(who, size, id);
      await deep.tab.getByText('ask your safeguarding lead').waitFor();
      expect(desk.alarms.concat(deep.alarms)).toEqual([]);
      await deep.close();
    },
  );
});
