import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readWebVtt } from '../../../src/graph/web-vtt.ts';

const two = (n: number) => String(n).padStart(2, '0');
const clock = (ms: number, short: boolean) => {
  const [h, m, s] = [Math.floor(ms / 3_600_000), Math.floor(ms / 60_000) % 60, Math.floor(ms / 1_000) % 60];
  const fraction = String(ms % 1_000).padStart(3, '0');
  return short ? `${h}:${m}:${s}.${fraction}` : `${two(h)}:${two(m)}:${two(s)}.${fraction}`;
};
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
/** Words in one line, as anybody may say them; signs included that look like marks. */
const words = fc
  .array(
    fc.oneof(fc.stringMatching(/^[a-zA-Z<>&'"é@/=-]{1,12}$/), fc.constantFrom('&lt;', '<script>', '-->', 'NOTE')),
    {
      ...{ minLength: 1, maxLength: 8 },
    },
  )
  .map((all) => all.join(' '));
const name = fc.stringMatching(/^[A-Z][a-zé']{0,8} [A-Z][a-z-]{0,9}$/);
const cue = fc.record({ ms: fc.nat(20 * 3_600_000), speaker: fc.option(name, { nil: undefined }), text: words });
const written = (
  cues: readonly { readonly ms: number; readonly speaker: string | undefined; readonly text: string }[],
  { short, ids, end }: { readonly short: boolean; readonly ids: boolean; readonly end: string },
) =>
  [
    'WEBVTT',
    ...cues.map(({ ms, speaker, text }, i) =>
      [
        ...(ids ? [`7f3a/${i}-0`] : []),
        `${clock(ms, short)} --> ${clock(ms + 900, short)}`,
        speaker === undefined ? escaped(text) : `<v ${escaped(speaker)}>${escaped(text)}</v>`,
      ].join(end),
    ),
  ].join(end + end);

describe('a transcript', () => {
  it('says what was said, by whom and when, however it is laid out', () => {
    const layout = fc.record({ short: fc.boolean(), ids: fc.boolean(), end: fc.constantFrom('\n', '\r\n') });
    fc.assert(
      fc.property(fc.array(cue, { maxLength: 20 }), layout, (cues, how) => {
        expect(readWebVtt(written(cues, how))).toEqual(
          cues.map(({ ms, speaker, text }) => ({ ms, ...(speaker !== undefined && { speaker }), text })),
        );
      }),
    );
  });

  it('is read whole or not at all, and nothing that it holds throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), fc.boolean(), (text, head) => {
        const found = readWebVtt(head ? `WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n${text}` : text);
        for (const { ms, text: said, speaker = '' } of found ?? []) {
          expect(Number.isFinite(ms)).toBe(true);
          expect(said + speaker).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\p{Cf}]/u);
        }
      }),
    );
  });

  it('takes time that grows with its length, also where marks are never closed', () => {
    const long = `WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n${'<v '.repeat(60_000)}`;
    const began = performance.now();
    expect(readWebVtt(long)).toHaveLength(1);
    expect(performance.now() - began).toBeLessThan(1_000);
  });

  it.each([
    ['is empty', ''],
    ['does not begin as one', 'Priya: hello'],
    ['has a time that is none', 'WEBVTT\n\n00:00:0x.000 --> 00:00:02.000\nHello'],
    ['has words without a time', 'WEBVTT\n\nHello'],
    ['is a page', '<!doctype html><title>WEBVTT</title>'],
  ])('is none when it %s', (_what, text) => {
    expect(readWebVtt(text)).toBeUndefined();
  });

  it('has voices one after the other in one cue, moments before it began, and asides that nobody said', () => {
    const text = `WEBVTT - Teams

NOTE
<v Nobody>This is an aside.</v>

-00:00:02.500 --> 00:00:01.000
<v.loud Priya Raman>Well <i>then</i>,</v> <v Zoe Lund>yes.</v>
<v Priya Raman>Good.</v>
`;
    expect(readWebVtt(text)).toEqual([
      { ms: -2_500, speaker: 'Priya Raman', text: 'Well then,' },
      { ms: -2_500, speaker: 'Zoe Lund', text: 'yes.' },
      { ms: -2_500, speaker: 'Priya Raman', text: 'Good.' },
    ]);
  });
});
