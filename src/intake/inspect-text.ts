import type { Inspection } from './inspection.ts';

const mediaTypes: Readonly<Record<string, string>> = { txt: 'text/plain', csv: 'text/csv', eml: 'message/rfc822' };
/** What no text holds: control characters but tab, line feed, form feed and carriage return. */
const unprintable = /[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f]/;
/** An e-mail begins with lines of names and values, one of which says when or from whom (RFC 5322, 3.6). */
const header = /^(?:[!-9;-~]+:.*(?:\r?\n[ \t].*)*\r?\n)+/;

/**
 * Whether bytes are text in UTF-8: of an e-mail, whose parts may be in any code, only its header must be.
 * @param ending of the file's name, for text has no mark of its own
 */
export function inspectText(bytes: Buffer, ending: string): Inspection {
  const mediaType = mediaTypes[ending];
  if (mediaType === undefined) return { ok: false, code: 'file-not-accepted' };
  const isText = ending === 'eml' ? isMail(bytes) : isUtf8(bytes);
  return isText ? { ok: true, file: { ending, mediaType } } : { ok: false, code: 'file-not-what-it-says' };
}

function isUtf8(bytes: Buffer): boolean {
  try {
    return !unprintable.test(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return false;
  }
}

function isMail(bytes: Buffer): boolean {
  if (bytes.includes(0)) return false;
  const lines = header.exec(bytes.subarray(0, 65_536).toString('latin1'))?.[0] ?? '';
  return /^(?:from|date|received|message-id):/im.test(lines);
}
