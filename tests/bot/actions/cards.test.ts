import { AdaptiveCard, SerializationContext, Version } from 'adaptivecards';
import { describe, expect, it } from 'vitest';
import { actionCard } from '../../../bot/actions/action-card.ts';
import { actionsCard } from '../../../bot/actions/actions-card.ts';
import { toVerifyCard } from '../../../bot/actions/to-verify-card.ts';
import type { OwnAction } from '../../../src/areas/actions/contract.ts';
import { actionStatus } from '../../../src/areas/actions/fields.ts';
import type { Card } from '../../../src/ports/card.ts';

const data = { seal: { form: 'f'.repeat(32), verb: 'v', about: 'a'.repeat(32), exp: 'x', mac: 'a'.repeat(64) } };
const link = 'https://teams.microsoft.com/l/entity/x/desk';
const nasty = '**bold** [click](https://evil.example) <script>alert(1)</script> # x ‮ {{DATE(2020-01-01T00:00:00Z)}}';
const action: OwnAction = {
  id: 'a'.repeat(32),
  rev: 1,
  ref: 'A-2026-0007',
  whatOutside: nasty,
  priority: 'today',
  status: 'open',
  dueOn: '2026-12-10',
  overdue: false,
  abilities: { accept: true, complete: true },
};
const buttons = { reminder: false, accept: data, complete: data, link };
const none = { accept: false, complete: false };
const states = Object.keys(actionStatus) as OwnAction['status'][];
const many = Array.from({ length: 40 }, () => ({ ...action, whatOutside: 'ü'.repeat(255) }));

const cards: Readonly<Record<string, Card>> = {
  'an action': actionCard({ action, ...buttons }),
  'a reminder': actionCard({ action, ...buttons, reminder: true }),
  'an overdue action': actionCard({ action: { ...action, overdue: true }, ...buttons }),
  ...Object.fromEntries(
    states.map((status) => [
      `an action that is ${status}`,
      actionCard({ action: { ...action, status, abilities: none }, ...buttons }),
    ]),
  ),
  'my actions': actionsCard({ actions: many, open: () => data, link }),
  'no actions': actionsCard({ actions: [], open: () => data, link }),
  'a card to verify': toVerifyCard(
    { id: 'a', ref: 'A-2026-0007', concernId: 'c', status: 'done-unverified', doneByName: nasty },
    link,
  ),
};

describe.each(Object.entries(cards))('%s', (_name, card) => {
  it('is understood by Microsoft’s own renderer, element by element', () => {
    const context = new SerializationContext(new Version(1, 5));
    new AdaptiveCard().parse(card, context);
    expect(Array.from({ length: context.eventCount }, (_, i) => context.getEventAt(i)?.message)).toEqual([]);
  });

  it('is small enough for every path, and has no more buttons than Teams shows', () => {
    expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThan(28 * 1024);
    expect(card.actions?.length).toBeLessThanOrEqual(6);
  });

  it('shows no typed text where Markdown is understood', () => {
    const blocks = JSON.stringify(card.body.filter((element) => element.type !== 'RichTextBlock'));
    expect(blocks).not.toContain('[click](https');
  });
});

it('an overdue action says so in words and with a sign, not by colour alone', () => {
  expect(JSON.stringify(cards['an overdue action'])).toContain('▲ Overdue');
  expect(JSON.stringify(cards['an action'])).not.toContain('Overdue');
});

it('its words stay only while there is something to do', () => {
  expect(JSON.stringify(cards['an action'])).toContain('evil.example');
  for (const status of states)
    expect(JSON.stringify(cards[`an action that is ${status}`])).not.toContain('evil.example');
});
