import { DateTime } from 'luxon';
/** A moment, ISO-8601, UTC. */
type Instant = string;

const zone = 'Europe/London';
const dates = ['d/M/yyyy', 'd/M/yy', 'yyyy-MM-dd', 'd MMMM yyyy', 'd MMM yyyy'];
const times = ['H:mm', 'H.mm', 'h:mma', 'h.mma', 'ha'];

export interface When {
  /** The moment meant, where the words name one; a day without a time is its start. */
  readonly at?: Instant;
  readonly inFuture: boolean;
}

/**
 * Reads what a reporter wrote under "when", in the school's time zone: "just now", "today 9:15", "yesterday",
 * "10/12/2026 14:30". Anything else keeps its words and has no moment; nothing is ever refused.
 */
export function readWhen(typed: string, now: Instant): When {
  const words = typed
    .trim()
    .toLowerCase()
    .replace(/,/g, ' ')
    .replace(/\s+at\s+/g, ' ')
    .replace(/\s+/g, ' ');
  if (words === '' || words === 'just now' || words === 'now') return { at: now, inFuture: false };
  const read = moment(words, DateTime.fromISO(now, { zone }));
  if (!read) return { inFuture: false };
  const at = read.toUTC().toISO();
  return { ...(at && { at }), inFuture: read > DateTime.fromISO(now) };
}

function moment(words: string, now: DateTime): DateTime | undefined {
  const relative = /^(today|yesterday|tomorrow)(?: (.+))?$/.exec(words);
  if (relative) {
    const days = { today: 0, yesterday: -1, tomorrow: 1 }[relative[1] as 'today'];
    return atTime(now.plus({ days }).startOf('day'), relative[2]);
  }
  if (!/\d/.test(words)) return undefined;
  const day = first(dates, words);
  if (day) return day;
  const cut = words.lastIndexOf(' ');
  const earlier = cut > 0 ? first(dates, words.slice(0, cut)) : undefined;
  return earlier && atTime(earlier, words.slice(cut + 1));
}

/** Reads words by the first of the formats that fits them, in the time of the school. */
function first(formats: readonly string[], words: string): DateTime | undefined {
  for (const format of formats) {
    const read = DateTime.fromFormat(words, format, { zone, locale: 'en-GB' });
    if (read.isValid) return read;
  }
  return undefined;
}

function atTime(day: DateTime, words: string | undefined): DateTime | undefined {
  if (words === undefined) return day;
  const time = first(times, words);
  return time && day.set({ hour: time.hour, minute: time.minute });
}
