import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch } from '../support/browser.ts';
import { cardAbout, openChat, readable, refIn, sendReport, usual, type Chat } from '../support/chat.ts';
import { openDesk } from '../support/desk-page.ts';
import { runDemonstration, type RunningDemonstration } from '../support/demonstration.ts';

let lantern: RunningDemonstration;
let daniel: Chat;
let priya: Chat;

beforeAll(async () => {
  lantern = await runDemonstration({ withoutChats: true });
  const { origin } = lantern.shown.tenant;
  [daniel, priya] = await Promise.all([openChat(origin, 'daniel'), openChat(origin, 'priya')]);
  await Promise.all([daniel.install(), priya.install()]);
}, 120_000);
afterAll(async () => {
  await Promise.all([daniel?.close(), priya?.close()]);
  await lantern?.close();
});

const refs = async () => (await lantern.concerns()).map(({ ref }) => ref);

it.each([['nothing'], ['blanks', '  '], ['line breaks', '\n\n'], ['a hard space', '\u00a0']])(
  'a form whose words are %s is turned away with what to do, and nothing is recorded',
  async (_what, words = '') => {
    const before = await refs();
    const { form, status, note, card } = await sendReport(daniel, { who: 'Ellie Marsden', words });
    expect({ status, card }).toEqual({ status: 200, card: undefined });
    expect(note).toMatch(/Correct it and send it again; nothing was lost\. Write what you saw or heard/);
    expect(await refs()).toEqual(before);
    // The form is still there, and works.
    const again = await daniel.press(form, 'report-concern', { ...usual, who: 'Ellie Marsden', words: 'A bruise.' });
    expect(readable(again.card)).toContain('Your report is received and safe');
  },
);

it('a form that lacks everything but the words is a report all the same', async () => {
  const form = await daniel.say('report');
  const { card } = await daniel.press(form, 'report-concern', { words: 'Somebody cried in the corridor.' });
  expect(await lantern.filed(refIn(card))).toMatchObject({
    childAsTyped: 'Not given',
    childState: 'unresolved',
    safeNow: 'not-sure',
    urgency: 'urgent-today',
  });
});

it('70,000 characters are kept unit for unit, though no column and no card holds them', async () => {
  const words = `${'🙁'.repeat(34_000)}${'“So” she said:\n\tnothing … '.repeat(100)}`
    .padEnd(70_000, 'ab ')
    .slice(0, 70_000);
  const form = await daniel.say(words);
  expect(readable(form.card)).toContain('Your message is too long to copy: paste it below.');
  expect(JSON.stringify(form.card).length).toBeLessThan(28 * 1024);
  const { card } = await daniel.press(form, 'report-concern', { ...usual, who: 'Sam Ellery', words });
  const concern = await lantern.filed(refIn(card));
  expect(concern.words === words).toBe(true);
  // Filed means the whole of it.
  const { rows, addenda } = await lantern.inSharePoint(concern.id);
  expect(rows).toHaveLength(1);
  const pieces = [String(rows[0]!['Words']), ...addenda];
  expect(pieces.join('') === words).toBe(true);
  expect(pieces.filter((piece) => piece.length > 63_999 || /\p{Cs}/u.test(piece))).toEqual([]);
});

it('a name and a time that are longer than their columns are kept whole beside the words', async () => {
  const who = 'the tall girl from the other school '.repeat(20).trim();
  const when = 'some time after the second bell '.repeat(20).trim();
  const { card } = await sendReport(daniel, { who, when, words: 'She was pushed.' });
  const concern = await lantern.filed(refIn(card));
  const { rows, addenda } = await lantern.inSharePoint(concern.id);
  expect(rows).toMatchObject([
    { ChildAsTyped: who.slice(0, 255), WhenAsTyped: when.slice(0, 255), Words: 'She was pushed.' },
  ]);
  expect(addenda.join()).toContain(who);
  expect(addenda.join()).toContain(when);
});

describe('whatever a person types', () => {
  it.each([
    ['emoji', 'Foxy 🦊🏴‍☠️', 'He drew 🔪 and 👩‍👧 on the desk'],
    ['right-to-left names', 'يوسف الخطيب', 'قال: «لا أريد العودة إلى البيت»'],
    [
      'Markdown',
      '**Ellie** [click](https://evil.example)',
      '# Not a heading\n- _no_ list\n![x](https://evil.example/x.png)',
    ],
    ['HTML', '<script>alert(1)</script>', '<img src=x onerror=alert(1)> & "quotes" <b>bold</b>'],
    ['SQL and OData', "Robert'); drop table concern;--", "x' or 1 eq 1 &$filter=fields/Ref eq 'y'"],
  ])('%s is kept as typed, and inert in every card', async (_what, who, words) => {
    const form = await daniel.say(words);
    expect(form.card?.body.find((part) => part.type === 'Input.Text' && part.id === 'words')).toMatchObject({
      value: words,
    });
    const { card } = await daniel.press(form, 'report-concern', { ...usual, who, words });
    for (const typed of [who, words]) expect(readable(card)).not.toContain(typed);
    const concern = await lantern.filed(refIn(card));
    expect(concern).toMatchObject({ words, childAsTyped: who, childState: 'unresolved' });
    expect((await lantern.inSharePoint(concern.id)).rows).toMatchObject([{ Words: words, ChildAsTyped: who }]);

    const alert = await cardAbout(priya, concern.ref);
    expect(JSON.stringify(alert.card)).not.toContain(JSON.stringify(who).slice(1, -1));
    const shown = await priya.press(alert, 'show-child');
    // A text run knows no Markdown and no HTML.
    const runs = shown.card?.body.flatMap((part) => (part.type === 'RichTextBlock' ? part.inlines : []));
    expect(runs?.map(({ text }) => text)).toContain(who);
    const others = shown.card?.body.filter(({ type }) => type !== 'RichTextBlock');
    expect(JSON.stringify(others)).not.toContain(JSON.stringify(who).slice(1, -1));
    expect(priya.everything.filter((json) => json.includes(JSON.stringify(words).slice(1, -1)))).toEqual([]);
  });

  it('is shown on the desk letter for letter, and does nothing there', async () => {
    const who = '<script>alert(1)</script> **Ellie**';
    const words = '<img src=x onerror=alert(1)> [link](javascript:alert(1))\n\n# and a second paragraph';
    const { card } = await sendReport(daniel, { who, words });
    const { id } = await lantern.filed(refIn(card));
    const browser = await launch();
    try {
      const { tab, alarms } = await openDesk(browser, lantern.shown.hostOrigin, 'priya', id);
      await tab.getByText('and a second paragraph').waitFor();
      expect(await tab.getByRole('heading', { level: 1 }).textContent()).toContain(who);
      expect(await tab.getByText('and a second paragraph').textContent()).toBe(words);
      expect(await tab.locator('main img, main script, main a[href^=javascript]').count()).toBe(0);
      expect(alarms).toEqual([]);
    } finally {
      await browser.close();
    }
  });

  it('as the name of somebody whom no staff list knows does nothing in the lead’s card', async () => {
    const stranger = { id: randomUUID(), name: '[Priya Raman](https://evil.example) **DSL**' };
    const chat = await openChat(lantern.shown.tenant.origin, 'tom', stranger);
    await chat.install();
    const { card } = await sendReport(chat, { who: 'Nobody Known', words: 'A child stood alone at the gate.' });
    const alert = await cardAbout(priya, refIn(card));
    expect(readable(alert.card)).toContain(stranger.name);
    expect(JSON.stringify(alert.card)).not.toContain('](https:');
    // They may report, but are shown no pupil's name.
    expect(chat.messages.filter(({ card: shown }) => readable(shown).includes('Which child is this?'))).toEqual([]);
    await chat.close();
  });
});

it.each([
  ["Jakub O'Brien-Łukasz"],
  ['jakub obrien lukasz'],
  ['O’BRIEN-LUKASZ, Jakub (8C)'],
  ['Jakub O Brien Lukasz'],
  ['Jakub  O`Brien - Lukasz'],
  ['jakub o\u2019brien-l\u0333ukasz'],
])('a child is found however the name is typed: %s', async (who) => {
  const { card } = await sendReport(daniel, { who, words: 'He would not take his coat off.' });
  expect(await lantern.filed(refIn(card))).toMatchObject({
    childState: 'resolved',
    child: "Jakub O'Brien-Łukasz",
    yearGroup: 'Year 8',
    childAsTyped: who,
  });
});

it('a time in the future is kept and flagged, never refused', async () => {
  const { card } = await sendReport(daniel, {
    who: 'Leo Tarrant',
    words: 'Leo will be met at the bus.',
    when: 'tomorrow 15:10',
  });
  expect(readable(card)).toContain('Your report is received and safe');
  const concern = await lantern.filed(refIn(card));
  expect(concern).toMatchObject({ inFuture: true, whenAsTyped: 'tomorrow 15:10' });
  expect(Date.parse(concern.occurredAt!)).toBeGreaterThan(Date.parse(concern.reportedAt));
  expect((await lantern.inSharePoint(concern.id)).rows).toMatchObject([
    { InFuture: true, WhenAsTyped: 'tomorrow 15:10' },
  ]);
});

it('after all that, every concern has one row, and nothing in the log names anybody or repeats a word', async () => {
  const concerns = await Promise.all((await lantern.concerns()).map(({ ref }) => lantern.filed(ref)));
  const keys = (await lantern.rows('Concerns')).map(({ fields }) => fields['RequestKey']);
  expect(keys.sort()).toEqual(concerns.map(({ id }) => id).sort());
  expect(lantern.said()).toContain('filing.filed');
  expect(lantern.said()).not.toMatch(
    /Ellie|Jakub|Łukasz|Leo|Tarrant|Sam|Foxy|يوسف|Daniel|Priya|bruise|evil|script|eyJ/,
  );
});
