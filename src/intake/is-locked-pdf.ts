const locked = /\/Encrypt\s*(?:<<|\d+\s+\d+\s+R)/;
const mark = '/Encrypt';

/** Whether a PDF is encrypted: its trailer, or the stream that stands for one, names how (ISO 32000-2, 7.6.1). */
export function isLockedPdf(bytes: Buffer): boolean {
  for (let at = bytes.indexOf(mark); at >= 0; at = bytes.indexOf(mark, at + mark.length))
    if (locked.test(bytes.subarray(at, at + 60).toString('latin1'))) return true;
  return false;
}
