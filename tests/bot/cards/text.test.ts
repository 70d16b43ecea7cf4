import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atSchool, escaped, facts, heading, line, phoneLink, plain } from '../../../bot/cards/text.ts';

describe('the words of a card', () => {
  it('are Lantern’s own in a text that wraps', () => {
    expect(line('Received.')).toEqual({ type: 'TextBlock', text: 'Received.', wrap: true });
    expect(line('Received.', { isSubtle: true })).toEqual({
      ...{ type: 'TextBlock', text: 'Received.', wrap: true },
      isSubtle: true,
    });
    expect(heading('A concern')).toEqual({
      ...{ type: 'TextBlock', text: 'A concern', wrap: true },
      ...{ style: 'heading', weight: 'bolder', size: 'medium' },
    });
  });

  it('of a person stand in a part that knows no Markdown', () => {
    expect(plain('**Tom** <b>', { weight: 'bolder' })).toEqual({
      type: 'RichTextBlock',
      inlines: [{ type: 'TextRun', text: '**Tom** <b>', weight: 'bolder' }],
    });
  });

  it.each([...'\\`*_{}[]()#+-.!|<>~'])('hold no %s with a meaning', (sign) => {
    expect(escaped(`a${sign}b${sign}`)).toBe(`a\\${sign}b\\${sign}`);
  });

  it('are otherwise letter for letter', () => {
    expect(escaped('Zoë O’Neill, 7B & "co": 50% = ½/2 ^ @ $ ; ?')).toBe('Zoë O’Neill, 7B & "co": 50% = ½/2 ^ @ $ ; ?');
  });

  it('of any text are read back letter for letter, and no sign with a meaning is left without its backslash', () => {
    const meaning = new Set('\\`*_{}[]()#+-.!|<>~');
    const text = fc.string({ unit: fc.oneof(fc.constantFrom(...meaning, '\n', ' ', 'a', ':', '/'), fc.string()) });
    fc.assert(
      fc.property(text, (typed) => {
        // As Markdown reads it (CommonMark, 2.4): a backslash takes the meaning from the one sign that follows.
        let read = '';
        const signs = [...escaped(typed)];
        for (let at = 0; at < signs.length; at += 1) {
          const sign = signs[at] ?? '';
          if (sign === '\\') read += signs[(at += 1)] ?? 'nothing follows';
          else {
            expect(meaning.has(sign)).toBe(false);
            read += sign;
          }
        }
        expect(read).toBe(typed);
      }),
    );
  });

  it('beside a label are escaped, the label is not', () => {
    expect(facts([['*Year*', '7-B']])).toEqual({ type: 'FactSet', facts: [{ title: '*Year*', value: '7\\-B' }] });
  });
});

describe('a telephone number', () => {
  it('is a link that dials, by its own digits or a label', () => {
    expect(phoneLink('+44 (20) 7946-0000')).toBe('[\\+44 \\(20\\) 7946\\-0000](tel:+442079460000)');
    expect(phoneLink('999', 'the [police]')).toBe('[the \\[police\\]](tel:999)');
  });

  it('cannot close the link, and leads to digits alone', () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ unit: 'binary' }), (phone, label) => {
        expect(phoneLink(phone, label).slice(escaped(label).length + 1)).toMatch(/^\]\(tel:[\d+]*\)$/);
        expect(phoneLink(phone, label).startsWith(`[${escaped(label)}](tel:`)).toBe(true);
      }),
    );
    expect(phoneLink('0)](https://evil.example)1', 'call')).toBe('[call](tel:01)');
  });
});

describe('a time', () => {
  it.each([
    ['2026-12-10T08:05:00.000Z', 'Thu 10 Dec 2026, 08:05'],
    ['2026-07-01T23:30:00.000Z', 'Thu 2 Jul 2026, 00:30'],
    ['2026-09-03T12:00:00.000Z', 'Thu 3 Sept 2026, 13:00'],
  ])('%s is told as the school’s clocks showed it: %s', (instant, told) => {
    expect(atSchool(instant)).toBe(told);
  });
});
