import { lineLength } from './columns.ts';

/** Control characters (but tab and line breaks), halves of characters, and the two that are none. */
const unspeakable = /(?![\t\n\r\u007f-\u009f])[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu;

/**
 * SharePoint speaks XML 1.0 inside, which has no signs for most control characters (XML 1.0, §2.2, Char). One of them,
 * pasted with a child's words, must not keep a concern from being filed: it becomes U+FFFD, everything else stays.
 */
export const speakable = (text: string): string => text.replace(unspeakable, '\uFFFD');

/** Text for a single line: SharePoint refuses line breaks there, and more than 255 UTF-16 units. */
export function oneLine(text: string): string {
  const joined = speakable(text.replace(/\s*[\r\n]+\s*/g, ' '));
  return joined.length <= lineLength ? joined : speakable(joined.slice(0, lineLength));
}
