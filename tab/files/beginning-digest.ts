import { beginningPiece } from '../../src/areas/files/fields.ts';

const sha256 = (bytes: BufferSource) => crypto.subtle.digest('SHA-256', bytes);

/**
 * The digest of a file's beginning as GoOnRequest says it: piece by piece, for a telephone need not hold a film in memory.
 * @param upto bytes from the first
 * @throws DOMException when the file cannot be read
 */
export async function beginningDigest(file: Blob, upto: number): Promise<string> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  for (let at = 0; at < upto; at += beginningPiece) {
    const piece = await file.slice(at, Math.min(at + beginningPiece, upto)).arrayBuffer();
    pieces.push(new Uint8Array(await sha256(piece)));
  }
  const all = await new Blob(pieces).arrayBuffer();
  return Array.from(new Uint8Array(await sha256(all)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
