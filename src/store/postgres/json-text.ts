/** An escaped backslash, or the escape of NUL or of half a character; JSON.stringify writes whole characters as they are. */
const escapes = /\\(?:\\|u0000|ud[89a-f][0-9a-f]{2})/g;

/** A value as JSON that PostgreSQL takes: what its text has no sign for becomes U+FFFD; see storable.ts. */
export function jsonText(value: unknown): string {
  const text = JSON.stringify(value);
  return text.includes('\\u') ? text.replace(escapes, (found) => (found === '\\\\' ? found : '\\ufffd')) : text;
}
