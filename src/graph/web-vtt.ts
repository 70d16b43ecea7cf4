/** A stretch of a transcript. */
export interface Cue {
  /** Since the transcript began; below nought for what was being said just then. */
  readonly ms: number;
  readonly speaker?: string;
  readonly text: string;
}

/** More than a day of talk has. */
const mostCues = 20_000;
const asides = ['NOTE', 'STYLE', 'REGION'];
const meant: readonly (readonly [string, string])[] = [
  ...([['&lt;', '<'] as const, ['&gt;', '>'] as const, ['&quot;', '"'] as const, ['&#39;', "'"] as const] as const),
  ...([['&nbsp;', ' '] as const, ['&lrm;', ''] as const, ['&rlm;', ''] as const, ['&amp;', '&'] as const] as const),
];

const isDigits = (text: string): boolean =>
  text.length > 0 && text.length < 7 && Array.from(text).every((digit) => digit >= '0' && digit <= '9');
const isBlank = (text: string): boolean => text.trim() === '';
/** Plain words in one line: what a text may not show is taken out, what it stands for is put in. */
const plain = (text: string): string =>
  meant
    .reduce((words, [written, sign]) => words.replaceAll(written, sign), text)
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ')
    .replaceAll(/\p{Cf}/gu, '')
    .split(' ')
    .filter((word) => word !== '')
    .join(' ');

/** Milliseconds of `00:01:02.345`, `01:02.345` and of Graph’s own `0:1:2.5`. */
function momentOf(text: string): number | undefined {
  const before = text.startsWith('-');
  const parts = (before ? text.slice(1) : text).split(':');
  const [seconds = '', fraction = '', ...more] = (parts.pop() ?? '').split('.');
  if (parts.length < 1 || parts.length > 2 || more.length > 0) return undefined;
  if (![...parts, seconds, fraction].every(isDigits)) return undefined;
  const whole = [...parts, seconds].reduce((sum, part) => sum * 60 + Number(part), 0);
  const ms = whole * 1_000 + Number(fraction.padEnd(3, '0').slice(0, 3));
  return before ? -ms : ms;
}

/** What a cue says, voice by voice; other marks are left out, and what only looks like a mark stays. */
function voicesOf(payload: string): readonly Omit<Cue, 'ms'>[] {
  const said: { speaker: string; text: string }[] = [{ speaker: '', text: '' }];
  let at = 0;
  while (at < payload.length) {
    const opens = payload.indexOf('<', at);
    const closes = opens < 0 ? -1 : payload.indexOf('>', opens);
    const last = said.at(-1);
    if (last) last.text += payload.slice(at, closes < 0 ? undefined : opens);
    if (closes < 0) break;
    const mark = payload.slice(opens + 1, closes);
    const [name = '', ...rest] = mark.split(' ');
    if (name === 'v' || name.startsWith('v.')) said.push({ speaker: rest.join(' '), text: '' });
    else if (name === '/v') said.push({ speaker: '', text: '' });
    else if (last && !isMark(name)) last.text += `<${mark}>`;
    at = closes + 1;
  }
  return said.flatMap(({ speaker, text }) => {
    const [who, words] = [plain(speaker), plain(text)];
    return words === '' ? [] : [{ ...(who !== '' && { speaker: who }), text: words }];
  });
}

const marks = ['b', 'i', 'u', 'c', 'ruby', 'rt', 'lang'];
const isMark = (name: string): boolean => {
  const [bare = ''] = (name.startsWith('/') ? name.slice(1) : name).split('.');
  return marks.includes(bare) || momentOf(bare) !== undefined;
};

/** The cues of one block; undefined where it is none. */
function cuesOf(block: readonly string[]): readonly Cue[] | undefined {
  const place = block.findIndex((line) => line.includes('-->'));
  if (place < 0 || place > 1) return undefined;
  const [from = '', to = '', ...more] = (block[place] ?? '').split('-->');
  const [begins, ends] = [momentOf(from.trim()), momentOf(to.trim().split(' ')[0] ?? '')];
  if (begins === undefined || ends === undefined || more.length > 0) return undefined;
  return voicesOf(block.slice(place + 1).join(' ')).map((voice) => ({ ms: begins, ...voice }));
}

/**
 * Reads a transcript as Graph gives it: WebVTT with voices, and with times that need not have two digits. It is data only, and comes
 * out as plain words.
 * https://learn.microsoft.com/graph/api/calltranscript-get, https://www.w3.org/TR/webvtt1
 * @returns undefined for anything else: half a transcript is none
 */
export function readWebVtt(text: string): readonly Cue[] | undefined {
  const lines = (text.startsWith('\uFEFF') ? text.slice(1) : text)
    .replaceAll('\r\n', '\n')
    .replaceAll('\r', '\n')
    .split('\n');
  const [head = ''] = lines;
  if (head !== 'WEBVTT' && !head.startsWith('WEBVTT ') && !head.startsWith('WEBVTT\t')) return undefined;
  const blocks: string[][] = [[]];
  for (const line of lines) {
    if (isBlank(line)) blocks.push([]);
    else blocks.at(-1)?.push(line);
  }
  const cues: Cue[] = [];
  for (const block of blocks.slice(1).filter(({ length }) => length > 0)) {
    if (asides.includes((block[0] ?? '').split(' ')[0] ?? '')) continue;
    const found = cuesOf(block);
    if (!found || cues.length + found.length > mostCues) return undefined;
    cues.push(...found);
  }
  return cues;
}
