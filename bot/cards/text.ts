import { DateTime } from 'luxon';
import type { Instant } from '../../src/ports/clock.ts';
import type { CardElement, RichTextBlock, TextBlock, TextRun } from '../../src/ports/card.ts';

/** Lantern's own words; Markdown is understood, so nothing that a person typed goes in unescaped. */
export const line = (text: string, look: Partial<Omit<TextBlock, 'type' | 'text' | 'wrap'>> = {}): TextBlock => ({
  type: 'TextBlock',
  text,
  wrap: true,
  ...look,
});

export const heading = (text: string): TextBlock => line(text, { style: 'heading', weight: 'bolder', size: 'medium' });

/** Text that somebody typed or that comes from a record: shown letter for letter, never as Markdown. */
export const plain = (text: string, look: Partial<Omit<TextRun, 'type' | 'text'>> = {}): RichTextBlock => ({
  type: 'RichTextBlock',
  inlines: [{ type: 'TextRun', text, ...look }],
});

/** Text from a record inside Markdown: every character with a meaning is escaped. */
export const escaped = (text: string): string => text.replace(/[\\`*_{}[\]()#+\-.!|<>~]/g, (sign) => `\\${sign}`);

/** A telephone number as a link that a telephone can dial. */
export const phoneLink = (phone: string, label = phone): string =>
  `[${escaped(label)}](tel:${phone.replace(/[^\d+]/g, '')})`;

/** "Thu 10 Dec 2026, 08:05" at the school. */
export const atSchool = (instant: Instant): string =>
  DateTime.fromISO(instant, { zone: 'Europe/London', locale: 'en-GB' }).toFormat('ccc d LLL yyyy, HH:mm');

/** "08:05" at the school. */
export const timeAtSchool = (instant: Instant): string =>
  DateTime.fromISO(instant, { zone: 'Europe/London', locale: 'en-GB' }).toFormat('HH:mm');

/** Pairs of a label and a value, values letter for letter. */
export const facts = (pairs: readonly (readonly [string, string])[]): CardElement => ({
  type: 'FactSet',
  facts: pairs.map(([title, value]) => ({ title, value: escaped(value) })),
});
