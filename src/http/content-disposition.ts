/** What no file may be called anywhere, and what could turn the letters round so that the ending seems another. */
const never = /[\x00-\x1f\x7f/\\:*?"<>|\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/**
 * Says that an answer is a file to be kept, never a page to be shown, and what it is called: in letters that every program
 * reads, and as it is (RFC 6266, RFC 8187).
 */
export function contentDisposition(name: string): string {
  const safe =
    name
      .replaceAll(never, '_')
      .replaceAll(/\p{Surrogate}/gu, '_')
      .trim() || 'file';
  // A sign of full width or small size comes apart into the very signs that no file may be called by: looked at again.
  const plain =
    safe
      .normalize('NFKD')
      .replaceAll(never, '_')
      .replaceAll(/[^\x20-\x7e]/g, '')
      .replaceAll('%', '_')
      .trim() || 'file';
  const exact = encodeURIComponent(safe).replaceAll(/['()*!]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${exact}`;
}
