import { describe, expect, it } from 'vitest';
import { accessCard } from '../../../bot/need-to-know/access-card.ts';
import type { Card } from '../../../src/ports/card.ts';

const link = 'https://teams.microsoft.com/l/entity/x/desk';
const at = '2026-12-10T08:05:00.000Z';
const given = { kind: 'circle', by: 'Priya Raman', at, over: false, noLead: false } as const;
const glass = { ...given, kind: 'break-glass', by: 'Margaret Eaves', until: '2026-12-11T08:05:00.000Z' } as const;
const text = (card: Card) => JSON.stringify(card);

describe('a card about single cases', () => {
  it('says who gave the case, and that the why stands in Lantern', () => {
    const card = text(accessCard('case-given', given, link));
    for (const said of ['You were given a case', 'Priya Raman', 'Thu 10 Dec 2026, 08:05', link])
      expect(card).toContain(said);
  });

  it('tells a lead who opened a file and until when, and who has seen that', () => {
    expect(text(accessCard('glass-broken', glass, link))).toContain('Margaret Eaves');
    expect(text(accessCard('glass-broken', glass, link))).toContain('Fri 11 Dec 2026, 08:05');
    expect(text(accessCard('glass-broken', glass, link))).not.toContain('Seen by');
    expect(text(accessCard('glass-broken', { ...glass, seenBy: 'Tom Whitlock' }, link))).toContain('Tom Whitlock');
  });

  it('tells whoever opened it that this has happened, and what to do if it was not them', () => {
    expect(text(accessCard('glass-opened', glass, link))).toContain('If it was not you');
  });

  it('calls whoever stands in to a concern that no lead may see, in words that cannot be overlooked', () => {
    const card = accessCard('case-given', { ...given, by: 'Lantern', noLead: true }, link);
    expect(text(card)).toContain('no safeguarding lead may see');
    expect(card.body[0]).toMatchObject({ style: 'warning' });
  });

  it('says when it is over, and promises nothing any more', () => {
    const card = text(accessCard('glass-broken', { ...glass, over: true }, link));
    expect(card).toContain('Over: ');
    expect(card).not.toContain('Until');
  });
});
