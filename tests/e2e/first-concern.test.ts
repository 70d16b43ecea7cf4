import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ConcernItem } from '../../src/areas/concerns/contract.ts';
import { shownFor } from '../../src/areas/concerns/show-child.ts';
import { castMember } from '../../src/local/cast.ts';
import { launch } from '../support/browser.ts';
import { openChatWindow, type ChatWindow } from '../support/chat-window.ts';
import { openDesk } from '../support/desk-page.ts';
import { runDemonstration, type RunningDemonstration } from '../support/demonstration.ts';
import { keepCard, keepPage } from '../support/screens.ts';

let lantern: RunningDemonstration;
let browser: Browser;
let daniel: ChatWindow;
let priya: ChatWindow;

beforeAll(async () => {
  [lantern, browser] = await Promise.all([runDemonstration(), launch()]);
  const urlOf = (name: string) => lantern.shown.chats.find(({ key }) => key === name)!.url;
  daniel = await openChatWindow(browser, urlOf('daniel'));
  priya = await openChatWindow(browser, urlOf('priya'));
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await lantern?.close();
});

const soon = { timeout: 20_000 };

interface Report {
  readonly who: string;
  readonly words: string;
  readonly safe?: 'Yes' | 'No' | 'Not sure';
}

/** Types the words, fills in the form that comes back and sends it. @returns the receipt's card and its reference */
async function report({ who, words, safe = 'Not sure' }: Report) {
  await daniel.say(words);
  const form = daniel.cards.last();
  await expect.poll(() => form.getByLabel('What was seen or heard').inputValue(), soon).toBe(words);
  await form.getByLabel('Which child?').fill(who);
  await form.getByRole('radio', { name: safe, exact: true }).check();
  // The form stays where it was while further cards come after it.
  const place = (await daniel.cards.count()) - 1;
  await form.getByRole('button', { name: 'Send report' }).click();
  const receipt = daniel.cards.nth(place);
  await receipt.getByText('Your report is received and safe').waitFor();
  const ref = /C-\d{4}-\d{4}/.exec(await receipt.innerText())![0];
  return { ref, receipt };
}

const alertFor = (ref: string) => priya.cardWith(ref);
const press = (card: Locator, name: string) => card.getByRole('button', { name }).click();
const listed = async (ref: string): Promise<ConcernItem> => {
  const found = (await lantern.concerns()).find((concern) => concern.ref === ref);
  if (!found) throw new Error(`${ref} is not listed`);
  return found;
};

const desk = (person: string, concern?: string) => openDesk(browser, lantern.shown.hostOrigin, person, concern);

it('welcomes each person with what to do and whom to telephone', async () => {
  await expect.poll(() => daniel.written(), soon).toContain('Welcome to Lantern');
  await expect.poll(() => priya.written(), soon).toContain('Welcome to Lantern');
  expect(await daniel.cards.last().getByRole('link', { name: '999' }).getAttribute('href')).toBe('tel:999');
});

it.each(['help', 'Hi', 'hello!'])('answers “%s” with help, and keeps nothing', async (word) => {
  const before = await daniel.cards.count();
  await daniel.say(word);
  await expect.poll(() => daniel.cards.count(), soon).toBe(before + 1);
  expect(await daniel.cards.last().innerText()).toMatch(/What Lantern does for you[^]*my reports/);
});

it('a typed worry comes back as a form that begins with what saves a child now', async () => {
  const words = 'Ellie said “**do not** tell” <script>alert(1)</script> and [showed](http://example.org) a bruise 🙁';
  await daniel.say(words);
  const form = daniel.cards.last();
  await form.getByLabel('Which child?').waitFor();
  const text = await form.innerText();
  expect(text.trim()).toMatch(/^Child in danger now\? Call 999, then Priya Raman on 01632 960114\./);
  expect(text).toContain('The message you typed stays in this chat.');
  const phones = form.getByRole('link');
  expect(await phones.evaluateAll((links) => links.map((link) => link.getAttribute('href')))).toEqual([
    'tel:999',
    'tel:01632960114',
  ]);
  const inOrder = await form.locator('a, input, textarea').evaluateAll((parts) => parts.map(({ tagName }) => tagName));
  expect(inOrder.slice(0, 3)).toEqual(['A', 'A', 'INPUT']);
  expect(await form.getByLabel('What was seen or heard').inputValue()).toBe(words);
  expect(await form.getByLabel('When was this?').inputValue()).toBe('just now');
  await keepCard(form, 'form');
});

it('the form asks again for each of its three required fields, and nothing is recorded meanwhile', async () => {
  const before = await lantern.concerns();
  await daniel.say('report');
  await expect.poll(() => daniel.cards.last().getByLabel('What was seen or heard').inputValue(), soon).toBe('');
  const form = daniel.cards.last();
  await press(form, 'Send report');
  await form.getByText('Write the name as you know it').waitFor();
  expect(await form.innerText()).toMatch(/Write what you saw or heard\.[^]*Choose one\. “Not sure” is a good answer/);
  expect(await lantern.concerns()).toEqual(before);
});

it('a concern goes all the way: form, receipt, alert, taken in chat, told to the reporter, listed on the desk, filed', async () => {
  const words = 'Ellie stayed behind and said “he gets angry when Mum is out”.';
  const { ref, receipt } = await report({ who: 'Ellie Marsden 7B', words });

  const kept = await receipt.innerText();
  expect(kept).toMatch(
    /Received\s+\w{3} \d{1,2} \w{3} \d{4}, \d{2}:\d{2}[^]*Priya Raman, 01632 960114[^]*Now\s+Received/,
  );
  expect(kept).not.toMatch(/Ellie|Marsden|angry/);
  expect(await receipt.locator('input, textarea').count()).toBe(0);
  await keepCard(receipt, 'receipt');

  const alert = alertFor(ref);
  await alert.waitFor();
  expect(await alert.innerText()).toMatch(
    /Urgent today: concern[^]*Safe now\?\s+Not sure[^]*Year group\s+Year 7[^]*Reported by\s+Daniel Osei/,
  );
  expect(await priya.written()).not.toMatch(/Ellie|Marsden|angry/);
  await keepCard(alert, 'alert');

  await press(alert, 'I take this');
  await alert.getByText('Taken by Priya Raman').waitFor();
  expect(await alert.getByRole('button', { name: 'I take this' }).count()).toBe(0);
  await keepCard(alert, 'alert-taken');
  await receipt.getByText('With Priya Raman').waitFor();

  const { page, tab, close } = await desk('priya');
  const row = tab.getByRole('row').filter({ hasText: ref });
  await row.waitFor();
  expect(await row.innerText()).toMatch(/Urgent today[^]*Ellie Marsden[^]*Not sure[^]*Daniel Osei[^]*With Priya Raman/);
  await keepPage(page, 'desk');
  await row.getByRole('link', { name: 'Ellie Marsden' }).click();
  await tab.getByRole('heading', { level: 1, name: 'Ellie Marsden' }).waitFor();
  await tab.getByText(words).waitFor();
  await tab.getByText('With Priya Raman since').waitFor();
  await keepPage(page, 'concern');
  await close();

  const { id } = await listed(ref);
  await expect.poll(async () => (await listed(ref)).filed, soon).toBe('filed');
  const rows = (await lantern.rows('Concerns')).filter(({ fields }) => fields['Ref'] === ref);
  const instant = expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
  const lead = castMember('priya');
  const reporter = castMember('daniel');
  expect(rows.map(({ fields }) => fields)).toEqual([
    expect.objectContaining({
      Title: ref,
      Ref: ref,
      RequestKey: id,
      School: 'harrowmere',
      Rev: 2,
      Status: 'acknowledged',
      Urgency: 'urgent-today',
      Source: 'staff-observation',
      SafeNow: 'not-sure',
      ChildAsTyped: 'Ellie Marsden 7B',
      ChildState: 'resolved',
      ChildName: 'Ellie Marsden',
      YearGroup: 'Year 7',
      Words: words,
      WhenAsTyped: 'just now',
      OccurredAt: instant,
      ReportedAt: instant,
      ReporterId: reporter.id,
      ReporterName: reporter.name,
      ReporterRecognised: true,
      TakenById: lead.id,
      TakenByName: lead.name,
      TakenAt: instant,
      ActorId: lead.id,
      ActorName: lead.name,
      LastKey: expect.stringMatching(/^[0-9a-f]{32}$/),
    }),
  ]);
});

it('a concern taken on the desk says so in both chats, and “Open in Lantern” leads to its page', async () => {
  const { ref, receipt } = await report({ who: 'Connor Blythe', words: 'Connor had no lunch again.', safe: 'Yes' });
  const alert = alertFor(ref);
  await alert.getByText('Within 24 hours').first().waitFor();
  const opened = priya.page.waitForEvent('popup');
  await alert.getByRole('link', { name: 'Open in Lantern' }).click();
  const page = await opened;
  const tab = page.frameLocator('#tab');
  await tab.getByText('Connor had no lunch again.').waitFor();
  expect(page.url()).not.toMatch(/Connor|Blythe/);

  await tab.getByRole('button', { name: 'I take this' }).click();
  await tab.getByText('You have taken').first().waitFor();
  await alert.getByText('Taken by Priya Raman').waitFor();
  await receipt.getByText('With Priya Raman').waitFor();
  await page.close();

  await daniel.say('My reports');
  const mine = daniel.cardWith('My reports');
  await mine.getByText(ref).waitFor();
  expect(await mine.innerText()).toMatch(new RegExp(`${ref}[^]*?With Priya Raman`));
  expect(await mine.innerText()).not.toMatch(/Connor|Ellie/);
  await keepCard(mine, 'my-reports');
});

it('the name is shown on request, hidden on request, and goes away by itself', async () => {
  const { ref } = await report({ who: 'Holly Preece', words: 'Holly asked to stay in at break.' });
  const alert = alertFor(ref);
  await alert.waitFor();
  await press(alert, 'Show name');
  await alert.getByText('Holly Preece').waitFor();
  await keepCard(alert, 'alert-with-name');
  await press(alert, 'Hide name');
  await expect.poll(() => alert.innerText(), soon).not.toContain('Holly');

  const shownAt = performance.now();
  await press(alert, 'Show name');
  await alert.getByText('Holly Preece').waitFor();
  // Somebody else's need does not wait until the name is gone.
  const meanwhile = await report({ who: 'Nell Finch', words: 'Nell cried at the gate.', safe: 'No' });
  await alertFor(meanwhile.ref).getByText('Immediate danger').first().waitFor({ timeout: 15_000 });
  expect(performance.now() - shownAt).toBeLessThan(shownFor * 1000);
  await expect.poll(() => alert.innerText(), { timeout: 60_000 }).not.toContain('Holly');
  expect(await alert.getByRole('button', { name: 'Show name' }).count()).toBe(1);
});

it('another teacher sees nothing of it: not in the list, and not at its address', async () => {
  const mine = (await lantern.concerns()).filter(({ reporterName }) => reporterName === 'Daniel Osei');
  expect(mine.length).toBeGreaterThan(0);
  const own = (await lantern.reports('zoe')).map(({ ref }) => ref);
  const zoe = await desk('zoe');
  await zoe.tab.getByText(own[0]!).waitFor();
  const seen = await zoe.tab.locator('body').innerText();
  for (const { ref, child } of mine) for (const word of [ref, child]) expect(seen).not.toContain(word);
  await zoe.close();

  const guessed = await desk('zoe', mine[0]!.id);
  await guessed.tab.getByText('Lantern has nothing here that you may see').waitFor();
  expect(await guessed.tab.locator('body').innerText()).not.toContain(mine[0]!.child);
  await guessed.close();
  for (const path of [`/api/concerns/${mine[0]!.id}`, '/api/concerns', `/api/concerns/${mine[0]!.id}/candidates`])
    expect((await lantern.api('zoe', path)).status, path).toBe(404);
});

it('of two children with one name the reporter may say which, and no name stays in the chat', async () => {
  const { ref } = await report({ who: 'Mia Hughes', words: 'Mia slept through tutor time.', safe: 'Yes' });
  const question = daniel.cardWith(new RegExp(`Your report ${ref} is safe`));
  await question.waitFor();
  expect(await question.innerText()).toMatch(/Mia Hughes, Year 9, 9A\s+Mia Hughes, Year 9, 9D\s+Not on our list/);
  await keepCard(question, 'which-child');
  await question.getByRole('radio', { name: '9D' }).check();
  const place = (await daniel.cards.count()) - 1;
  await press(question, 'This one');
  await daniel.cards.nth(place).getByText('It is settled which child').waitFor();
  expect(await daniel.written()).not.toContain('Mia Hughes');
  expect(await listed(ref)).toMatchObject({ childState: 'resolved', child: 'Mia Hughes', yearGroup: 'Year 9' });
  await alertFor(ref).getByText('Year 9').waitFor();
});

it('when the second card is left alone nothing is lost: the lead is alerted all the same and settles it on the desk', async () => {
  const words = 'Mia said somebody follows her home.';
  const { ref } = await report({ who: 'Mia Hughes', words });
  await daniel.cardWith(new RegExp(`Your report ${ref} is safe`)).waitFor();
  await alertFor(ref).getByText('Not settled yet').waitFor();
  const { id } = await listed(ref);
  expect(await lantern.concern(id)).toMatchObject({ words, childState: 'unresolved', childAsTyped: 'Mia Hughes' });

  const { page, tab, close } = await desk('priya', id);
  await tab.getByText('It is not settled which child that is').waitFor();
  await keepPage(page, 'unsettled');
  await tab.getByRole('button', { name: 'Which child is this?' }).click();
  await tab.getByRole('radio', { name: /9A/ }).check();
  await tab.getByRole('button', { name: 'Save' }).click();
  await tab.getByText('Saved: it is settled which child').first().waitFor();
  await close();
  await daniel.cardWith(ref).getByText('It is settled which child').waitFor();
  await expect
    .poll(async () => (await lantern.rows('Concerns')).find(({ fields }) => fields['Ref'] === ref)?.fields, soon)
    .toMatchObject({ ChildState: 'resolved', ChildName: 'Mia Hughes', Words: words, Rev: 2 });
});

it('nobody is welcomed twice, also not after Lantern was started again', async () => {
  await lantern.restart('stop');
  await daniel.page.reload();
  await daniel.page.getByText('installationUpdate').first().waitFor();
  await daniel.say('help');
  await expect.poll(() => daniel.written(), soon).toContain('What Lantern does for you');
  expect(await daniel.written()).not.toContain('Welcome');
});

it('nothing that Lantern said to its log names anybody or repeats a word', async () => {
  expect(lantern.said()).toContain('filing.filed');
  const canaries = /Ellie|Marsden|Connor|Blythe|Holly|Nell|Mia|Hughes|Daniel|Osei|Priya|angry|lunch|follows|eyJ/;
  expect(lantern.said()).not.toMatch(canaries);
});
