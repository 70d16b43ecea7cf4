import { AdaptiveCard, SerializationContext, Version } from 'adaptivecards';
import { describe, expect, it } from 'vitest';
import { alertCard } from '../../../bot/concerns/alert-card.ts';
import { childCard, childSettledCard } from '../../../bot/concerns/child-card.ts';
import { helpCard } from '../../../bot/concerns/help-card.ts';
import { noticeCard } from '../../../bot/concerns/notice-card.ts';
import { receiptCard } from '../../../bot/concerns/receipt-card.ts';
import { dangerLine, reportCard } from '../../../bot/concerns/report-card.ts';
import { reportsCard } from '../../../bot/concerns/reports-card.ts';
import { routedCard } from '../../../bot/concerns/routed-card.ts';
import type { Alert } from '../../../src/areas/concerns/views.ts';
import type { Card } from '../../../src/ports/card.ts';

const duty = { name: 'Priya Raman', phone: '01632 960114' };
const data = {
  seal: {
    form: 'f'.repeat(32),
    verb: 'v',
    about: 'c'.repeat(32),
    exp: '2026-12-24T08:05:00.000Z',
    mac: 'a'.repeat(64),
  },
};
const at = '2026-12-10T08:05:00.000Z';
const alert: Alert = {
  id: 'c1',
  ref: 'C-2026-0142',
  urgency: 'urgent-today',
  safeNow: 'not-sure',
  childState: 'resolved',
  yearGroup: 'Year 7',
  reporterName: 'Daniel Osei',
  stopped: false,
  reportedAt: at,
};
const buttons = { take: data, show: data, hide: data, link: 'https://teams.microsoft.com/l/entity/x/desk' };
const nasty = '**bold** [click](https://evil.example) <script>alert(1)</script> # x `y` {{DATE(2020-01-01T00:00:00Z)}}';
const placed = { yearGroup: 'Year 9', formGroup: '9A' };
const candidates = [{ id: '1', name: 'Mia Hughes', ...placed }];

const cards: Readonly<Record<string, Card>> = {
  'the form': reportCard({ duty, data, adult: data }),
  'the form with typed words': reportCard({ duty, typed: nasty, data, adult: data }),
  'the form with the longest words that are copied': reportCard({ duty, typed: '“'.repeat(6_666), data, adult: data }),
  'the form without anybody on duty': reportCard({ duty: {}, data, adult: data }),
  'the receipt': receiptCard({ ref: 'C-2026-0142', reportedAt: at, state: 'Received', duty }),
  'the alert': alertCard({ alert, ...buttons }),
  'the alert with the name shown': alertCard({ alert, child: nasty, ...buttons }),
  'the alert once taken': alertCard({ alert: { ...alert, takenByName: nasty }, ...buttons }),
  'the question which child': childCard({ ref: 'C-2026-0142', candidates, data }),
  'the question where several are named': childCard({
    ref: 'C-2026-0142',
    candidates: Array.from({ length: 8 }, (_, i) => ({ ...{ id: String(i).repeat(32), name: nasty }, ...placed })),
    together: Array.from({ length: 8 }, (_, i) => String(i).repeat(32)),
    data,
  }),
  'the question without a likely child': childCard({ ref: 'C-2026-0142', candidates: [], data }),
  'the thanks': childSettledCard('C-2026-0142'),
  'my reports': reportsCard(
    Array.from({ length: 50 }, () => ({
      id: 'c1',
      ref: 'C-2026-0142',
      reportedAt: at,
      state: 'With Priya Raman',
      filed: 'filed' as const,
    })),
  ),
  'a concern that is handed over': noticeCard('concern-handed-over', alert, buttons.link),
  'a concern that is escalated': noticeCard('concern-escalated', alert, buttons.link),
  'a concern to which something was added': noticeCard('addendum-added', alert, buttons.link),
  'a line to a team': routedCard({ by: nasty }),
  'a line to a team once seen': routedCard({ by: nasty, seenBy: nasty }),
  'no reports': reportsCard([]),
  help: helpCard(duty, data),
  welcome: helpCard(duty, data, 'welcome'),
};
const text = (card: Card) => JSON.stringify(card);

describe.each(Object.entries(cards))('%s', (_name, card) => {
  it('is understood by Microsoft’s own renderer, element by element', () => {
    const context = new SerializationContext(new Version(1, 5));
    const parsed = new AdaptiveCard();
    parsed.parse(card, context);
    const events = Array.from({ length: context.eventCount }, (_, i) => context.getEventAt(i).message);
    expect(events).toEqual([]);
    expect(parsed.getItemCount()).toBe(card.body.length);
  });

  it('is small enough for every path in Teams and has no more than six buttons', () => {
    expect(Buffer.byteLength(text(card))).toBeLessThanOrEqual(28 * 1024);
    expect(card.actions?.length ?? 0).toBeLessThanOrEqual(6);
  });
});

describe('cards about a concern', () => {
  it('begin, when they are forms, with what saves a child now, before any field', () => {
    const { body } = reportCard({ duty, data, adult: data });
    expect(text({ ...reportCard({ duty, data, adult: data }), body: body.slice(0, 1) })).toContain(
      'Child in danger now?',
    );
    expect(body.findIndex((element) => element.type.startsWith('Input.'))).toBeGreaterThan(0);
    expect(dangerLine(duty)).toContain('[999](tel:999)');
    expect(dangerLine(duty)).toContain('(tel:01632960114)');
  });

  it('ask for three things and prefill when it was', () => {
    const inputs = reportCard({ duty, data, adult: data }).body.filter((element) => 'label' in element);
    expect(inputs.filter((input) => 'isRequired' in input).map((input) => input.id)).toEqual([
      'who',
      'words',
      'safeNow',
    ]);
    expect(inputs.find((input) => input.id === 'when')).toMatchObject({ value: 'just now' });
  });

  it('copy typed words letter for letter, say that the message stays, and ask to paste what is too long', () => {
    const input = (typed: string) =>
      reportCard({ duty, typed, data, adult: data }).body.find((element) => element.id === 'words');
    expect(input(nasty)).toMatchObject({ value: nasty });
    expect(text(reportCard({ duty, typed: nasty, data, adult: data }))).toContain(
      'The message you typed stays in this chat',
    );
    expect(input('é'.repeat(20_000))).not.toHaveProperty('value');
    expect(text(reportCard({ duty, typed: 'é'.repeat(20_000), data, adult: data }))).toContain('paste it below');
  });

  it('show a lead no name until it is asked for, and then in a block that knows no Markdown', () => {
    expect(text(alertCard({ alert, ...buttons }))).not.toContain('Ellie');
    const shown = alertCard({ alert, child: nasty, ...buttons }).body.find((element) =>
      JSON.stringify(element).includes('evil'),
    );
    expect(shown).toMatchObject({ type: 'RichTextBlock', inlines: [{ text: nasty }] });
  });

  it('escape what a record brings into Markdown', () => {
    const line = dangerLine({ name: '[x](https://evil.example)', phone: '01632 960114' });
    expect(line).not.toContain('[x](https');
  });

  it('offer to take a concern once only', () => {
    const titles = (card: Card) => (card.actions ?? []).map(({ title }) => title);
    expect(titles(alertCard({ alert, ...buttons }))).toEqual(['I take this', 'Show name', 'Open in Lantern']);
    expect(titles(alertCard({ alert: { ...alert, takenByName: 'Tom Whitlock' }, ...buttons }))).toEqual([
      'Show name',
      'Open in Lantern',
    ]);
  });
});
