import type { Inspection } from './inspection.ts';

const entryLength = 128;
/** More folders and streams than any e-mail has at its top. */
const mostSectors = 4_096;

/**
 * The names in the directory of a compound file, as far as it can be followed
 * ([MS-CFB] 2.2 to 2.6: sectors, the table of their successors, 128 bytes for each entry).
 */
function namesIn(bytes: Buffer): readonly string[] {
  if (bytes.length < 512) return [];
  const length = 2 ** bytes.readUInt16LE(30);
  const at = (sector: number) => (sector + 1) * length;
  const isThere = (sector: number) => at(sector) + length <= bytes.length;
  /** Only the first 109 sectors of the table stand in the header: they reach as far as a directory lies as a rule. */
  const next = (sector: number): number => {
    const index = Math.floor((sector * 4) / length);
    const table = index < 109 ? bytes.readUInt32LE(76 + index * 4) : bytes.length;
    return isThere(table) ? bytes.readUInt32LE(at(table) + ((sector * 4) % length)) : bytes.length;
  };
  const names: string[] = [];
  for (let sector = bytes.readUInt32LE(48), n = 0; isThere(sector) && n < mostSectors; sector = next(sector), n++)
    for (let entry = at(sector); entry < at(sector) + length; entry += entryLength) {
      const size = Math.min(bytes.readUInt16LE(entry + 64), 64);
      if (size > 2) names.push(bytes.subarray(entry, entry + size - 2).toString('utf16le'));
    }
  return names;
}

/** Of the old container only Outlook's e-mails are taken: everything else in it can hide macros, or is locked. */
export function inspectCompound(bytes: Buffer): Inspection {
  const names = new Set(length512(bytes) ? namesIn(bytes) : []);
  if (names.has('EncryptedPackage')) return { ok: false, code: 'file-locked' };
  if (names.has('__properties_version1.0') && names.has('__nameid_version1.0'))
    return { ok: true, file: { ending: 'msg', mediaType: 'application/vnd.ms-outlook' } };
  return { ok: false, code: names.size === 0 ? 'file-damaged' : 'file-old-office' };
}

/** Sectors of 512 or of 4,096 bytes; there are no others. */
const length512 = (bytes: Buffer) => bytes.length >= 512 && [9, 12].includes(bytes.readUInt16LE(30));
