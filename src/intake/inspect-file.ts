import { fileTypeFromBuffer } from 'file-type';
import type { ProblemCode } from '../perform/problem.ts';
import { endingOf } from './ending-of.ts';
import { inspectCompound } from './inspect-compound.ts';
import { inspectText } from './inspect-text.ts';
import { inspectZip } from './inspect-zip.ts';
import type { Inspected, Inspection } from './inspection.ts';
import { isLockedPdf } from './is-locked-pdf.ts';

/** What is told by its first bytes alone: the name that file-type has for it -> ours, and its media type. */
const byMagic: Readonly<Record<string, Inspected>> = {
  pdf: { ending: 'pdf', mediaType: 'application/pdf' },
  jpg: { ending: 'jpg', mediaType: 'image/jpeg' },
  png: { ending: 'png', mediaType: 'image/png' },
  webp: { ending: 'webp', mediaType: 'image/webp' },
  mp3: { ending: 'mp3', mediaType: 'audio/mpeg' },
  m4a: { ending: 'm4a', mediaType: 'audio/mp4' },
  wav: { ending: 'wav', mediaType: 'audio/wav' },
  mp4: { ending: 'mp4', mediaType: 'video/mp4' },
};

const archives: ReadonlySet<string> = new Set([
  '7z',
  'rar',
  'tar',
  'gz',
  'bz2',
  'xz',
  'zst',
  'cab',
  'lz',
  'ar',
  'cpio',
]);
const compound = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const zip = Buffer.from('PK');
const refused = (code: ProblemCode): Inspection => ({ ok: false, code });

/**
 * Whether Lantern takes a file, judged by its bytes: the ending of its name must say the same. Pure.
 * @param bytes all of them
 * @param name as the person's device calls it
 */
export async function inspectFile(bytes: Buffer, name: string): Promise<Inspection> {
  const ending = endingOf(name);
  const found = await lookInto(bytes, ending);
  if (!found.ok || found.file.ending === ending) return found;
  return refused('file-not-what-it-says');
}

async function lookInto(bytes: Buffer, ending: string): Promise<Inspection> {
  if (bytes.subarray(0, compound.length).equals(compound)) return inspectCompound(bytes);
  if (bytes.subarray(0, zip.length).equals(zip)) return inspectZip(bytes);
  const magic = (await fileTypeFromBuffer(bytes).catch(() => undefined))?.ext;
  if (magic === 'heic' || magic === 'avif') return refused('file-heic');
  if (magic !== undefined && archives.has(magic)) return refused('file-is-archive');
  const file = magic === undefined ? undefined : byMagic[magic];
  // Text begins with whatever its writer wrote, also with what looks like another kind.
  if (!file) return inspectText(bytes, ending);
  return file.ending === 'pdf' && isLockedPdf(bytes) ? refused('file-locked') : { ok: true, file };
}
