import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { beginningPiece } from '../areas/files/fields.ts';
import type { FileSource } from '../ports/files.ts';

/**
 * The digest of a file's beginning as GoOnRequest says it. One piece is in memory at a time, and others are answered between
 * two of them.
 * @param upto bytes from the first
 */
export async function beginningDigest(source: FileSource, upto: number): Promise<string> {
  const all = createHash('sha256');
  for (let at = 0; at < upto; at += beginningPiece) {
    const piece = await source.read(at, Math.min(at + beginningPiece, upto));
    all.update(createHash('sha256').update(piece).digest());
    await setImmediate();
  }
  return all.digest('hex');
}
